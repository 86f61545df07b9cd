/** Where pictures go and in which format: from the options, the input's name, and what a picture shows. */
import path from 'node:path';
import type { Options } from './commandLine.js';
import { STANDARD_STREAM, statusOf, UsageError } from './files.js';
import { FORMATS, type Format, formatNamed, listedFormats } from './formats.js';
import type { Input } from './inputs.js';

/** How the pictures of one input are named: a path in which {page} and the like stand for what a picture shows. */
export interface OutputName {
  /** A path with its ending, or "-" for standard output. */
  readonly template: string;
  readonly format: Format;
  /** The name was made up from the input's. */
  readonly isMadeUp: boolean;
  /** The Markdown document that shows the pictures, where one is to be written. */
  readonly document?: string;
  /** Folders that it needs are made. */
  readonly makesFolders: boolean;
}

/** What tells the pictures of one file apart. */
export interface PictureLabel {
  /** 1-based, of the picture's page; undefined where it shows several. */
  readonly pageIndex: number | undefined;
  readonly pageName: string | undefined;
  readonly layer: string | undefined;
}

/** The endings of diagram files; what stands before them names the picture. */
const DIAGRAM_ENDING = /(?:\.(?:drawio|dio))?\.(?:drawio|dio|xml|svg|png|html|pdf|mmd|mermaid|md|markdown)$/i;

/** Documents, which give a picture for each of their blocks. */
const DOCUMENT_ENDING = /\.(?:md|markdown)$/i;

/** What a name may tell the pictures of one file apart by. */
const TOLD_APART = /\{(?:page|index|layer)\}/;

/** `several`: the command has more than one input, so an output that doesn't tell them apart is a folder. */
export function nameOutput(input: Input, options: Options, several: boolean): OutputName {
  const { output } = options;
  const document = documentOf(input, options, several);
  if (document !== undefined) return inDocument(document, options);
  const format = formatOf(options);
  const given = (template: string): OutputName => ({ template, format, isMadeUp: false, makesFolders: false });
  const madeUp = (template: string): OutputName => ({ template, format, isMadeUp: true, makesFolders: true });
  if (output === STANDARD_STREAM) return given(output);
  const stem = input.relative.replace(DIAGRAM_ENDING, '');
  if (output === undefined) {
    if (input.file === STANDARD_STREAM) return given(STANDARD_STREAM);
    const beside = path.join(path.dirname(input.file), path.basename(stem));
    return { template: `${literal(beside)}.${format}`, format, isMadeUp: true, makesFolders: false };
  }
  if (/\{name\}/.test(output)) return madeUp(output.replaceAll('{name}', literal(stem)));
  const takesDocument = DOCUMENT_ENDING.test(input.file) && path.extname(output) === '' && !TOLD_APART.test(output);
  if (takesDocument || isFolder(output, several)) {
    if (input.file === STANDARD_STREAM) {
      throw new UsageError(`standard input has no name for a file in the folder ${output}: name a file with -o.`);
    }
    return madeUp(`${literal(path.join(output, stem))}.${format}`);
  }
  return { ...given(output), makesFolders: TOLD_APART.test(output) };
}

/** Where the document that shows its pictures goes; undefined where none is asked for. */
function documentOf(input: Input, { output, inPlace }: Options, several: boolean): string | undefined {
  if (inPlace) {
    if (output !== undefined) throw new UsageError('--in-place writes the document itself: leave -o out.');
    if (DOCUMENT_ENDING.test(input.file)) return input.file;
    throw new UsageError(`--in-place is for Markdown documents, and ${input.file} is none.`);
  }
  if (output === undefined || !DOCUMENT_ENDING.test(output) || statusOf(output)?.isDirectory()) return undefined;
  if (!DOCUMENT_ENDING.test(input.file)) {
    throw new UsageError(`-o ${output} is for a Markdown document's pictures, and ${input.file} is none.`);
  }
  const stem = input.relative.replace(DIAGRAM_ENDING, '');
  if (several && !output.includes('{name}')) isFolder(output, several);
  return output.replaceAll('{name}', stem);
}

/** Its pictures stand beside it, with its name and their numbers. */
function inDocument(document: string, { format = 'svg' }: Options): OutputName {
  if (!FORMATS[format].isImage) {
    throw new UsageError(`a Markdown document can't show ${format}: say -f svg, png, jpg or webp.`);
  }
  const stem = literal(document.replace(DOCUMENT_ENDING, ''));
  return { template: `${stem}-{index}.${format}`, format, isMadeUp: true, makesFolders: true, document };
}

/** draw.io lets the ending of the output decide, whatever -f says. */
function formatOf({ output, format, export: exports }: Options): Format {
  const ending = output === STANDARD_STREAM ? '' : path.extname(output ?? '').slice(1);
  const named = formatNamed(ending);
  if (named) return named;
  if (format) return format;
  if (ending !== '' && !isFolder(output as string, false)) {
    throw new UsageError(`can't tell the format of ${output}: end its name in ${listedFormats('.')}, or say -f.`);
  }
  return exports ? 'pdf' : 'svg';
}

function isFolder(output: string, several: boolean): boolean {
  if (/[\\/]$/.test(output) || statusOf(output)?.isDirectory()) return true;
  if (!several) return false;
  if (path.extname(output) === '') return true;
  throw new UsageError(
    `-o ${output} names one file, but there are several inputs: name a folder, or put {name} into the file's name.`,
  );
}

/** What file systems take as the name of a file, bytes. */
const MOST_BYTES = 255;

/** Of it, what a name of the diagram's gets. */
const MOST_BYTES_OF_PART = 150;

/** The path of one picture; `apart` says in what its input's pictures differ, which the name has to tell. */
export function picturePath(
  name: OutputName,
  label: PictureLabel,
  apart: { readonly page: boolean; readonly layer: boolean },
): string {
  const { template } = name;
  if (template === STANDARD_STREAM) return template;
  const values: Readonly<Record<string, string | undefined>> = {
    page: label.pageName,
    index: label.pageIndex === undefined ? undefined : String(label.pageIndex),
    layer: label.layer,
  };
  const named = new Set<string>();
  const filled = template.replace(/\{(page|index|layer|lbrace)\}/g, (_, key: string) => {
    if (key === 'lbrace') return '{';
    named.add(key);
    return fileName(values[key] ?? 'all');
  });
  const suffix = [
    apart.page && !named.has('page') && !named.has('index') ? values.index : undefined,
    apart.layer && !named.has('layer') ? values.layer : undefined,
  ]
    .filter((part) => part !== undefined)
    .map((part) => `-${fileName(part)}`)
    .join('');
  // A name that somebody typed is theirs: one that is too long is told of.
  if (!name.isMadeUp && named.size === 0 && suffix === '') return filled;
  return suffixed(filled, suffix);
}

/** A path with a number before its ending. */
export const numberedName = (file: string, number: number): string => suffixed(file, `-${number}`);

/** A path with something more before its ending, and short enough for a file system. */
function suffixed(file: string, suffix: string): string {
  const { dir, name, ext } = path.parse(file);
  const end = `${suffix}${ext}`;
  return path.join(dir, `${cut(name, MOST_BYTES - Buffer.byteLength(end))}${end}`);
}

/** The beginning of a text that takes so many bytes at most. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let left = bytes;
  let end = 0;
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** Whether an output's name tells pages apart, so that each page gets a file even where one could hold them all. */
export const namesPages = (name: OutputName): boolean => /\{(?:page|index)\}/.test(name.template);

/** A path in which no brace means anything. */
export const literal = (text: string): string => text.replaceAll('{', '{lbrace}');

/** The path behind one in which no brace means anything. */
export const unescaped = (template: string): string => template.replaceAll('{lbrace}', '{');

/** What no file system's names hold, or what would make a name look like another. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+|(?![\u200c\u200d])\p{Cf}/gu;

/** Windows' names of devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name of the diagram's made fit to name a file anywhere. */
function fileName(text: string): string {
  const plain = cut(text.replace(UNFIT, '_'), MOST_BYTES_OF_PART).replace(/^\.+/, '_').replace(/[. ]$/, '_');
  return plain === '' || DEVICE.test(plain) ? `${plain}_` : plain;
}
