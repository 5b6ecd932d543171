/**
 * How many alerts a second are brought from their JSON text to their outcome, beside the bare `JSON.parse` of the same
 * texts in the same run. Ratios, because machines are noisy. `npm run bench`
 */
import { DriftEngine, decodeAlert } from "../../src/index.js";
import { aws } from "../../src/providers/aws/index.js";
import { memoryState } from "../../src/testing/memory-state.js";
import { state } from "../support/aws-state.js";
import { cloudTrailAlert } from "../support/cloudtrail.js";

const ALERTS = 5_000;
const ROUNDS = 5;

const resources = Array.from({ length: 10_000 }, (_, at) => ({
  type: "aws_security_group",
  name: `web${at}`,
  attributes: { id: `sg-${at.toString(16).padStart(17, "0")}`, ingress: [], tags: {} },
}));
const content = state({ resources });

function alertText(at: number, readOnly: boolean): string {
  const { fields, ...alert } = cloudTrailAlert({
    "ct.id": `record-${at}`,
    "ct.src": "ec2.amazonaws.com",
    "ct.name": readOnly ? "DescribeInstances" : "AuthorizeSecurityGroupIngress",
    "ct.readonly": String(readOnly),
    "ct.request": JSON.stringify({
      groupId: resources[at]?.attributes.id,
      cidrIp: "0.0.0.0/0",
      fromPort: 22,
      toPort: 22,
      ipProtocol: "tcp",
      ipPermissions: {},
    }),
  });
  return JSON.stringify({ ...alert, output_fields: fields });
}

async function perSecond(step: () => Promise<void> | void): Promise<number> {
  const start = process.hrtime.bigint();
  await step();
  return ALERTS / (Number(process.hrtime.bigint() - start) / 1e9);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function measure(name: string, readOnlyShare: number): Promise<void> {
  const texts = Array.from({ length: ALERTS }, (_, at) => alertText(at, at % 100 < readOnlyShare * 100));
  const rates = { parse: [] as number[], decode: [] as number[], judge: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const engine = new DriftEngine({ providers: [aws()], state: [memoryState({ content })] });
    await engine.process({});
    rates.parse.push(
      await perSecond(() => {
        for (const text of texts) JSON.parse(text);
      }),
    );
    rates.decode.push(
      await perSecond(() => {
        for (const text of texts) decodeAlert(JSON.parse(text));
      }),
    );
    rates.judge.push(
      await perSecond(async () => {
        for (const text of texts) await engine.process(JSON.parse(text));
      }),
    );
    await engine.close();
  }
  const [parse, decode, judge] = [median(rates.parse), median(rates.decode), median(rates.judge)];
  const ratio = (rate: number): string => `${((rate / parse) * 100).toFixed(0)} % of JSON.parse`;
  console.log(
    `${name}: JSON.parse ${parse.toFixed(0)}/s, decoded ${ratio(decode)}, judged ${judge.toFixed(0)}/s (${ratio(judge)})`,
  );
}

console.log(`${ALERTS} alerts, a state of ${resources.length} resources, median of ${ROUNDS} rounds`);
await measure("all are drift", 0);
await measure("95 % only read", 0.95);
