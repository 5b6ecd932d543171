import type { ServiceMapping } from "../mapping-table.js";
import { addresses } from "./ec2-addresses.js";
import { gateways } from "./ec2-gateways.js";
import { ignored } from "./ec2-ignored.js";
import { images } from "./ec2-images.js";
import { instances } from "./ec2-instances.js";
import { launchTemplates } from "./ec2-launch-templates.js";
import { networkAcls } from "./ec2-network-acls.js";
import { networkInterfaces } from "./ec2-network-interfaces.js";
import { prefixLists } from "./ec2-prefix-lists.js";
import { routes } from "./ec2-routes.js";
import { securityGroups } from "./ec2-security-groups.js";
import { settings } from "./ec2-settings.js";
import { storage } from "./ec2-storage.js";
import { tags } from "./ec2-tags.js";
import { transitGateways } from "./ec2-transit-gateways.js";
import { vpcEndpoints } from "./ec2-vpc-endpoints.js";
import { vpcs } from "./ec2-vpcs.js";

/** The operations of `ec2.amazonaws.com`: instances, networks, storage. */
export const ec2: ServiceMapping = {
  ...addresses,
  ...gateways,
  ...ignored,
  ...images,
  ...instances,
  ...launchTemplates,
  ...networkAcls,
  ...networkInterfaces,
  ...prefixLists,
  ...routes,
  ...securityGroups,
  ...settings,
  ...storage,
  ...tags,
  ...transitGateways,
  ...vpcEndpoints,
  ...vpcs,
};
