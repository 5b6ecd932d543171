export { type FalcoHttpOptions, falcoHttp } from "./falco-http.js";
export type { FalcoHttpCounters } from "./falco-http-counters.js";
export {
  type FalcoHttpHandler,
  type FalcoHttpHandlerOptions,
  falcoHttpHandler,
} from "./falco-http-handler.js";
export type { FalcoHttpAuth } from "./gate.js";
export type { FalcoHttpReceiverOptions } from "./http-options.js";
export type { FalcoHttpTransport } from "./http-transport.js";
export type { FalcoHttpRateLimit } from "./rate-limit.js";
export type { FalcoHttpTls, PemSource } from "./server-tls.js";
