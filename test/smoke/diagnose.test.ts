import assert from "node:assert/strict";
import { test } from "node:test";
import { likelyCause, type Symptoms } from "../../src/stages/smoke/verdict/diagnose.ts";

const exit = (exitCode: number, outOfMemory = false) => ({ exit: { exitCode, outOfMemory } });

const cases: readonly (readonly [what: string, symptoms: Partial<Symptoms>, wanted: string | RegExp])[] = [
	[
		"a Python module that is not there",
		{ ...exit(1), log: ["Traceback", "ModuleNotFoundError: No module named 'controller'"] },
		"ModuleNotFoundError: controller: not in the image, or not on PYTHONPATH",
	],
	[
		"a Node module that is not there",
		{ ...exit(1), log: ["Error: Cannot find module 'express'"] },
		"cannot find module express: not in the image",
	],
	[
		"a shared library that is not there",
		{ ...exit(127), log: ["x: error while loading shared libraries: libssl.so.3: cannot open shared object file"] },
		"shared library libssl.so.3 is not in the image",
	],
	[
		"a C library that is too old",
		{ ...exit(1), log: ["x: /lib/libc.so.6: version `GLIBC_2.38' not found (required by x)"] },
		/^GLIBC_2\.38 is not in the image/,
	],
	[
		"a write to a read-only file system",
		{ ...exit(1), log: ["OSError: [Errno 30] Read-only file system: '/var/lib/state'"] },
		"writes to its read-only file system: needs a writable /var/lib/state (hardening.tmpfs)",
	],
	[
		"the same in Node's words",
		{ ...exit(1), log: ["Error: EROFS: read-only file system, open '/data/db'"] },
		/needs a writable \/data\/db/,
	],
	[
		"a file it may not read",
		{ ...exit(1), log: ["PermissionError: [Errno 13] Permission denied: '/etc/secret'"] },
		/^permission denied on \/etc\/secret/,
	],
	[
		"a low port",
		{ ...exit(1), log: ["nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)"] },
		/NET_BIND_SERVICE/,
	],
	[
		"a program that is not there",
		{ startError: 'exec: "python": executable file not found in $PATH', ...exit(127) },
		"python is not in the image: check ENTRYPOINT and CMD",
	],
	[
		"another architecture, in the kernel's words",
		{ ...exit(255), log: ["exec /app: exec format error"] },
		/^exec format error/,
	],
	[
		"another architecture, as found",
		{ architecture: { wanted: "aarch64", found: "x86_64" }, log: [] },
		"wrong architecture: x86_64, wanted aarch64",
	],
	["out of memory", exit(137, true), "out of memory: hardening.memory is too low (exit 137)"],
	[
		"killed, by whom is not known",
		exit(137),
		"exited with 137 (SIGKILL: killed from outside, or out of memory); it logged nothing",
	],
	["a segmentation fault", exit(139), "exited with 139 (SIGSEGV: segmentation fault); it logged nothing"],
	["an exit with last words", { ...exit(3), log: ["a", "cannot go on"] }, "exited with 3 (error): cannot go on"],
	[
		"a service that listens inwards only, whatever its log complains about",
		{
			probe: { error: "connection reset", port: 8080 },
			listeners: [{ address: "127.0.0.1", port: 8080 }],
			log: ["Permission denied: /etc/x"],
		},
		"listens on 127.0.0.1:8080 only: let it listen on 0.0.0.0",
	],
	[
		"the same, when only the log can tell",
		{ probe: { error: "connection reset", port: 8080 }, log: ["Uvicorn running on http://127.0.0.1:8080"] },
		/^listens on 127\.0\.0\.1:8080 only, as its log says/,
	],
	[
		"another port",
		{ probe: { error: "connection reset", port: 8080 }, listeners: [{ address: "0.0.0.0", port: 9000 }] },
		"nothing listens on port 8080; it listens on 9000",
	],
	[
		"no port at all",
		{ probe: { error: "connection reset", port: 8080, afterMs: 61_040 }, listeners: [] },
		"nothing listens on port 8080 after 61 s",
	],
	[
		"a health path that is not there",
		{ probe: { error: "answered 404, wanted 200-399", status: 404, path: "/helth", port: 8080 } },
		"answers 404 at /helth: is the health path right?",
	],
	[
		"a service that says it is ill",
		{ probe: { error: "answered 503, wanted 200-399", status: 503 } },
		/^answered 503.*not well$/,
	],
	[
		"a service that runs and answers, with old warnings in its log",
		{ probe: { error: "answered 404, wanted 200", status: 404, path: "/x" }, log: ["Permission denied: '/etc/x'"] },
		/^answers 404/,
	],
	[
		"no answer in time",
		{ probe: { error: "no complete answer within 5 s" } },
		"takes the connection and gives no complete answer within 5 s",
	],
	["nothing to go by", {}, "no sign of the cause in its log"],
];

for (const [what, symptoms, wanted] of cases)
	test(`the guess names ${what}`, () => {
		const said = likelyCause({ log: [], ...symptoms });
		if (typeof wanted === "string") assert.equal(said, wanted);
		else assert.match(said, wanted);
	});
