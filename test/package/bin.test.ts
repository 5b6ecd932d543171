import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, inject, it } from "vitest";

function bin(): string {
  return path.join(inject("project"), "node_modules", ".bin", "tfdrift");
}

function tfdrift(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(bin(), args, { encoding: "utf8", timeout: 30_000, cwd: inject("project") });
}

it("prints its help", () => {
  expect(tfdrift("--help")).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringContaining("tfdrift COMMAND"),
  });
});

it("answers a mistake with one line and status 1", () => {
  expect(tfdrift("nonsense")).toMatchObject({
    status: 1,
    stdout: "",
    stderr: expect.stringMatching(/^tfdrift: [^\n]+\n$/),
  });
});

it("plays the demo in five seconds, ends by itself, and leaves nothing behind", () => {
  const before = performance.now();
  const left = (): string[] =>
    readdirSync(tmpdir()).filter((name) => /^tfdrift-(?!package-|test-)/.test(name));
  const already = left();
  const { status, stdout } = tfdrift("demo");
  expect(performance.now() - before).toBeLessThan(5000);
  expect(status).toBe(0);
  expect(stdout).toContain('module.network.aws_security_group.web["public"]');
  expect(stdout).toMatch(/received (\d+) = /);
  expect(left()).toEqual(already);
});

it("ends without a complaint when its reader goes away", () => {
  const piped = spawnSync(
    "bash",
    ["-c", `"${bin()}" falco-config --source aws_cloudtrail | head -n 1; exit "\${PIPESTATUS[0]}"`],
    {
      encoding: "utf8",
      timeout: 30_000,
    },
  );
  expect(piped).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringMatching(/^# falco\.yaml[^\n]*\n$/),
  });
});

it.each(["SIGINT", "SIGTERM"] as const)("stops watching at %s with status 0", async (signal) => {
  const project = inject("project");
  const state = path.join(project, "watched.tfstate");
  const make =
    'require("node:fs").writeFileSync(process.argv[1], JSON.stringify({version: 4, terraform_version: "1.11.4", serial: 1, lineage: "l", outputs: {}, resources: []}))';
  spawnSync(process.execPath, ["-e", make, state]);
  const child = spawn(bin(), ["watch", "--falco", "-", "--state", state], {
    cwd: project,
    stdio: ["pipe", "pipe", "pipe"],
  });
  // It listens for signals before anything else, and says when it is ready.
  let said = "";
  for await (const chunk of child.stderr) {
    said += String(chunk);
    if (said.includes("connected")) break;
  }
  child.kill(signal);
  const [status] = (await once(child, "exit")) as [number | null];
  expect(status).toBe(0);
});
