import assert from "node:assert/strict";
import { test } from "node:test";
import { readBuildCommands } from "../../src/stages/init/read/build-commands.ts";
import { hasPlaceholder } from "../../src/stages/init/read/word-text.ts";

const shell = (text: string, file = "build.sh") => readBuildCommands(text, file);
const one = (text: string, file?: string) => {
	const { commands, unclear } = shell(text, file);
	assert.deepEqual(unclear, []);
	assert.equal(commands.length, 1);
	const [command] = commands;
	assert.ok(command);
	return command;
};

test("a build over several lines, with every option that says something of the image", () => {
	const command = one(`
# the gateway
docker buildx build \\
  --builder pi --progress plain \\
  --platform linux/arm64,linux/amd64 \\
  -t acme/shop-gateway:latest-arm64 --tag=acme/shop-gateway:1.2.0 \\
  --build-arg VERSION="1.0.0" --build-arg=MODE='two words' \\
  --label com.acme.team=shop --target runtime \\
  --secret id=npm_token,env=NPM_TOKEN --ssh default=/tmp/agent \\
  --build-context base=docker-image://alpine:3 \\
  -f 03-gateway/Dockerfile --push 03-gateway/   # trailing
`);
	assert.deepEqual(command, {
		at: { file: "build.sh", line: 3 },
		dockerfile: "03-gateway/Dockerfile",
		context: "03-gateway",
		tags: [
			{ image: "acme/shop-gateway", tag: "latest-arm64" },
			{ image: "acme/shop-gateway", tag: "1.2.0" },
		],
		args: { VERSION: "1.0.0", MODE: "two words" },
		labels: { "com.acme.team": "shop" },
		contexts: { base: "docker-image://alpine:3" },
		secrets: ["npm_token"],
		ssh: ["default"],
		platforms: ["linux/arm64", "linux/amd64"],
		target: "runtime",
		pushes: true,
	});
});

test("variables that are set in the file are filled in, with their defaults; nothing is run", () => {
	const { tags, args, context } = one(`
REGISTRY=ghcr.io/acme
export TAG="\${RELEASE:-edge}"
docker build -t $REGISTRY/api:\${TAG} --build-arg DATE="$(date -u +"%Y-%m-%dT%H:%M:%SZ")" --build-arg SHA=$(git rev-parse --short HEAD) "$PWD/api"
`);
	assert.deepEqual(tags, [{ image: "ghcr.io/acme/api", tag: "edge" }]);
	assert.equal(context, "api");
	assert.equal(hasPlaceholder(args.DATE ?? ""), true);
	assert.equal(hasPlaceholder(args.SHA ?? ""), true);
});

test("loops over words, folders that are gone to and functions are followed", () => {
	const { commands } = shell(`
build() { docker build -t "acme/$1" .; }
for name in api web; do
  (cd "services/$name" && docker build -t "acme/$name" .)
done
cd tools && sudo DOCKER_BUILDKIT=1 docker image build -f ../build/Dockerfile.tools ..
cd /home/someone/project
podman build web
`);
	assert.deepEqual(
		commands.map(({ dockerfile, context, tags }) => [dockerfile, context, tags[0]?.image]),
		[
			["Dockerfile", ".", "acme/\u0001?\u0001"],
			["services/api/Dockerfile", "services/api", "acme/api"],
			["services/web/Dockerfile", "services/web", "acme/web"],
			["build/Dockerfile.tools", ".", undefined],
			["web/Dockerfile", "web", undefined],
		],
	);
});

test("a script finds the repository by its own place", () => {
	for (const root of [
		'cd "$(dirname "$0")/.."',
		// biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
		'ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"; cd "$ROOT"',
		'cd "$(git rev-parse --show-toplevel)"',
	])
		assert.equal(one(`${root}\ndocker build -f api/Dockerfile api\n`, "scripts/build.sh").context, "api");
});

test("builds that only a running shell knows are skipped and reported with their line", () => {
	const { commands, unclear } = shell(
		'docker build "$1"\ndocker build https://github.com/acme/x.git\ndocker build -\ndocker build /srv/x\ndocker push x\n',
	);
	assert.deepEqual(commands, []);
	assert.equal(unclear.length, 4);
	assert.match(unclear[0] ?? "", /^build\.sh:1: skipped: which context/);
});

test("in Markdown only shell blocks count, prompts are taken off, and headings give titles and phases", () => {
	const text = `# Phase 3: Core Services (6 images)

Run \`docker build nowhere\`.

### 1. Session API Service

\`\`\`console
$ docker build -t acme/shop-session-api \\
>   sessions
Step 1/2 : docker build fake
\`\`\`

\`\`\`python
docker build python
\`\`\`
`;
	const { commands } = readBuildCommands(text, "docs/plan.md");
	assert.equal(commands.length, 1);
	assert.equal(commands[0]?.at.line, 8);
	assert.equal(commands[0]?.title, "Session API");
	assert.deepEqual(commands[0]?.phase, { id: "3", title: "Core Services" });
});

test("hostile text ends, and ends quickly", () => {
	for (const text of [
		"docker build ".repeat(20_000),
		`docker build ${"$(".repeat(5000)}`,
		"for a in $(x); do docker build $a; done",
		"\0docker build .",
		`${"((((".repeat(2000)}docker build .`,
		`for a in ${"x ".repeat(1000)}; do for b in ${"y ".repeat(1000)}; do docker build .; done; done`,
	])
		assert.ok(Array.isArray(shell(text).commands));
});
