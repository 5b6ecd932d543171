import type { JsonValue, StateSnapshot } from "../../index.js";
import { parseJson } from "../../internal/parse-json.js";
import { isJsonObject } from "../../model/json.js";
import { instanceAddress } from "../../state/address.js";
import { decodeState } from "../../state/decode-state.js";
import { stateText } from "../../state/state-text.js";
import { type Command, EXIT } from "../cli-io.js";
import { stateSources } from "../input/state-option.js";
import { parseOptions, texts } from "../options.js";
import { inStateListOrder } from "../output/address-order.js";
import { lineWriter } from "../output/line-writer.js";

/** `tfdrift state`: the addresses of each state in turn, as `terraform state list` prints them. */
export const state: Command = async (args, io) => {
  const values = parseOptions(args, { state: { type: "string", multiple: true } });
  const out = lineWriter(io.stdout);
  for (const source of stateSources(texts(values, "state"))) {
    const read = await source.read({ signal: io.signal });
    if (read.status === "unchanged") continue;
    for (const address of inStateListOrder(addressesIn(read.content, source.name))) {
      out.write(address);
      await out.drained();
    }
  }
  await out.flushed();
  return EXIT.ok;
};

/** Every address once: a deposed object shares it with the current one, if there is one. */
function addressesIn(content: Uint8Array | StateSnapshot, name: string): readonly string[] {
  const snapshot = "resources" in content ? content : decodeState(content, { name });
  const managed = [...snapshot.resources, ...snapshot.deposed].map(({ address }) => address);
  return [...new Set([...managed, ...("resources" in content ? [] : dataAddresses(content, name))])];
}

/** The data sources, which Terraform lists and which no drift concerns, so that a snapshot leaves them out. */
function dataAddresses(content: Uint8Array, name: string): readonly string[] {
  const raw = parseJson(stateText(content, name));
  const resources = isJsonObject(raw) ? listed(raw.resources) : [];
  return resources.filter(isJsonObject).flatMap(({ mode, module, type, name, instances }) => {
    if (mode !== "data" || typeof type !== "string" || typeof name !== "string") return [];
    return listed(instances)
      .filter(isJsonObject)
      .map(({ index_key: key }) =>
        instanceAddress({
          module: typeof module === "string" ? module : undefined,
          type: `data.${type}`,
          name,
          indexKey: typeof key === "string" || typeof key === "number" ? key : undefined,
        }),
      );
  });
}

function listed(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
