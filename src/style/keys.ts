/** The keys of style strings that are read, by what they hold. */

/** Lengths in px, angles in degrees, fractions, percent, counts. */
// biome-ignore format: many short names
export const NUMBER_KEYS = [
  'anchorPointDirection', 'arcEndY', 'arcMidY', 'arcSize', 'arcStartY', 'arcWidth', 'arrowHead', 'arrowSize',
  'arrowWidth', 'backboneSize', 'barHeight', 'barPos', 'base', 'bowing', 'centerRadius', 'colspan', 'curveFitting',
  'darkOpacity', 'darkOpacity2', 'dashGap', 'dashOffset', 'days', 'dx', 'dx1', 'dx2', 'dy', 'endAngle', 'endSize',
  'endWidth', 'entryDx', 'entryDy', 'entryX', 'entryY', 'exitDx', 'exitDy', 'exitX', 'exitY', 'feather',
  'fillOpacity', 'fillStrokeWidth', 'fillWeight', 'firstDay', 'fontSize', 'fontStyle', 'footerSize', 'gaugePos',
  'grade', 'grIconSize', 'hachureAngle', 'hachureGap', 'handleSize', 'height', 'holeSize', 'hPos', 'imageAspect',
  'imageHeight', 'imageWidth', 'indent', 'indicatorHeight', 'indicatorWidth', 'inset', 'instNum', 'isoAngle',
  'issueStatusWidth', 'jettyHeight', 'jettyWidth', 'jiggle', 'jumpSize', 'labelWidth', 'labelX',
  'legacyAnchorPoints', 'margin', 'miterlimit', 'negSize', 'network2IconH', 'network2IconShadow', 'network2IconW',
  'network2IconXOffset', 'network2IconYOffset', 'nodePadding', 'notch', 'notch1', 'notch2', 'numInputs', 'opacity',
  'perimeterSpacing', 'pinSpacing', 'portConstraintRotation', 'position', 'position2', 'prevDays', 'rackUnitDirLeft',
  'rackUnitSize', 'ratingScale', 'rectMargin', 'rectMarginBottom', 'rectMarginLeft', 'rectMarginRight',
  'rectMarginTop', 'rotation', 'routingCenterX', 'routingCenterY', 'rowspan', 'rSize', 'rx', 'ry', 'segment',
  'selDay', 'selectorPins', 'shadowBlur', 'shadowOffsetX', 'shadowOffsetY', 'shadowOpacity', 'shapeInsidePadding',
  'simplification', 'size', 'sliderPos', 'sourcePerimeterSpacing', 'spacing', 'spacingBottom', 'spacingLeft',
  'spacingRight', 'spacingTop', 'startAngle', 'startOn', 'startSize', 'startUnit', 'startWidth', 'step', 'stepSize',
  'strokeOpacity', 'strokeWidth', 'tabHeight', 'tabInset', 'tabSize', 'tabWidth', 'targetPerimeterSpacing',
  'textOpacity', 'textSize', 'textSize2', 'tipX', 'tipY', 'unitHeight', 'unitNum', 'unitSize', 'wallThickness',
  'width', 'windowPanes', 'zigzagOffset',
] as const;

/** 0 or 1. */
// biome-ignore format: many short names
export const FLAG_KEYS = [
  'absoluteArcSize', 'absoluteCornerSize', 'bezier', 'bottom', 'boundedLbl', 'buttonState', 'centerStroke',
  'checked', 'comic', 'curved', 'dashed', 'disableMultiStroke', 'disableMultiStrokeFill', 'double', 'endFill',
  'entryPerimeter', 'exitPerimeter', 'fixDash', 'fixedHeader', 'fixedSize', 'flipH', 'flipV', 'flowAnimation',
  'glass', 'headCrossline', 'horizontal', 'imageFlipH', 'imageFlipV', 'innerLoopWaypoints', 'isAdHoc',
  'isCollection', 'isLoopComp', 'isLoopMultiParallel', 'isLoopMultiSeq', 'isLoopStandard', 'isLoopSub',
  'kubernetesLabel', 'labelInHeader', 'left', 'lid', 'lineShape', 'noEdgeStyle', 'noLabel', 'orthogonal',
  'orthogonalLoop', 'pointerEvents', 'right', 'rounded', 'shadow', 'sketch', 'snapToPoint', 'startFill',
  'stencilFlipH', 'stencilFlipV', 'swimlaneBody', 'swimlaneHead', 'swimlaneLine', 'tailCrossline', 'textShadow',
  'top', 'transparentBounds',
] as const;

/** Colours, or 'default'. */
// biome-ignore format: many short names
export const COLOR_KEYS = [
  'accentColor', 'arrowColor', 'arrowGradient', 'barColor', 'barGradient', 'batteryColor', 'bgColor', 'bgDotColor',
  'bodyColor', 'buttonColor', 'buttonGradient', 'callBtnColor', 'callBtnGradient', 'cameraColor', 'cancelBtnColor',
  'cancelBtnGradient', 'centerColor', 'channelColor1', 'channelColor2', 'checkedFill', 'checkedStroke',
  'chosenColor', 'compassNeedleColor', 'compassNeedleStroke', 'directionColor', 'dotColor', 'dotGradient',
  'emptyFillColor', 'endFillColor', 'featureColor', 'fieldColor', 'fieldStroke', 'fillColor', 'fillColor2',
  'fillColor3', 'fillColor4', 'fillStrokeColor', 'fontColor', 'footColor', 'footerColor', 'frameStrokeColor',
  'gradientColor', 'gradientColor2', 'haloColor', 'handleColor', 'handleGradient', 'handsColor', 'holeColor',
  'homeButtonColor', 'iconBgColor', 'iconColor', 'imageBackground', 'imageBorder', 'inactiveTrackColor',
  'indicatorColor', 'indicatorGradientColor', 'indicatorStrokeColor', 'innerColor', 'keyColor', 'keyGradient',
  'labelBackgroundColor', 'labelBorderColor', 'markerColor', 'markerIconColor', 'modifierColor', 'modifierGradient',
  'needleColor', 'network2bgFillColor', 'offColor', 'offGradient', 'offKnobColor', 'offTrackColor', 'onColor',
  'onFillColor', 'onGradient', 'onStrokeColor', 'pinStemColor', 'progressColor', 'progressGradient', 'selectedColor',
  'separatorColor', 'signalColor', 'smileyFeatureColor', 'speakerColor', 'spinnerColor', 'stampColor',
  'startFillColor', 'statusIconAccentColor', 'statusIconColor', 'strokeColor', 'strokeColor2', 'strokeColor3',
  'strokeColor4', 'swimlaneFillColor', 'textColor', 'textColor2',
] as const;

/** Names, lists, words of a choice. */
// biome-ignore format: many short names
export const TEXT_KEYS = [
  'actuator', 'adjStyle', 'align', 'appType', 'archiBadge', 'archiDomain', 'archiType', 'background', 'bgIcon',
  'bgStyle', 'blockSpacing', 'bottomLeftStyle', 'bottomRightStyle', 'bpmnConversationType', 'bpmnShapeType',
  'bpmnTransferType', 'bright', 'bulletStyle', 'busType', 'buttonState', 'buttonStyle', 'buttonText', 'callDir',
  'callStyle', 'childLayout', 'clipPath', 'color', 'columnLines', 'columnType', 'cssVars', 'curveType',
  'dashPattern', 'dayNames', 'defState', 'direction', 'dirs', 'edgeStyle', 'elbow', 'elSignalType', 'elSourceType',
  'elSwitchState', 'endArrow', 'enumerate', 'enumerateValue', 'fanType', 'fillColor2', 'fillStyle', 'fixedSize',
  'flowAnimationDirection', 'flowAnimationDuration', 'flowAnimationTimingFunction', 'flowDir', 'flowType',
  'folderSymbol', 'font-family', 'fontFamily', 'gaugeLabels', 'gradientDirection', 'gradientDirection2', 'grIcon',
  'gridSize', 'groupPadding', 'grStroke', 'gwType', 'handleStyle', 'hasStand', 'horizontal', 'html', 'image',
  'imageAlign', 'imageVerticalAlign', 'indicatorImage', 'indicatorShape', 'indType', 'issuePriority', 'issueStatus',
  'issueType', 'jettySize', 'jumpStyle', 'labelAutoRotate', 'labelNames', 'labelPadding', 'labelPosition',
  'lifelineDashed', 'lifelineMirror', 'line', 'linecap', 'linejoin', 'linkText', 'loopStyle', 'mainText', 'menuText',
  'min-width', 'motivType', 'mounting', 'negating', 'network2Icon', 'nl2Br', 'noJump', 'numDir', 'numDisp',
  'operation', 'outline', 'overflow', 'partColors', 'participant', 'parts', 'perimeter', 'pinLabelType', 'pinStyle',
  'pointerPos', 'points', 'polyCoords', 'polyCurves', 'polyline', 'portConstraint', 'prIcon', 'prType', 'rangeStyle',
  'ratingStyle', 'rectOutline', 'rectStyle', 'resIcon', 'rowLines', 'rulerOrient', 'SAPIcon', 'scaleColors',
  'shadingCols', 'shadowColor', 'shape', 'shapeInside', 'shapeInsideShape', 'showBCC', 'showCC', 'sketch',
  'sketchStyle', 'sliderStyle', 'smileyType', 'sourceJettySize', 'sourcePort', 'sourcePortConstraint', 'spinLayout',
  'spinStyle', 'startArrow', 'startPin', 'subText', 'switchState', 'symbol', 'sysMLPortType', 'tabPosition', 'tabs',
  'tabStyle', 'targetJettySize', 'targetPort', 'targetPortConstraint', 'taskMarker', 'techType', 'textColor',
  'textDirection', 'topLeftStyle', 'topRightStyle', 'umlStateConnection', 'umlStateSymbol', 'valveType',
  'vertical-align', 'verticalAlign', 'verticalLabelPosition', 'whiteSpace',
] as const;

/** The shapes that a composite draws in itself: symbol0, symbol1, …; each has keys of its own that begin with its name. */
export type SymbolKey = `symbol${number}`;

export type NumberKey =
  | (typeof NUMBER_KEYS)[number]
  | `d${'x' | 'y'}${number}`
  | `${SymbolKey}${'Width' | 'Height' | 'Spacing' | 'VSpacing' | 'ArcSpacing'}`;
export type FlagKey = (typeof FLAG_KEYS)[number];
export type ColorKey = (typeof COLOR_KEYS)[number];
export type TextKey = (typeof TEXT_KEYS)[number] | SymbolKey | `${SymbolKey}${'Align' | 'VerticalAlign' | 'Direction'}`;

/** A few keys are in two of the lists: a flag that has a third value, a name that other shapes use for something else. */
export type StyleKey = NumberKey | FlagKey | ColorKey | TextKey;
