// SPDX-License-Identifier: Apache-2.0
// What the Java side asks for: `--name value` pairs.

/** The value of an argument; fails when it is missing and has no default. */
export function argument(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0 && otherwise === undefined) {
    throw new Error(`--${name} is missing`);
  }
  return at < 0 ? otherwise : process.argv[at + 1];
}
