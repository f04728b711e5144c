// The daily loop of one FastAPI service on the machine's own architecture. Run it with `script/bench daily`;
// `script/bench daily-emulated` is the same under QEMU.
import { arch } from "node:os";
import { daily } from "./daily/measure.ts";

await daily({ platform: arch() === "arm64" ? "linux/arm64" : "linux/amd64", how: "natively", heavy: "all" });
