import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { realpath } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { inspectEngine, requireEngine } from "../../src/adapters/docker/engine.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry, readMirrors } from "../../src/adapters/registry/registry.ts";
import type { BuiltImage } from "../../src/model/documents/build.ts";
import type { PlannedImage } from "../../src/model/documents/plan.ts";
import type { VerifiedImage, VerifyResult } from "../../src/model/documents/verify.ts";
import type { Service, VerifySettings } from "../../src/model/service/service.ts";
import { verifyChecks } from "../../src/model/service/verify-checks.ts";
import { runBuild } from "../../src/stages/build/run-build.ts";
import { Verifier } from "../../src/stages/verify/verifier.ts";
import { anImage, aPlan } from "../build/support.ts";
import { aService } from "../support/documents.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const prefix = `${host}/lucid-test/verify-${randomBytes(4).toString("hex")}`;
const registry = openRegistry({ mirrors: readMirrors([process.env.LUCID_MIRRORS ?? ""]) });
const docker = dockerWith(exec);
const distroless = "gcr.io/distroless/python3-debian12";
const python = "python:3.11-slim";
const debian = "debian:bookworm-slim";

/** The service of the build reports in its final form: all checks pass. */
const good = {
	from: `FROM ${distroless}`,
	source: "COPY --chown=65532:65532 app/ /app/",
	packages: "COPY packages/ /usr/local/lib/python3.11/dist-packages/",
	place: "WORKDIR /app\nENV PYTHONPATH=/app",
	more: "",
	expose: "EXPOSE 8500",
	user: "USER 65532:65532",
	health: `HEALTHCHECK CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8500/health')"]`,
	start: 'ENTRYPOINT ["/usr/bin/python3", "-m", "controller.main"]',
};
const policy: VerifySettings = {
	base: ["gcr.io/distroless/*"],
	files: ["/app/controller/main.py"],
	imports: ["controller.main"],
	labels: ["com.lucid.service"],
	maxSize: 100_000_000,
};

/** A defect that cost the reports hours, and the checks that report it. The rest of each image is correct. */
interface Defect {
	/** Number of the build report, and its text. */
	readonly report: string;
	readonly lines?: Partial<typeof good>;
	readonly verify?: Partial<VerifySettings>;
	readonly labels?: Readonly<Record<string, string>>;
	readonly failed: readonly string[];
	/** Set if the good image is not the fixed one. */
	readonly fixed?: Partial<typeof good>;
}

const foreign = `FROM --platform=linux/amd64 ${python} AS builder`;
const defects: Readonly<Record<string, Defect>> = {
	home: {
		report: "000, 001: packages in /home/app/.local, where the runtime never looks",
		lines: { packages: "COPY packages/ /home/app/.local/lib/python3.11/site-packages/" },
		failed: ["import", "python-packages"],
	},
	usrlocal: {
		report: "001, wrong fix: /root/.local to /usr/local makes it site-packages, where Debian's Python does not look",
		lines: { packages: "COPY packages/ /usr/local/lib/python3.11/site-packages/" },
		failed: ["import", "python-packages"],
	},
	nosource: {
		report: "002.1: ModuleNotFoundError, the source was not copied",
		lines: { source: "" },
		failed: ["entrypoint-module", "file", "import"],
	},
	wheel: {
		report: "002.7: the builder is on $BUILDPLATFORM, and so are the native wheels it installs",
		lines: {
			from: `${foreign}\nFROM ${distroless}`,
			more: "COPY --from=builder /usr/bin/python3.11 /usr/local/lib/python3.11/dist-packages/speed/_speed.so",
		},
		failed: ["binaries"],
	},
	format: {
		report: "002: exec format error, the entrypoint is a program of the build machine",
		lines: {
			from: `${foreign}\nFROM ${distroless}`,
			more: "COPY --from=builder /usr/bin/python3.11 /app/controller/run",
			start: 'ENTRYPOINT ["/app/controller/run"]',
		},
		failed: ["binaries", "entrypoint", "entrypoint-machine"],
	},
	platform: {
		report: "002.8: a hard-coded --platform in the last FROM",
		lines: { from: `FROM --platform=linux/amd64 ${distroless}` },
		verify: { imports: [] },
		failed: ["binaries", "entrypoint-machine", "platform"],
	},
	literal: {
		report: "000, warning 2: labels show a literal $BUILD_DATE",
		lines: { more: "LABEL org.opencontainers.image.build-date=\\$BUILD_DATE" },
		failed: ["labels-expanded"],
	},
	nolabel: {
		report: "002.9: ARG is not declared in the stage of the LABEL, which comes out empty",
		lines: { more: 'LABEL com.lucid.commit="$GIT_COMMIT"' },
		verify: { labels: ["com.lucid.service", "com.lucid.commit"] },
		failed: ["labels"],
		fixed: { more: 'ARG GIT_COMMIT=4f1c2aa\nLABEL com.lucid.commit="$GIT_COMMIT"' },
	},
	revision: {
		report: "002.13: VCS_REF is manual-build",
		labels: { "org.opencontainers.image.revision": "manual-build" },
		failed: ["revision"],
	},
	nopassword: {
		report: "002.10: MONGODB_PASSWORD is undefined when the image is built",
		lines: { more: `ENV MONGODB_URI=mongodb://lucid:\${MONGODB_PASSWORD}@lucid-mongodb:27017/lucid` },
		failed: ["env-expanded"],
	},
	password: {
		report: "002.10, wrong fix: a password for all to read",
		lines: { more: `ENV MONGODB_URI=mongodb://lucid:\${MONGODB_PASSWORD:-changeme}@lucid-mongodb:27017/lucid` },
		failed: ["credentials"],
	},
	argument: {
		report: "000: what is handed in as a build argument stays in the history",
		lines: { more: "ARG API_TOKEN=c4f1d2aa77" },
		failed: ["credentials"],
	},
	root: { report: "001: no USER, so it is root", lines: { user: "" }, failed: ["user"] },
	username: {
		report: "001: useradd's user, which distroless does not have",
		lines: { user: "USER nonroot" },
		failed: ["user"],
	},
	shell: {
		report: "000, 003: no shell and no package manager, ticked without a look",
		lines: {
			from: `FROM ${debian} AS builder\nFROM ${distroless}`,
			more: "COPY --from=builder /usr/bin/dash /usr/bin/apt-get /opt/tools/",
		},
		failed: ["no-package-manager", "no-shell"],
	},
	healthpath: {
		report: "001: the health check asks for a path that is not there",
		lines: { health: good.health.replace("/health", "/api/v1/meta/health") },
		failed: ["healthcheck-target"],
	},
	healthport: {
		report: "000, 001: the health check asks at another port",
		lines: { health: good.health.replace("8500", "8080") },
		failed: ["healthcheck-target"],
	},
	healthprogram: {
		report: "001: a health check with a program that distroless does not have",
		lines: { health: 'HEALTHCHECK CMD ["curl", "-f", "http://localhost:8500/health"]' },
		failed: ["healthcheck-program"],
	},
	healthshell: {
		report: "001: a health check in shell form",
		lines: { health: "HEALTHCHECK CMD /usr/bin/python3 -c 'pass' || exit 1" },
		failed: ["healthcheck-program"],
	},
	nohealth: { report: "004: health checks, ticked without a look", lines: { health: "" }, failed: ["healthcheck"] },
	ports: {
		report: "003: ports, ticked without a look",
		lines: { expose: "EXPOSE 8501" },
		failed: ["port", "port-extra"],
	},
	base: {
		report: "000, 004: distroless base, ticked without a look",
		lines: {
			from: `FROM ${python}`,
			packages: "COPY packages/ /usr/lib/python3/dist-packages/",
			start: 'ENTRYPOINT ["/usr/bin/python3", "-m", "controller.main"]',
		},
		failed: ["base"],
	},
	size: { report: "000, 004: sizes, estimated or reported by hand", verify: { maxSize: 1_000_000 }, failed: ["size"] },
	secrets: {
		report: "001: COPY of everything, .env and keys with it",
		lines: { more: "COPY context/ /app/" },
		failed: ["secrets"],
	},
	script: {
		report: "001: a start script on an image without a shell",
		lines: { more: "COPY --chmod=755 start.sh /app/", start: 'ENTRYPOINT ["/app/start.sh"]' },
		failed: ["entrypoint"],
	},
	mode: {
		report: "001: a start script that cannot be executed",
		lines: { more: "COPY --chmod=644 start.py /app/", start: 'ENTRYPOINT ["/app/start.py"]' },
		failed: ["entrypoint"],
		fixed: { more: "COPY --chmod=755 start.py /app/", start: 'ENTRYPOINT ["/app/start.py"]' },
	},
	version: {
		report: "000: builder and runtime with different Pythons",
		lines: { packages: "COPY packages/ /usr/local/lib/python3.12/dist-packages/" },
		failed: ["import", "python-packages"],
	},
};

const dockerfile = (lines: Partial<typeof good>) => `${Object.values({ ...good, ...lines }).join("\n")}\n`;
const files: Readonly<Record<string, string>> = {
	"app/controller/__init__.py": "",
	"app/controller/main.py": "import mesh\n\nif __name__ == '__main__':\n    print(mesh.NAME)\n",
	"packages/mesh.py": "NAME = 'mesh'\n",
	"packages/mesh-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: mesh\nVersion: 1.0\n",
	"context/.env": "MONGODB_PASSWORD=changeme\n",
	"context/.env.example": "MONGODB_PASSWORD=\n",
	"context/tls.key": "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n",
	"start.sh": "#!/bin/sh\nexec python3 -m controller.main\n",
	"start.py": "#!/usr/bin/python3\nimport controller.main\n",
	"pad.bin": randomBytes(9_000_000).toString("latin1"),
	"good.Dockerfile": dockerfile({}),
	"grown.Dockerfile": dockerfile({ more: "COPY pad.bin /app/" }),
	...Object.fromEntries(
		Object.entries(defects).flatMap(([name, { lines = {}, fixed }]) => [
			[`${name}.Dockerfile`, dockerfile(lines)],
			...(fixed === undefined ? [] : [[`${name}-fixed.Dockerfile`, dockerfile(fixed)]]),
		]),
	),
};

function serviceFor(name: string, defect?: Defect): Service {
	return aService({
		name,
		context: ".",
		dockerfile: `${name}.Dockerfile`,
		image: `${prefix}/${name}`,
		ports: [{ container: 8500, protocol: "tcp" }],
		health: {
			kind: "http",
			path: "/health",
			port: 8500,
			method: "GET",
			headers: {},
			status: [[200, 399]],
			negative: true,
			timing: {
				startPeriod: 1,
				interval: 1,
				timeout: 1,
				retries: 1,
				successes: 1,
				stable: 1,
				stopGracePeriod: 1,
				wrongAnswerPeriod: 1,
			},
		},
		labels: { "com.lucid.service": "{{name}}", ...defect?.labels },
		// Imports are slow under emulation: only for defects that they detect.
		verify: { ...policy, ...(defect?.failed.includes("import") === false && { imports: [] }), ...defect?.verify },
	});
}

const services: readonly Service[] = [
	serviceFor("good"),
	serviceFor("grown"),
	...Object.entries(defects).flatMap(([name, defect]) => [
		serviceFor(name, defect),
		...(defect.fixed === undefined ? [] : [{ ...serviceFor(`${name}-fixed`, defect) }]),
	]),
];

describe("verify on images in a real registry", () => {
	let repo: Repo;
	let result: VerifyResult;
	let rows: readonly BuiltImage[];
	let planned: readonly PlannedImage[];

	before(async () => {
		repo = await makeRepo(files);
		requireEngine(await inspectEngine(docker), { build: true, platforms: ["linux/arm64"] });
		const bases = await Promise.all(
			[distroless, python, debian].map(async (ref) => ({ ref, pinned: (await registry.resolve(ref)).pinned })),
		);
		planned = services.map((service): PlannedImage => anImage(service, { bases }));
		const plan = aPlan(services, planned);
		const tools = {
			plan,
			docker,
			registry,
			progress: () => undefined,
			signal: new AbortController().signal,
			now: () => performance.now(),
		};
		const built = await runBuild({ ...tools, root: await realpath(repo.root), env: {} });
		rows = built.images;
		assert.deepEqual(
			rows.filter(({ outcome }) => outcome !== "built").map(({ service, error }) => [service, error]),
			[],
		);
		// The grown image is compared with the good one, under its floating tag.
		await publishGood();
		const verifier = new Verifier({ ...tools, floatingTag: () => "latest" });
		result = verifier.result(await verifier.verify(rows, rows));
	});
	after(() => repo[Symbol.asyncDispose]());

	async function publishGood(): Promise<void> {
		const from = `${prefix}/good`;
		const to = `${prefix}/grown`;
		const digest = rows.find(({ service }) => service === "good")?.digest;
		const manifest = (await registry.manifest(`${from}@${digest}`)) ?? assert.fail("the good image is gone");
		const { content } = manifest;
		assert.ok(content.kind === "image");
		for (const blob of [content.config, ...content.layers]) await registry.copyBlob(from, to, blob);
		await registry.putManifest(`${to}:latest`, manifest.bytes, manifest.descriptor.mediaType);
	}

	const image = (name: string): VerifiedImage =>
		result.images.find(({ service }) => service === name) ?? assert.fail(`no row of ${name}`);
	const failedChecks = (name: string) => [
		...new Set(
			image(name)
				.checks.filter(({ ok }) => !ok)
				.map(({ id }) => id),
		),
	];
	const actual = (name: string, id: string) => image(name).checks.find((check) => check.id === id)?.actual ?? "nothing";

	test("the good image passes, and every check ran or says why not", () => {
		assert.deepEqual(
			image("good").checks.filter(({ ok }) => !ok),
			[],
		);
		const seen = new Set([...image("good").checks, ...image("good").unchecked].map(({ id }) => id));
		// The base decides which of the two user checks runs.
		assert.deepEqual(
			verifyChecks.map(({ id }) => id).filter((id) => !seen.has(id)),
			["nonroot"],
		);
		assert.deepEqual(
			image("good").unchecked.map(({ id, reason }) => `${id}: ${reason}`),
			["growth: nothing is published as latest yet"],
		);
	});

	for (const [name, { report, failed, fixed }] of Object.entries(defects))
		test(`report ${report}: ${failed.join(", ")}`, () => {
			assert.deepEqual(failedChecks(name).sort(), [...failed].sort(), JSON.stringify(image(name).checks, undefined, 1));
			if (fixed !== undefined) assert.deepEqual(failedChecks(`${name}-fixed`), []);
		});

	test("each failed check says what it found, and where", () => {
		assert.match(
			actual("wheel", "binaries"),
			/^\/usr\/local\/lib\/python3\.11\/dist-packages\/speed\/_speed\.so is x86_64$/,
		);
		assert.match(
			actual("home", "python-packages"),
			/^\/home\/app\/\.local\/lib\/python3\.11\/site-packages \(1 package\)/,
		);
		assert.match(actual("home", "import"), /^ModuleNotFoundError: No module named 'mesh'/);
		assert.match(actual("shell", "no-shell"), /^\/opt\/tools\/dash$/);
		assert.match(
			actual("secrets", "secrets"),
			/^\/app\/\.env \(an environment file\), \/app\/tls\.key \(a private key\)$/,
		);
		assert.match(actual("script", "entrypoint"), /\/bin\/sh is not in the image/);
		assert.match(actual("mode", "entrypoint"), /not executable for user 65532:65532 \(mode 0644\)/);
		assert.match(actual("base", "base"), /^python:3\.11-slim$/);
		assert.doesNotMatch(JSON.stringify(result), /changeme|c4f1d2aa77/, "a credential is not repeated");
	});

	test("growth against the published image names the grown layer", () => {
		assert.deepEqual(failedChecks("grown"), ["growth"]);
		assert.match(actual("grown", "growth"), /^\+\d+\.\d MB: \+\d+\.\d MB COPY pad\.bin \/app\/ \(new\)/);
	});

	test("layers that images share are read once", () => {
		const all = rows.reduce((sum, { layers = 0 }) => sum + layers, 0);
		assert.ok(result.layers.read < all / 2, `${result.layers.read} of ${all} layers were read`);
	});

	test("a check that is off is listed as unchecked, and a warning does not fail", async () => {
		const off = {
			...services[0],
			name: "root",
			verify: { ...policy, imports: [], checks: { user: "off", size: "warning" } },
		};
		const plan = aPlan([off as Service], planned);
		const wanted = rows.filter(({ service }) => service === "root");
		const verifier = new Verifier({
			plan,
			docker,
			registry,
			floatingTag: () => undefined,
			progress: () => undefined,
			signal: new AbortController().signal,
			now: () => performance.now(),
		});
		const images = await verifier.verify(wanted, rows);
		assert.deepEqual(
			images[0]?.checks.filter(({ ok }) => !ok),
			[],
		);
		assert.ok(images[0]?.unchecked.some(({ id, reason }) => id === "user" && /switched off/.test(reason)));
	});
});
