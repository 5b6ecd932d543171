import { DriftEngine, FalcoSubscriber } from "tfdrift-falco";
import { falcoGrpc } from "tfdrift-falco/falco/grpc";
import { aws } from "tfdrift-falco/providers/aws";
import { localState } from "tfdrift-falco/state/local";

const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());

const engine = new DriftEngine({
  subscriber: new FalcoSubscriber({ transport: falcoGrpc({ address: "unix:///run/falco/falco.sock" }) }),
  providers: [aws()],
  state: [localState({ path: "terraform.tfstate" })],
  trustedActors: ["arn:aws:iam::123456789012:role/terraform-ci"],
});

engine.on("drift.detected", ({ drift }) => {
  console.log(drift.severity.level, drift.resource.address, "changed by", drift.actor.name);
  for (const d of drift.differences) console.log(" ", d.path, d.declared, "->", d.observed);
});
await engine.run({ signal: stop.signal });
