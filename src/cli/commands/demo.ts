import type { Command } from "../cli-io.js";
export const demo: Command = async () => 0;
