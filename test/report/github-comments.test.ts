import assert from "node:assert/strict";
import { test } from "node:test";
import type { SmokedService } from "../../src/model/documents/smoke.ts";
import {
	failureIssue,
	problemComment,
	pullRequestComment,
	recoveryComment,
} from "../../src/presentation/markdown/github-comments.ts";
import { escapeMentions } from "../../src/presentation/markdown/markdown.ts";
import { parseJobResults } from "../../src/presentation/run/jobs.ts";
import type { Run } from "../../src/presentation/run/run.ts";
import { runVerdict } from "../../src/presentation/run/run-verdict.ts";
import { aPlan, aService, toBuild } from "../support/documents.ts";

const digest = `sha256:${"a".repeat(64)}`;
const unchanged = {
	kind: "unchanged",
	reasons: [{ kind: "already-built", detail: "nothing it is built from has changed" }],
	digest,
	size: 50_000_000,
} as const;

function smoked(service: string, own: Partial<SmokedService> = {}): SmokedService {
	return {
		...{ service, platform: "linux/arm64", ref: `127.0.0.1:5000/test/${service}@${digest}`, digest },
		...{ verdict: "healthy", architecture: "aarch64", readyMs: 1200, probes: [] },
		...own,
	};
}

/** `api` is built and a megabyte larger, `web` is unhealthy, `db` is unchanged. */
function aRun(own: Partial<Run> = {}): Run {
	const services = ["api", "web", "db"].map((name) => aService({ name }));
	const before = { tag: "latest-arm64", digest, size: 49_000_000 };
	const plan = aPlan(services, ({ name }) => (name === "db" ? unchanged : { ...toBuild, before }));
	const built = plan.images
		.filter(({ service }) => service !== "db")
		.map(({ service, platform, fingerprint, contentRef }) => ({
			...{ service, platform, fingerprint, contentRef, digest, size: 50_000_000, durationMs: 2000 },
			...{ outcome: "built", checks: [] },
		}));
	const failure = { phase: "ready", guess: "nothing listens on 8080", log: ["Traceback:", "  boom"] } as const;
	return {
		plan,
		build: {
			kind: "lucid.build",
			version: 1,
			revision: plan.source.revision,
			images: built,
			command: [],
			durationMs: 9,
		},
		smoke: {
			...{ kind: "lucid.smoke", version: 1, revision: plan.source.revision, network: { name: "n" }, durationMs: 9 },
			services: [smoked("api"), smoked("web", { verdict: "unhealthy", failure })],
		},
		lint: {
			...{ kind: "lucid.lint", version: 1, files: 3 },
			findings: [
				{
					severity: "warning",
					code: "python/x",
					message: "pins nothing",
					at: { file: "api/requirements.txt", line: 3 },
				},
			],
		},
		url: "https://github.com/octo/lucid/actions/runs/7",
		...own,
	} as Run;
}

test("a comment has decisions, failures with their diagnosis, size changes, health and findings", () => {
	const text = pullRequestComment(aRun());
	assert.match(text, /^### ❌ 1 of 2 healthy, 2 built, 1 unchanged, 1 failed/);
	assert.match(text, /\| \*\*web\*\* \| ❌ failed \| nothing listens on 8080 \|/);
	assert.match(
		text,
		/\| \*\*api\*\* \| ✅ built \| never published \| 50\.0 MB \(\+1\.0 MB\) \| ✓ aarch64, ready in 1\.2 s \|/,
	);
	assert.ok(text.indexOf("**web**") < text.indexOf("**api**"), "what failed comes first");
	assert.match(text, /#### web: nothing listens on 8080/);
	assert.match(text, /^ {6}Traceback:$/m);
	assert.match(text, /<summary>1 finding<\/summary>/);
	assert.match(text, /`api\/requirements\.txt:3` pins nothing/);
	assert.match(text, /<summary>1 unchanged<\/summary>[\s\S]*\*\*db\*\*/);
	assert.match(text, /4f1c2aa00000 · \[run\]\(https:\/\/github\.com\/octo\/lucid\/actions\/runs\/7\)/);
});

test("external names and messages cause no mentions, no links and no broken tables", () => {
	const hostile = [
		"@octo/everyone and @someone",
		"#12, GH-12, octo/lucid#3, octo/lucid@4f1c2aa",
		"[click](https://evil.invalid) https://evil.invalid www.evil.invalid someone@evil.invalid",
		"![x](y) <img src=x> <!-- lucid-build-action comment 0123456789abcdef run 9.9 -->",
		"| a | b |\n# heading\n- list\n```\n$\\frac{1}{2}$",
	];
	for (const guess of hostile) {
		const failure = { phase: "ready", guess, log: [guess] } as const;
		const run = aRun();
		const services = [smoked("web", { verdict: "unhealthy", failure })];
		for (const text of [
			pullRequestComment({ ...run, smoke: { ...run.smoke, services } as NonNullable<Run["smoke"]> }),
			failureIssue({ ...run, smoke: { ...run.smoke, services } as NonNullable<Run["smoke"]> }),
			problemComment([{ code: "x/y", message: guess, why: guess, at: { file: guess } }], undefined),
		]) {
			const prose = text.split("\n").filter((line) => !line.startsWith("    "));
			for (const line of prose) {
				assert.doesNotMatch(
					line,
					/@\w|(?<!&)#\d|\bGH-\d|www\.|<img|<!--|!\[x\]\(|(?<!\()https?:\/\/evil|\]\(https:\/\/evil|^# |^```|\$/,
				);
				if (line.startsWith("| ")) assert.equal(line.replaceAll("\\|", "").split("|").length, 7, line);
			}
		}
	}
});

test("escapeMentions leaves code, numeric character references and plain text unchanged", () => {
	const plain = "    ghcr.io/a@sha256:12 #12\n&#58;// at 3 # 4, issue no. 5\n### title";
	assert.equal(escapeMentions(plain), plain);
	assert.equal(escapeMentions("@a #1").length, "@a #1".length + 2);
});

test("a comment always fits and names the shortened sections", () => {
	const services = Array.from({ length: 400 }, (_, i) => aService({ name: `service-${i}` }));
	const plan = aPlan(services);
	const noise = Array.from({ length: 60 }, (_, i) => `line ${i} ${"@x ".repeat(60)}`);
	const guess = "@everyone ".repeat(3000);
	const failed = services.map(({ name }) =>
		smoked(name, { verdict: "unhealthy", failure: { phase: "ready", guess, log: noise } }),
	);
	const run = aRun();
	const text = pullRequestComment({
		...run,
		plan,
		smoke: { ...run.smoke, services: failed } as NonNullable<Run["smoke"]>,
	});
	assert.ok(text.length < 65_000, String(text.length));
	assert.match(text, /^### ❌ 0 of 400 healthy/);
	assert.match(text, /\*\*service-0\*\*/);
	assert.match(text, /Shortened to fit: [^_]*table/);
	const problems = Array.from({ length: 3000 }, () => ({ code: "x/y", message: "z".repeat(200) }));
	assert.ok(problemComment(problems, undefined).length < 65_000);
});

test("an issue says what failed and why, and nothing else", () => {
	const text = failureIssue(aRun());
	assert.match(text, /\| \*\*web\*\* \| ❌ failed/);
	assert.match(text, /^ {6}Traceback:$/m);
	assert.doesNotMatch(text, /\*\*api\*\*|\*\*db\*\*|finding/);
	assert.match(recoveryComment(aRun({ smoke: undefined as never })), /^The run succeeded again\.\n\n### ✅/);
});

test("the same failure has the same id on another night, and another failure another", () => {
	const fails = (guess: string, service = "web") => {
		const run = aRun();
		const failure = { phase: "ready", guess, log: [] } as const;
		const services = [smoked(service, { verdict: "unhealthy", failure })];
		return runVerdict({ ...run, smoke: { ...run.smoke, services } as NonNullable<Run["smoke"]> });
	};
	const night = fails("no answer on 127.0.0.1:49153 after 30.2 s (abcdef1234567)");
	assert.equal(night.kind, "failed");
	assert.deepEqual(fails("no answer on 127.0.0.1:50001 after 31 s (1234567abcdef)"), night);
	assert.notDeepEqual(fails("exited with a segmentation fault"), night);
	assert.notDeepEqual(fails("no answer on 127.0.0.1:49153 after 30.2 s (abcdef1234567)", "api"), night);
});

test("a cancelled or only planned run is neither failed nor successful; a job without a result failed", () => {
	const run = aRun({ smoke: undefined as never });
	const after = (...texts: readonly string[]) => ({ ...run, jobs: parseJobResults(texts) });
	assert.equal(runVerdict(run).kind, "well");
	assert.equal(runVerdict(after("success", "skipped")).kind, "well");
	assert.equal(runVerdict(after("success", "cancelled")).kind, "cancelled");
	assert.equal(runVerdict({ plan: run.plan }).kind, "planned");
	assert.equal(runVerdict(after("success", "failure")).kind, "failed");
	assert.equal(runVerdict({ plan: run.plan, jobs: parseJobResults(["failure", "skipped"]) }).kind, "failed");
	assert.match(failureIssue(after("wave-2=failure")), /job wave-2 failed without a result: its log says more/);
});
