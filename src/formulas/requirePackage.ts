/** The macro \require: takes a package in, as MathJax's own macro of that name does with the files that it loads. */

import { Configuration } from '@mathjax/src/js/input/tex/Configuration.js';
import { ConfigurationType, HandlerType } from '@mathjax/src/js/input/tex/HandlerTypes.js';
import TexError from '@mathjax/src/js/input/tex/TexError.js';
import { CommandMap } from '@mathjax/src/js/input/tex/TokenMap.js';
import type { ParseMethod } from '@mathjax/src/js/input/tex/Types.js';
import { PACKAGES, REQUIRABLE } from './texPackages.js';

/** The name of the package that has the macro, and under which TeX's data hold who takes packages in. */
export const REQUIRE_PACKAGE = 'require-present';

export interface PackageTaker {
  take(name: string): void;
}

/** MathJax lets no formula load these. */
const FORBIDDEN = new Set(['base', 'autoload', 'configmacros', 'setoptions', 'tagformat', 'texhtml']);

/** draw.io has these packages, but their fonts are in no registry. */
const UNAVAILABLE = new Set(['bbm', 'bboldx', 'dsfont']);

/** A formula needs what isn't there, rather than being wrong. */
export class UnavailablePackage extends Error {
  constructor(name: string) {
    super(`the fonts of the TeX package ${name} are not there.`);
  }
}

const require: ParseMethod = (parser, control) => {
  const macro = String(control);
  const name = parser.GetArgument(macro);
  if (!/^\w+$/.test(name)) {
    throw new TexError('BadPackageName', 'Argument for %1 is not a valid package name', macro);
  }
  if (FORBIDDEN.has(name)) {
    throw new TexError('BadRequire', 'Extension "%1" is not allowed to be loaded', `[tex]/${name}`);
  }
  if (UNAVAILABLE.has(name)) throw new UnavailablePackage(name);
  const needed = REQUIRABLE.get(name);
  if (needed) {
    const taker = parser.configuration.packageData.get(REQUIRE_PACKAGE) as PackageTaker;
    for (const each of [...needed, name]) taker.take(each);
  } else if (!PACKAGES.includes(name) && name !== 'require') {
    throw new TexError('RequireFail', 'Extension "%1" failed to load', name);
  }
  parser.Push(parser.itemFactory.create('null'));
};

new CommandMap(REQUIRE_PACKAGE, { require });
Configuration.create(REQUIRE_PACKAGE, {
  [ConfigurationType.HANDLER]: { [HandlerType.MACRO]: [REQUIRE_PACKAGE] },
});
