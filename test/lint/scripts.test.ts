import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../src/model/documents/lint.ts";
import { type Files, findingsIn } from "./support.ts";

// What a container of it does: "exec /entrypoint.sh: no such file or directory" (anthropics/claude-quickstarts#196),
// "permission denied"
// (docker/build-push-action#280), "can't open file '/app/x.py'".

const rules = ["script-line-ends", "script-not-executable", "missing-script", "requirements-error"];
const unix = "#!/bin/sh\nexec true\n";
const windows = "#!/bin/sh\r\nexec true\r\n";
const program = (text: string) => ({ text, mode: 0o755 });

async function findingsOf(dockerfile: string, files: Files): Promise<readonly Finding[]> {
	const found = await findingsIn({ Dockerfile: dockerfile, ...files });
	return found.filter(({ code }) => rules.includes(code));
}

const lines = (found: readonly Finding[]) => found.map(({ severity, code, at }) => `${severity} ${code} ${at?.line}`);

/** Dockerfile, files, and findings: rule and line. */
type Row = readonly [dockerfile: readonly string[], files: Files, told: readonly string[]];

const table: Readonly<Record<string, Row>> = {
	"an entrypoint with Windows line ends": [
		["FROM debian", "COPY run.sh /", 'ENTRYPOINT ["/run.sh"]'],
		{ "run.sh": program(windows) },
		["error script-line-ends 3"],
	],
	"a CMD below the working directory": [
		["FROM debian", "WORKDIR /srv", "COPY bin/ bin/", 'CMD ["bin/run.sh"]'],
		{ "bin/run.sh": program(windows) },
		["error script-line-ends 4"],
	],
	"a health check": [
		["FROM debian", "COPY check.sh /", 'HEALTHCHECK --interval=5s CMD ["/check.sh"]', 'CMD ["sleep", "9"]'],
		{ "check.sh": program(windows) },
		["error script-line-ends 3"],
	],
	"a health check in shell form": [
		["FROM debian", "COPY check.sh /", "HEALTHCHECK CMD /check.sh || exit 1", 'CMD ["sleep", "9"]'],
		{ "check.sh": "#!/bin/sh\r\n" },
		["error script-line-ends 3", "error script-not-executable 3"],
	],
	"a script behind an init": [
		["FROM debian", "COPY run.sh /", 'ENTRYPOINT ["/usr/bin/tini", "-g", "--", "/run.sh"]', 'CMD ["serve"]'],
		{ "run.sh": windows },
		["error script-line-ends 3", "error script-not-executable 3"],
	],
	"a script in a folder of PATH": [
		["FROM debian", "COPY run.sh /usr/local/bin/", 'ENTRYPOINT ["run.sh"]'],
		{ "run.sh": windows },
		["error script-line-ends 3", "error script-not-executable 3"],
	],
	"a script that comes through another stage": [
		["FROM debian AS b", "COPY run.sh /out/", "FROM debian", "COPY --from=b /out/ /app/", 'CMD ["/app/run.sh"]'],
		{ "run.sh": windows },
		["error script-line-ends 5", "error script-not-executable 5"],
	],
	"a script that is handed to a shell needs no bit, but its line ends count": [
		["FROM debian", "COPY run.sh /", 'CMD ["bash", "-e", "/run.sh"]'],
		{ "run.sh": windows },
		["error script-line-ends 3"],
	],
	"Python takes any line ends": [
		["FROM python:3.12", "COPY run.py /app/", 'CMD ["python", "/app/run.py"]'],
		{ "run.py": "#!/usr/bin/python3\r\n" },
		[],
	],
	"a chmod changes no line ends": [
		["FROM debian", "COPY run.sh /", "RUN chmod +x /run.sh", 'CMD ["/run.sh"]'],
		{ "run.sh": windows },
		["error script-line-ends 4"],
	],
	"a RUN that takes them off": [
		["FROM debian", "COPY run.sh /", "RUN sed -i 's/\\r$//' /run.sh && chmod +x /run.sh", 'CMD ["/run.sh"]'],
		{ "run.sh": windows },
		[],
	],
	"a RUN that takes them off in an earlier stage": [
		[
			...["FROM debian AS b", "COPY run.sh /", "RUN apt-get install -y dos2unix && dos2unix /*.sh && chmod 755 /*.sh"],
			...["FROM debian", "COPY --from=b /run.sh /", 'CMD ["/run.sh"]'],
		],
		{ "run.sh": windows },
		[],
	],
	"Unix line ends and an executable bit": [
		["FROM debian", "COPY run.sh /", 'ENTRYPOINT ["/run.sh"]'],
		{ "run.sh": program(unix) },
		[],
	],
	"no executable bit": [
		["FROM debian", "COPY run.sh /", 'ENTRYPOINT ["/run.sh"]'],
		{ "run.sh": unix },
		["error script-not-executable 3"],
	],
	"a bit that --chmod takes off": [
		["FROM debian", "COPY --chmod=0644 run.sh /", 'ENTRYPOINT ["/run.sh"]'],
		{ "run.sh": program(unix) },
		["error script-not-executable 3"],
	],
	"a bit that --chmod sets": [["FROM debian", "COPY --chmod=755 run.sh /", 'CMD ["/run.sh"]'], { "run.sh": unix }, []],
	"a bit that --chmod adds": [["FROM debian", "COPY --chmod=a+x run.sh /", 'CMD ["/run.sh"]'], { "run.sh": unix }, []],
	"a bit that a RUN sets on the folder": [
		["FROM debian", "COPY bin /app/bin", "RUN chmod -R 755 /app", 'CMD ["/app/bin/run.sh"]'],
		{ "bin/run.sh": unix },
		[],
	],
	"a chmod of another file": [
		["FROM debian", "COPY run.sh /", "RUN chmod 700 /root", 'CMD ["/run.sh"]'],
		{ "run.sh": unix },
		["error script-not-executable 4"],
	],
	"a base that nobody knows may start something else": [
		["FROM acme/base", "COPY run.sh /", 'CMD ["/run.sh"]'],
		{ "run.sh": unix },
		[],
	],
	"distroless' own entrypoint is Python": [
		["FROM gcr.io/distroless/python3-debian12", "COPY run.py /app/", 'CMD ["/app/run.py"]'],
		{ "run.py": "" },
		[],
	],
	"a script that is not there": [
		["FROM python:3.12-slim", "WORKDIR /app", "COPY . .", 'CMD ["python", "x.py"]'],
		{ "y.py": "" },
		["error missing-script 4"],
	],
	"a script that is not there, behind options and in a shell": [
		["FROM node:22", "WORKDIR /app", "COPY src ./", "CMD exec node server.js"],
		{ "src/serve.js": "" },
		["error missing-script 4"],
	],
	"an entrypoint whose script CMD names": [
		["FROM python:3.12", "WORKDIR /app", "COPY src ./", 'ENTRYPOINT ["python", "-u"]', 'CMD ["man.py"]'],
		{ "src/main.py": "" },
		["error missing-script 5"],
	],
	"a script that is there": [
		["FROM python:3.12-slim", "WORKDIR /app", "COPY src/ .", 'CMD ["python", "-u", "x.py"]'],
		{ "src/x.py": "" },
		[],
	],
	"a script that a RUN makes": [
		["FROM python:3.12-slim", "WORKDIR /app", "RUN echo 1 >x.py", 'CMD ["python", "x.py"]'],
		{ "y.py": "" },
		[],
	],
	"a script that an unknown program may make": [
		["FROM node:22", "WORKDIR /app", "COPY . .", "RUN npm run build", 'CMD ["node", "dist/x.js"]'],
		{ "y.js": "" },
		[],
	],
	"a script of a base image": [
		["FROM acme/base", "WORKDIR /app", "COPY . .", 'CMD ["python", "x.py"]'],
		{ "y.py": "" },
		[],
	],
	"a script in a folder of the distribution": [
		["FROM python:3.12", "COPY . /app/", 'CMD ["python", "/usr/share/x.py"]'],
		{ "y.py": "" },
		[],
	],
	"a script in a volume": [
		["FROM python:3.12", "WORKDIR /app", "COPY . .", "VOLUME /app/plugins", 'CMD ["python", "plugins/x.py"]'],
		{ "y.py": "" },
		[],
	],
	"a script in an archive": [
		["FROM python:3.12", "WORKDIR /app", "ADD app.tar.gz .", 'CMD ["python", "x.py"]'],
		{ "app.tar.gz": 4000 },
		[],
	],
	"a module and a text are no scripts": [
		[
			"FROM python:3.12",
			"WORKDIR /app",
			"COPY y.py .",
			"HEALTHCHECK CMD python -c 'import y'",
			'CMD ["python", "-m", "http.server"]',
		],
		{ "y.py": "" },
		[],
	],
	"requirements that are not there": [
		["FROM python:3.12-slim", "WORKDIR /app", "COPY . .", "RUN true && \\", "  pip install -r requirments.txt"],
		{ "requirements.txt": "flask==3.0.0\n" },
		["error requirements-error 5"],
	],
	"requirements that are copied too late": [
		["FROM python:3.12-slim", "WORKDIR /app", "RUN pip install -r requirements.txt", "COPY . ."],
		{ "requirements.txt": "flask==3.0.0\n" },
		["error requirements-error 3"],
	],
	"requirements that the same RUN makes": [
		["FROM python:3.12-slim", "RUN echo flask==3.0.0 >r.txt && pip install -r r.txt"],
		{ "requirements.txt": "" },
		[],
	],
	"requirements that a mount shows": [
		[
			"FROM python:3.12-slim",
			"RUN --mount=source=requirements.txt,target=/r.txt pip install -r /r.txt",
			"RUN --mount=from=acme/wheels,target=/w pip install -r /w/all.txt",
		],
		{ "requirements.txt": "flask==3.0.0\n" },
		[],
	],
	"requirements of a base image": [["FROM acme/base", "RUN pip install -r all.txt"], { "requirements.txt": "" }, []],
	"requirements that are there only in some cases": [
		["FROM python:3.12-slim", "RUN if [ -f extra.txt ]; then pip install -r extra.txt; fi"],
		{ "requirements.txt": "" },
		[],
	],
};

for (const [name, [dockerfile, files, expected]] of Object.entries(table))
	test(`what a container starts is looked up in the image to be: ${name}`, async () => {
		assert.deepEqual(lines(await findingsOf(`${dockerfile.join("\n")}\n`, files)), expected);
	});

test("a finding suggests a file or a command as its fix", async () => {
	const dockerfile =
		'FROM python:3.12\nWORKDIR /app\nCOPY src .\nRUN pip install -r requirments.txt\nCMD ["python", "man.py"]\n';
	const found = await findingsOf(dockerfile, { "src/main.py": "", "src/requirements.txt": "flask==3.0.0\n" });
	assert.deepEqual(
		found.map(({ at, fix }) => [at?.line, fix]),
		[
			[4, "did you mean requirements.txt?"],
			[5, "did you mean /app/main.py?"],
		],
	);
	const [mode] = await findingsOf('FROM debian\nCOPY bin/run.sh /\nCMD ["/run.sh"]\n', { "bin/run.sh": unix });
	assert.match(mode?.fix ?? "", /git update-index --chmod=\+x bin\/run\.sh/);
});
