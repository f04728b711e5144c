// Runs a command beside a cache service: node test/support/run-cache-service.ts COMMAND...
// What the command gets in its environment are the variables that GitHub's runner gives to an action. Nothing is kept.
import { spawn } from "node:child_process";
import { startCacheService } from "./cache-service.ts";

const [command, ...args] = process.argv.slice(2);
if (command === undefined) throw new Error("which command?");
await using service = await startCacheService();
const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...service.env() } });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
process.exitCode = await new Promise<number>((resolve, reject) =>
	child.once("error", reject).once("exit", (code) => resolve(code ?? 1)),
);
