export { type FalcoLinesOptions, falcoLines } from "./falco-lines.js";
