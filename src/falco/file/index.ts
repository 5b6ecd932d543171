export { type FalcoFileOptions, falcoFile } from "./falco-file.js";
export type { FileTimers } from "./timers.js";
