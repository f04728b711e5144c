// The daily loop of one FastAPI service for an architecture that is not the machine's. It takes half an hour: pip runs
// under QEMU. Run it with `script/bench daily-emulated`.
import { arch } from "node:os";
import { daily } from "./daily/measure.ts";

await daily({ platform: arch() === "arm64" ? "linux/amd64" : "linux/arm64", how: "under QEMU", heavy: "plain" });
