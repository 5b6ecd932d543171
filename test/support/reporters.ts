/** A vitest reporter with its options. */
type Reporter = string | [string, { readonly outputFile: string }];

/**
 * Vitest's usual report; in CI also one as JSON in `coverage/`, from which `.ci/run` counts the tests.
 *
 * @param name the run's name, which names the file
 */
export function reporters(name: string): Reporter[] {
  const usual: Reporter[] = ["default"];
  if (process.env.CI) usual.push(["json", { outputFile: `coverage/tests-${name}.json` }]);
  return usual;
}
