export { type LocalStateOptions, localState } from "./local-state.js";
export { type LocalWatchOptions, machineTimers, type WatchTimers } from "./watch-file.js";
