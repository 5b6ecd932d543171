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
export { type MemoryState, type MemoryStateOptions, memoryState } from "./memory-state.js";
export {
  type StateSourceContractOptions,
  type StateSourceHarness,
  stateSourceContract,
} from "./state-source-contract.js";
