import assert from "node:assert/strict";
import { test } from "node:test";
import { demultiplex } from "../../src/stages/smoke/engine/exec-in-container.ts";

function frame(kind: number, text: string): Buffer {
	const head = Buffer.alloc(8);
	head[0] = kind;
	head.writeUInt32BE(Buffer.byteLength(text), 4);
	return Buffer.concat([head, Buffer.from(text)]);
}

test("stdout and stderr are separated for every chunk size", () => {
	const all = Buffer.concat([frame(1, "out one\n"), frame(2, "err\n"), frame(1, ""), frame(1, "out two\n")]);
	for (let size = 1; size <= all.length; size++) {
		const output = { stdout: "", stderr: "" };
		const read = demultiplex((bytes, stream) => {
			output[stream] += bytes;
		});
		for (let at = 0; at < all.length; at += size) read(all.subarray(at, at + size));
		assert.deepEqual(output, { stdout: "out one\nout two\n", stderr: "err\n" }, `chunks of ${size}`);
	}
});
