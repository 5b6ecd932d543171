/** What is known of a request before its body comes, the same from Node's server and from Fetch. */
export interface RequestHead {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Where the sender is, as far as it is known. */
  readonly remoteAddress?: string | undefined;
  /** A header by its name in lower case. */
  header(name: string): string | undefined;
}
