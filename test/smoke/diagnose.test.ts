import assert from "node:assert/strict";
import { test } from "node:test";
import { likelyCause, type Symptoms } from "../../src/stages/smoke/verdict/diagnose.ts";

const exit = (exitCode: number, outOfMemory = false) => ({ exit: { exitCode, outOfMemory } });

const cases: readonly (readonly [what: string, symptoms: Partial<Symptoms>, expected: string | RegExp])[] = [
	[
		"a missing Python module",
		{ ...exit(1), log: ["Traceback", "ModuleNotFoundError: No module named 'controller'"] },
		"ModuleNotFoundError: controller: not in the image, or not on PYTHONPATH",
	],
	[
		"a missing Node module",
		{ ...exit(1), log: ["Error: Cannot find module 'express'"] },
		"cannot find module express: not in the image",
	],
	[
		"a missing shared library",
		{ ...exit(127), log: ["x: error while loading shared libraries: libssl.so.3: cannot open shared object file"] },
		"shared library libssl.so.3 is not in the image",
	],
	[
		"a C library that is too old",
		{ ...exit(1), log: ["x: /lib/libc.so.6: version `GLIBC_2.38' not found (required by x)"] },
		/^GLIBC_2\.38 not found/,
	],
	[
		"a write to a read-only file system",
		{ ...exit(1), log: ["OSError: [Errno 30] Read-only file system: '/var/lib/state'"] },
		"writes to its read-only file system: needs a writable /var/lib/state (hardening.tmpfs)",
	],
	[
		"the same in Node's error",
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
		"a missing program",
		{ startError: 'exec: "python": executable file not found in $PATH', ...exit(127) },
		"python is not in the image: check ENTRYPOINT and CMD",
	],
	[
		"another architecture, by the kernel's error",
		{ ...exit(255), log: ["exec /app: exec format error"] },
		/^exec format error/,
	],
	[
		"another architecture, by the program's file",
		{ architecture: { wanted: "aarch64", found: "x86_64" }, log: [] },
		"wrong architecture: x86_64, expected aarch64",
	],
	["out of memory", exit(137, true), "out of memory: hardening.memory is too low (exit 137)"],
	[
		"killed, by an unknown sender",
		exit(137),
		"exited with 137 (SIGKILL: killed from outside, or out of memory); no log output",
	],
	["a segmentation fault", exit(139), "exited with 139 (SIGSEGV: segmentation fault); no log output"],
	["an exit with a last log line", { ...exit(3), log: ["a", "cannot go on"] }, "exited with 3 (error): cannot go on"],
	[
		"a service that listens only on loopback, whatever its log says",
		{
			probe: { error: "connection reset", port: 8080 },
			listeners: [{ address: "127.0.0.1", port: 8080 }],
			log: ["Permission denied: /etc/x"],
		},
		"listens only on 127.0.0.1:8080: make it listen on 0.0.0.0",
	],
	[
		"the same, when only the log shows it",
		{ probe: { error: "connection reset", port: 8080 }, log: ["Uvicorn running on http://127.0.0.1:8080"] },
		/^listens only on 127\.0\.0\.1:8080, according to its log/,
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
		"a nonexistent health path",
		{ probe: { error: "answered 404, expected 200-399", status: 404, path: "/helth", port: 8080 } },
		"answers 404 at /helth: check the health path in the catalog",
	],
	[
		"a service that reports a failure",
		{ probe: { error: "answered 503, expected 200-399", status: 503 } },
		/^answered 503.*reports that it is unhealthy$/,
	],
	[
		"a service that runs and answers, with old warnings in its log",
		{ probe: { error: "answered 404, expected 200", status: 404, path: "/x" }, log: ["Permission denied: '/etc/x'"] },
		/^answers 404/,
	],
	[
		"no answer in time",
		{ probe: { error: "no complete answer within 5 s" } },
		"accepts the connection, but gives no complete answer within 5 s",
	],
	["that nothing is known", {}, "unknown cause: its log shows no known error"],
];

for (const [what, symptoms, expected] of cases)
	test(`the likely cause names ${what}`, () => {
		const cause = likelyCause({ log: [], ...symptoms });
		if (typeof expected === "string") assert.equal(cause, expected);
		else assert.match(cause, expected);
	});
