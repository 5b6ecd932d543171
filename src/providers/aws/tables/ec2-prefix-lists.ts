import type { CloudChange } from "../../../model/cloud-change.js";
import type { ObservedChange, ResourceTarget } from "../../../model/resource-target.js";
import type { ServiceMapping } from "../mapping-table.js";
import { recordText, recordValues } from "../record-path.js";
import { added, given, has, removed, setTo, target } from "./ec2-targets.js";
import { creates, deletes, updates } from "./rows.js";

const LIST = ["aws_ec2_managed_prefix_list"];

/** Managed prefix lists. Source: EC2 API 2016-11-15 as CloudTrail records it. */
export const prefixLists: ServiceMapping = {
  CreateManagedPrefixList: creates(LIST, "response.prefixList.prefixListId", {
    "request.prefixListName": "name",
    "request.addressFamily": "address_family",
    "request.maxEntries": "max_entries",
  }),
  DeleteManagedPrefixList: deletes(LIST, "request.prefixListId"),
  ModifyManagedPrefixList: { targets: modifiedList },
  RestoreManagedPrefixListVersion: updates(LIST, "request.prefixListId"),
};

/** An entry is `aws_ec2_managed_prefix_list_entry`, else a block of its list. */
function modifiedList(change: CloudChange): readonly ResourceTarget[] {
  const id = recordText(change, "request.prefixListId");
  if (id === undefined) return [];
  const list = (changes: readonly ObservedChange[]): ResourceTarget =>
    target(change, "update", LIST, [has("id", id)], { changes });
  const entries = (["add", "remove"] as const).flatMap((action) =>
    elements(change, action).flatMap((element): readonly ResourceTarget[] => {
      const cidr = recordText(change, "each.cidr", element);
      if (cidr === undefined) return [];
      const description = recordText(change, "each.description", element);
      const entry = { cidr, ...given("description", description) };
      const match = [has("prefix_list_id", id), has("cidr", cidr)];
      const types = ["aws_ec2_managed_prefix_list_entry"];
      return action === "add"
        ? [
            target(change, "create", types, match, {
              changes: description === undefined ? [] : [setTo("description", description)],
              orElse: list([added("entry", entry)]),
            }),
          ]
        : [target(change, "delete", types, match, { orElse: list([removed("entry", entry)]) })];
    }),
  );
  const name = recordText(change, "request.prefixListName");
  const size = recordText(change, "request.maxEntries");
  const settings = [
    ...(name === undefined ? [] : [setTo("name", name)]),
    ...(size === undefined ? [] : [setTo("max_entries", size)]),
  ];
  const targets = [...entries, ...(settings.length === 0 ? [] : [list(settings)])];
  return targets.length > 0 ? targets : [list([])];
}

function elements(change: CloudChange, action: "add" | "remove"): ReturnType<typeof recordValues> {
  return [
    ...recordValues(change, `request.${action}Entry[]`),
    ...recordValues(change, `request.${action}Entries[]`),
  ];
}
