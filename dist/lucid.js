#!/usr/bin/env node
if (Number.parseInt(process.versions.node, 10) < 24) {
	console.error(`lucid needs Node 24 or newer; this is ${process.version}`);
	process.exit(3);
}
const { start } = await import("./index.js");
await start("lucid");
