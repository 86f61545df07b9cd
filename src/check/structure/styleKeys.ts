/** The style keys that people write, by which misspelt ones are known, and what other languages call the same. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Keys of all shapes and edges; those of single libraries are not among them. */
export const COMMON_KEYS: ReadonlySet<string> = new Set(
  words(`
    absoluteArcSize align anchorPointDirection arcSize aspect autosize backgroundOutline bendable childLayout cloneable
    collapsible comic connectable container curved dashOffset dashPattern dashed deletable direction dropTarget edgeStyle
    editable elbow endArrow endFill endSize entryDx entryDy entryPerimeter entryX entryY exitDx exitDy exitPerimeter exitX
    exitY expand fillColor fillOpacity fillStyle fixDash fixedWidth flipH flipV flowAnimation fontColor fontFamily
    fontSize fontSource fontStyle glass gradientColor gradientDirection horizontal horizontalStack html image imageAlign
    imageAspect imageBackground imageBorder imageHeight imageVerticalAlign imageWidth jettySize jumpSize jumpStyle
    labelBackgroundColor labelBorderColor labelPadding labelPosition labelWidth linecap linejoin locked marginBottom
    marginLeft marginRight marginTop movable noEdgeStyle noLabel opacity orthogonal orthogonalLoop overflow part perimeter
    perimeterSpacing pointerEvents points portConstraint recursiveResize resizable resizeHeight resizeLast resizeParent
    resizeParentMax resizeWidth rotatable rotation rounded segment separatorColor shadow shape sketch snapToPoint source
    sourcePerimeterSpacing sourcePort sourcePortConstraint spacing spacingBottom spacingLeft spacingRight spacingTop
    startArrow startFill startSize strokeColor strokeOpacity strokeWidth swimlaneBody swimlaneFillColor swimlaneHead
    swimlaneLine targetPerimeterSpacing targetPort targetPortConstraint textDirection textOpacity textShadow
    verticalAlign verticalLabelPosition whiteSpace
  `),
);

/** Keys of draw.io's that look like a slip of the hand for another. */
export const OTHER_KEYS: ReadonlySet<string> = new Set(
  words('callStyle fieldColor footColor imageFlipH imageFlipV newEdgeStyle onFillColor onStrokeColor parts'),
);

/** What style sheets, SVG and other programs call what draw.io has another key for. */
export const FOREIGN_KEYS: ReadonlyMap<string, string> = new Map([
  ['background', 'fillColor'],
  ['background-color', 'fillColor'],
  ['backgroundColor', 'fillColor'],
  ['bgcolor', 'fillColor'],
  ['fill', 'fillColor'],
  ['border-color', 'strokeColor'],
  ['borderColor', 'strokeColor'],
  ['stroke', 'strokeColor'],
  ['lineColor', 'strokeColor'],
  ['border-width', 'strokeWidth'],
  ['borderWidth', 'strokeWidth'],
  ['lineWidth', 'strokeWidth'],
  ['border-radius', 'rounded and arcSize'],
  ['borderRadius', 'rounded and arcSize'],
  ['text-align', 'align'],
  ['textAlign', 'align'],
  ['vertical-align', 'verticalAlign'],
  ['verticalAlignment', 'verticalAlign'],
  ['valign', 'verticalAlign'],
  ['font-weight', 'fontStyle'],
  ['fontWeight', 'fontStyle'],
  ['text-color', 'fontColor'],
  ['stroke-dasharray', 'dashPattern'],
  ['arrowEnd', 'endArrow'],
  ['arrowStart', 'startArrow'],
]);

/** The values of keys that take one of a few words. */
export const WORD_VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ['align', ['left', 'center', 'right']],
  ['verticalAlign', ['top', 'middle', 'bottom']],
  ['labelPosition', ['left', 'center', 'right']],
  ['verticalLabelPosition', ['top', 'middle', 'bottom']],
  ['whiteSpace', ['wrap', 'nowrap']],
  ['overflow', ['visible', 'hidden', 'fill', 'width', 'block']],
  ['direction', ['east', 'south', 'west', 'north']],
  ['gradientDirection', ['east', 'south', 'west', 'north', 'radial']],
  ['elbow', ['horizontal', 'vertical']],
  ['aspect', ['fixed', 'variable']],
]);

/** Keys whose value is a number. */
export const NUMBER_KEYS: ReadonlySet<string> = new Set(
  words(`
    arcSize endSize entryDx entryDy entryX entryY exitDx exitDy exitX exitY fillOpacity fontSize fontStyle imageHeight
    imageWidth opacity perimeterSpacing rotation spacing spacingBottom spacingLeft spacingRight spacingTop startSize
    strokeOpacity strokeWidth textOpacity
  `),
);
