// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../../src/stages/lint/results/apply-edits.ts";
import { findingsIn } from "./support.ts";

/** The Dockerfile with every edit of a rule made, as --fix makes them; and how much the rule still finds. */
async function applyFixes(rule: string, text: string): Promise<{ readonly text: string; readonly left: number }> {
	const findings = (await findingsIn({ Dockerfile: text })).filter(({ code }) => code === rule);
	const made = applyEdits(findings, () => text).files.get("Dockerfile");
	return made === undefined ? { text, left: findings.length } : applyFixes(rule, made);
}

test("casing: AS follows FROM, with any text between", async () => {
	assert.deepEqual(
		await applyFixes("from-casing", "\uFEFFFROM --platform=$TARGETPLATFORM debian as base\nFROM base aS b\n"),
		{
			text: "\uFEFFFROM --platform=$TARGETPLATFORM debian AS base\nFROM base AS b\n",
			left: 0,
		},
	);
	assert.deepEqual(await applyFixes("from-casing", "from debian \\\n  AS base\n"), {
		text: "from debian \\\n  as base\n",
		left: 0,
	});
});

test("ARG: declared once per stage, above its first use and the comment of that instruction", async () => {
	const before =
		"ARG V\r\nFROM debian\r\n# The version.\r\nLABEL v=$V\r\nENV V2=${V}x\r\nFROM debian\r\nRUN echo $V\r\n";
	assert.deepEqual(await applyFixes("undeclared-arg", before), {
		text: "ARG V\r\nFROM debian\r\nARG V\r\n# The version.\r\nLABEL v=$V\r\nENV V2=${V}x\r\nFROM debian\r\nRUN echo $V\r\n"
			.replace("FROM debian\r\nRUN", "FROM debian\r\nARG V\r\nRUN")
			// The image does not need the first stage, so it has no finding.
			.replace("ARG V\r\n# The", "# The"),
		left: 0,
	});
	assert.deepEqual(await applyFixes("undeclared-arg", 'FROM debian\n# Metadata\nLABEL a="$A" b="$B"\nLABEL c=$A\n'), {
		text: 'FROM debian\nARG A\nARG B\n# Metadata\nLABEL a="$A" b="$B"\nLABEL c=$A\n',
		left: 0,
	});
});

test("platform: removed if it is the one that is built, kept if it is another", async () => {
	assert.deepEqual(await applyFixes("hardcoded-platform", "FROM --platform=linux/arm64/v8 debian AS a\n"), {
		text: "FROM debian AS a\n",
		left: 0,
	});
	const other = "FROM --platform=linux/amd64 debian\n";
	assert.deepEqual(await applyFixes("hardcoded-platform", other), { text: other, left: 1 });
});

test("exec form: made of commands that need no shell", async () => {
	const distroless = "FROM gcr.io/distroless/python3-debian12\n";
	const before = `${distroless}HEALTHCHECK --interval=5s CMD /usr/bin/python3 -m probe\nCMD /usr/bin/python3 -m app --port=80\n`;
	assert.deepEqual(await applyFixes("distroless-shell", before), {
		text: `${distroless}HEALTHCHECK --interval=5s CMD ["/usr/bin/python3", "-m", "probe"]\nCMD ["/usr/bin/python3", "-m", "app", "--port=80"]\n`,
		left: 0,
	});
	for (const command of ["exec /app $PORT", "a && b", 'say "hello world"', "A=b /app", "/app \\\n  --on"]) {
		const text = `${distroless}CMD ${command}\n`;
		assert.deepEqual(await applyFixes("distroless-shell", text), { text, left: 1 }, command);
	}
});
