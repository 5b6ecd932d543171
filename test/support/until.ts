/** Resolves when the condition holds; looks at it after every turn of the event loop. The test's time-out bounds it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}
