// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Files, found } from "./support.ts";

const distroless = "FROM gcr.io/distroless/python3-debian12\n";
const lines = async (rule: string, text: string, more: Files = {}) =>
	(await found({ Dockerfile: text, ...more }, rule)).map((at) => at.replace("Dockerfile:", ""));

test("a variable in a RUN counts where it is an ARG of another stage, and only if the shell does not set it and the base cannot", async () => {
	const run = (command: string, base = "debian:12") =>
		lines("undeclared-arg", `ARG EDITION=a\nFROM ${base}\nRUN ${command}\n`);
	assert.deepEqual(await run("echo $EDITION"), ["3"]);
	assert.deepEqual(await run('curl "https://x/$TARGETARCH/y"'), ["3"]);
	for (const command of [
		"echo '$EDITION'",
		"echo \\$EDITION",
		"echo ${EDITION:-b}",
		"EDITION=b && echo $EDITION",
		"for EDITION in a b; do echo $EDITION; done",
		". ./settings && echo $EDITION",
		"echo $HOME $OTHER",
	])
		assert.deepEqual(await run(command), [], command);
	assert.deepEqual(await run("echo $EDITION", "acme/base:1"), [], "which may set it");
	assert.deepEqual(
		await lines("undeclared-arg", "ARG NODE_VERSION=22\nFROM node:$NODE_VERSION\nRUN echo $NODE_VERSION\n"),
		[],
	);
});

test("a variable in ENV that a base may set, or that adds to itself, is not a finding", async () => {
	const env = (text: string, base = "debian:12") => lines("undefined-variable", `FROM ${base}\nENV ${text}\n`);
	assert.deepEqual(await env("URI=db://$PASSWORD@x"), ["2"]);
	assert.deepEqual(await env("URI=db://$PASSWORD@x", "scratch"), ["2"]);
	for (const text of ["PATH=/opt/bin:$PATH", "LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH", "URI=db://${PASSWORD:-x}@y"])
		assert.deepEqual(await env(text), [], text);
	assert.deepEqual(await env("URI=db://$PASSWORD@x", "acme/base:1"), []);
});

test("a date spoils the steps that install, not scripts that may read it, nor what comes before", async () => {
	const early = (...after: readonly string[]) =>
		lines("volatile-arg-early", ["FROM debian:12", "ARG GIT_COMMIT", ...after, ""].join("\n"));
	assert.deepEqual(await early("RUN apt-get update && apt-get install -y curl"), ["2"]);
	assert.deepEqual(await early("RUN mkdir /x", "RUN pip install flask"), ["2"]);
	assert.deepEqual(await early("RUN ./build.sh", "RUN apt-get install -y curl"), []);
	assert.deepEqual(await early("RUN apt-get install -y curl && echo $GIT_COMMIT > /x"), []);
	assert.deepEqual(await early("RUN go build -ldflags $GIT_COMMIT"), []);
	assert.deepEqual(await early("COPY app /", "LABEL revision=$GIT_COMMIT"), []);
	assert.deepEqual(await early("RUN <<EOF", "apt-get install -y curl", "EOF"), ["2"]);
	const inherited = [
		"AS base",
		"ARG VCS_REF",
		"FROM base AS builder",
		"RUN pip install flask",
		"FROM base",
		"COPY --from=builder /x /x",
		"",
	];
	assert.deepEqual(await lines("volatile-arg-early", `FROM debian:12 ${inherited.join("\n")}`), ["2"]);
	const copied = ["AS base", "ARG VCS_REF", "FROM debian:12", "RUN pip install flask", "COPY --from=base /x /x", ""];
	assert.deepEqual(await lines("volatile-arg-early", `FROM debian:12 ${copied.join("\n")}`), []);
	assert.deepEqual(
		await lines("volatile-arg-early", "FROM debian:12\nARG VERSION=1.2\nRUN apt-get install -y x\n"),
		[],
	);
});

test("a path is only reported as missing if all steps of its stage are understood", async () => {
	const copy = (source: string, ...steps: readonly string[]) =>
		lines(
			"missing-stage-source",
			[
				"FROM python:3.11-slim AS builder",
				"WORKDIR /app",
				...steps,
				"FROM scratch",
				`COPY --from=builder ${source} /x`,
			].join("\n"),
			{ "src/main.py": "", "src/lib/x.py": "" },
		);
	assert.deepEqual(await copy("/app/config", "COPY src/ ./src/"), ["5"]);
	assert.deepEqual(await copy("/app/src/gone", "COPY src/ ./src/"), ["5"]);
	assert.deepEqual(await copy("/root/.local", "RUN pip install flask"), ["5"]);
	for (const [source, ...steps] of [
		["/app", "COPY src/ ./src/"],
		["/app/src/lib", "COPY src/ ./src/"],
		["/app/lib/x.py", "COPY src/ ./"],
		["/root/.local", "RUN pip install --user flask"],
		["/app/config", "RUN make"],
		["/app/config", "RUN mkdir config"],
		["/app/config", "RUN python generate.py"],
		["/app/config", "ADD https://example.com/config.tar.gz /app/"],
		["/app/config", "COPY --from=acme/config / /app/"],
		["/usr/local/lib/python3.11", "RUN true"],
		["/app/*.so", "RUN true"],
	] as const)
		assert.deepEqual(await copy(source, ...steps), [], `${source} ${steps.join("; ")}`);
	assert.deepEqual(
		await lines("missing-stage-source", "FROM acme/builder:1 AS b\nFROM scratch\nCOPY --from=b /app/x /x\n"),
		[],
	);
});

test("packages are looked for where the image's Python does, as far as that is known", async () => {
	const unseen = (base: string, copy: string, ...more: readonly string[]) =>
		lines(
			"packages-unseen",
			[
				"FROM python:3.11-slim AS b",
				"RUN pip install --user flask && pip install --target=/deps flask",
				`FROM ${base}`,
				`COPY --from=b ${copy}`,
				...more,
			].join("\n"),
		);
	const plain = "gcr.io/distroless/python3-debian12";
	assert.deepEqual(await unseen(plain, "/root/.local /root/.local", "USER 65532:65532"), ["4"]);
	assert.deepEqual(await unseen(plain, "/deps /deps"), ["4"]);
	assert.deepEqual(await unseen("python:3.11-slim", "/root/.local /root/.local", "USER 0"), []);
	for (const [copy, ...more] of [
		["/root/.local /root/.local", "USER 0"],
		["/root/.local /home/nonroot/.local", "USER 65532"],
		["/deps /deps", "ENV PYTHONPATH=/app:/deps"],
		["/deps /app", "WORKDIR /app"],
		["/deps /srv", 'CMD ["/usr/bin/python3", "/srv/main.py"]'],
		["/deps /deps", "ENV PYTHONPATH=$ELSEWHERE"],
		["/deps /deps", "COPY --from=b /usr/local /usr/local"],
	] as const)
		assert.deepEqual(await unseen(plain, copy, ...more), [], `${copy} ${more.join("; ")}`);
	assert.deepEqual(await unseen("acme/python:1", "/deps /deps"), []);
});

test("Pythons and C libraries are compared by image names", async () => {
	const mismatch = (builder: string, final: string) =>
		lines(
			"python-mismatch",
			`FROM ${builder} AS b\nRUN pip install --target=/deps x\nFROM ${final}\nCOPY --from=b /deps /deps\n`,
		);
	assert.deepEqual(await mismatch("python:3.12-slim", "gcr.io/distroless/python3-debian12"), ["4"]);
	assert.deepEqual(await mismatch("python:3.11-alpine", "gcr.io/distroless/python3-debian12"), ["4"]);
	assert.deepEqual(await mismatch("python:3.11-slim", "gcr.io/distroless/python3-debian12"), []);
	assert.deepEqual(await mismatch("python:3.12-slim", "acme/python"), []);
	assert.deepEqual(await mismatch("python:slim", "gcr.io/distroless/python3-debian12"), []);
});

test("on the build platform, pure Python is fine and native wheels are not; what is cross-compiled is", async () => {
	const wheels = (requirements: string, platform = "--platform=$BUILDPLATFORM ", pip = "") =>
		lines(
			"native-on-build-platform",
			`FROM ${platform}python:3.11-slim AS b\nCOPY requirements.txt .\nRUN pip install ${pip}--user -r requirements.txt\n${distroless}COPY --from=b /root/.local /root/.local\n`,
			{ "requirements.txt": requirements },
		);
	assert.deepEqual(await wheels("grpcio==1.59.3\n"), ["1"]);
	assert.deepEqual(await wheels("pydantic==2.5.0\n"), ["1"]);
	assert.deepEqual(await wheels("flask==3.1.0\npydantic==1.10.13\n"), []);
	assert.deepEqual(await wheels("grpcio==1.59.3\n", ""), []);
	assert.deepEqual(
		await wheels("grpcio==1.59.3\n", undefined, "--platform manylinux2014_aarch64 --only-binary=:all: "),
		[],
	);
	const compiled = (run: string, more = "") =>
		lines(
			"native-on-build-platform",
			`FROM --platform=$BUILDPLATFORM golang AS b\n${more}RUN ${run}\nFROM scratch\nCOPY --from=b /out /\n`,
		);
	assert.deepEqual(await compiled("go build -o /out/server ."), ["2"]);
	assert.deepEqual(await compiled("gcc -o /out/x x.c"), ["2"]);
	assert.deepEqual(await compiled("GOARCH=$TARGETARCH go build -o /out/server ."), []);
	assert.deepEqual(await compiled("go build -o /out/server .", "ARG TARGETARCH\nENV GOARCH=$TARGETARCH\n"), []);
	assert.deepEqual(await compiled("go build -o /tools/gen ./gen && /tools/gen > /out/x"), []);
});

test("a module is missed only if it is one of the repository that nothing brings", async () => {
	const start = (module: string, ...steps: readonly string[]) =>
		lines(
			"missing-module",
			[distroless.trim(), "WORKDIR /app", ...steps, `CMD ["/usr/bin/python3", "-m", "${module}"]`].join("\n"),
			{
				"mesh/controller/main.py": "",
			},
		);
	assert.deepEqual(await start("controller.main"), ["3"]);
	assert.deepEqual(await start("controller.main", "COPY mesh/ ./mesh/"), ["4"]);
	assert.deepEqual(await start("controller.main", "COPY mesh/ ./"), []);
	assert.deepEqual(await start("controller.main", "COPY mesh/ ./mesh/", "ENV PYTHONPATH=/app/mesh"), []);
	assert.deepEqual(await start("mesh.controller.main", "COPY . ."), []);
	assert.deepEqual(await start("http.server"), []);
	assert.deepEqual(await start("elsewhere.main"), []);
	assert.deepEqual(await start("controller.main", "COPY --from=acme/app /app /app"), []);
});

test("a server bound to loopback is seen in the file that the container starts, and in its options", async () => {
	const bound = (python: string, command = '["python", "-m", "app.main"]') =>
		found(
			{ Dockerfile: `FROM python:3.13-slim\nEXPOSE 80\nCOPY app/ app/\nCMD ${command}\n`, "app/main.py": python },
			"loopback-bind",
		);
	assert.deepEqual(await bound('import uvicorn\n# host="0.0.0.0"\nuvicorn.run(app,\n  host="127.0.0.1")\n'), [
		"app/main.py:4",
	]);
	assert.deepEqual(
		await bound('HTTPServer(("localhost", 80), Handler).serve_forever()\n', '["python", "app/main.py"]'),
		["app/main.py:1"],
	);
	assert.deepEqual(await bound('subprocess.run(["ping", "localhost"])\nclient.connect(host="localhost")\n'), []);
	assert.deepEqual(await bound('# lucid-ignore: loopback-bind behind a proxy\napp.run(host="localhost")\n'), []);
	assert.deepEqual(await bound("", '["gunicorn", "--bind", "127.0.0.1:80", "app"]'), ["Dockerfile:4"]);
	assert.deepEqual(await bound("", '["celery", "--broker", "redis://localhost"]'), []);
});

test("Compose files are compared where they say what they mean; a health check needs what the image has", async () => {
	const catalog =
		'version: 1\nproject: shop\nimage: "acme/{{name}}"\nservices:\n  api: { dockerfile: Dockerfile, ports: ["8080:80"], health: /health }\n';
	const compose = (text: string, more: Files = {}) =>
		found(
			{
				"lucid.yml": catalog,
				Dockerfile: `${distroless}EXPOSE 80\nUSER 65532:65532\n`,
				"deploy/compose.prod.yml": text,
				...more,
			},
			"compose-mismatch",
		);
	const service = (text: string) => `services:\n  gateway:\n    image: acme/api:1\n    ${text}\n`;
	const line = ["deploy/compose.prod.yml:4"];
	for (const text of [
		'ports: ["81:80"]',
		'ports: [{ target: 81, published: "8080" }]',
		"environment: { PORT: 81 }",
		"platform: linux/amd64",
		'healthcheck: { test: ["CMD", "/usr/bin/python3", "-c", "get(\'http://localhost:80/live\')"] }',
		'healthcheck: { test: ["CMD", "curl", "http://localhost:80/health"] }',
		'healthcheck: { test: "true" }',
	])
		assert.deepEqual(await compose(service(text)), line, text);
	for (const text of [
		'ports: ["8080:80"]',
		'ports: ["${HTTP}:80", "80"]',
		"environment: [PORT=$PORT, LOG=x]",
		'healthcheck: { test: ["NONE"] }',
		'healthcheck: { test: ["CMD", "/usr/bin/python3", "-c", "get(\'http://localhost:$$PORT/health\')"] }',
		'ports: ["81:80"] # lucid-ignore: compose-mismatch another host',
	])
		assert.deepEqual(await compose(service(text)), [], text);
	assert.deepEqual(await compose('services:\n  other: { image: x, ports: ["1:1"] }\n'), []);
	assert.deepEqual(await compose("services: [\n"), []);
	assert.deepEqual(await compose('services:\n  x: { build: .., ports: ["1:1"] }\n'), ["deploy/compose.prod.yml:2"]);
});
