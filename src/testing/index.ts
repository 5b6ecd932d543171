export {
  type AlertTransportContractOptions,
  type AlertTransportHarness,
  alertTransportContract,
  contractAlert,
} from "./alert-transport-contract.js";
export type { ContractCase } from "./contract-case.js";
export type { ServedAlert } from "./falco-message.js";
export { type FalcoServer, type FalcoServerOptions, startFalcoServer } from "./falco-server.js";
export type { FalcoServerTls } from "./falco-server-listener.js";
