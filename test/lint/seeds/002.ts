// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import { meshRepository } from "./000.ts";
import { type Defect, edited } from "./defect.ts";

/**
 * infrastructure/service-mesh/Dockerfile.controller as the report leaves it, without the marker files and with
 * packages from where they run.
 */
const fixed = `FROM python:3.11-slim AS builder
WORKDIR /app
COPY infrastructure/service-mesh/requirements.txt ./requirements.txt
RUN pip install --user -r requirements.txt
COPY infrastructure/service-mesh/controller/ ./controller/
COPY infrastructure/service-mesh/sidecar/ ./sidecar/

FROM gcr.io/distroless/python3-debian12
WORKDIR /app
COPY --from=builder --chown=65532:65532 /root/.local/lib/python3.11/site-packages /usr/local/lib/python3.11/dist-packages
COPY --from=builder --chown=65532:65532 /app/controller /app/controller
COPY --from=builder --chown=65532:65532 /app/sidecar /app/sidecar
ARG BUILD_DATE
ARG VCS_REF
ARG VERSION=1.0.0
LABEL org.opencontainers.image.created="\${BUILD_DATE}"
LABEL org.opencontainers.image.revision="\${VCS_REF}"
LABEL org.opencontainers.image.version="\${VERSION}"
ENV PORT=8500
EXPOSE 8500
USER 65532:65532
HEALTHCHECK CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8500/health')"]
ENTRYPOINT ["/usr/bin/python3", "-m", "controller.main"]
`;

const repository = (text: string) => meshRepository(text);
const after = repository(fixed);
const changed = (changes: Readonly<Record<string, string>>) => repository(edited(fixed, changes));
const at = (...lines: readonly number[]) => lines.map((line) => `service-mesh/Dockerfile.controller:${line}`);

export const defects: readonly Defect[] = [
	{
		id: "002 action 1",
		what: "ModuleNotFoundError: controller is not in the runtime image; the container restarts in a loop",
		caughtBy: [
			{
				kind: "lint",
				rule: "missing-module",
				at: at(22),
				fix: /COPY the folder that contains controller/,
				before: changed({ "COPY --from=builder --chown=65532:65532 /app/controller /app/controller\n": "" }),
				after,
			},
			{ kind: "verify", check: "entrypoint-module" },
			{ kind: "verify", check: "import" },
		],
	},
	{
		id: "002 action 3",
		what: "COPY controller/ and COPY sidecar/: paths lack infrastructure/service-mesh/",
		caughtBy: [
			{
				kind: "lint",
				rule: "missing-source",
				at: at(5, 6),
				fix: /did you mean infrastructure\/service-mesh\/(?:controller|sidecar)\?/,
				before: changed({
					"COPY infrastructure/service-mesh/controller/": "COPY controller/",
					"COPY infrastructure/service-mesh/sidecar/": "COPY sidecar/",
				}),
				after,
			},
		],
	},
	{
		id: "002 action 4",
		what: "COPY requirements.txt: the same",
		caughtBy: [
			{
				kind: "lint",
				rule: "missing-source",
				at: at(3),
				fix: /did you mean infrastructure\/service-mesh\/requirements\.txt\?/,
				before: changed({ "COPY infrastructure/service-mesh/requirements.txt": "COPY requirements.txt" }),
				after,
			},
		],
	},
	{
		id: "002 action 7",
		what: "exec format error in the builder; fixed with $BUILDPLATFORM, which installs grpcio and cryptography of the build machine",
		caughtBy: [
			{
				kind: "lint",
				rule: "native-on-build-platform",
				at: at(1),
				fix: /remove --platform=\$BUILDPLATFORM from/,
				before: changed({ "FROM python:3.11-slim AS": "FROM --platform=$BUILDPLATFORM python:3.11-slim AS" }),
				after,
			},
			{ kind: "verify", check: "binaries" },
			{ kind: "verify", check: "entrypoint-machine" },
		],
		instead: "without emulation for the platform, the build fails before it starts",
	},
	{
		id: "002 action 8",
		what: "FROM --platform=linux/arm64 in the runtime stage",
		caughtBy: [
			{
				kind: "lint",
				rule: "hardcoded-platform",
				at: at(8),
				fix: /remove --platform/,
				before: changed({ "FROM gcr.io": "FROM --platform=linux/arm64 gcr.io" }),
				after: changed({ "FROM gcr.io": "FROM --platform=$TARGETPLATFORM gcr.io" }),
			},
		],
	},
	{
		id: "002 action 9",
		what: "labels use ARGs that the runtime stage does not declare",
		caughtBy: [
			{
				kind: "lint",
				rule: "undeclared-arg",
				at: at(13, 14, 15),
				fix: /add "ARG (?:BUILD_DATE|VCS_REF|VERSION)"/,
				before: changed({ "ARG BUILD_DATE\nARG VCS_REF\nARG VERSION=1.0.0\n": "" }),
				after,
			},
			{ kind: "verify", check: "labels" },
		],
	},
	{
		id: "002 action 10",
		what: "ENV with ${MONGODB_PASSWORD}, which nothing sets",
		caughtBy: [
			{
				kind: "lint",
				rule: "undefined-variable",
				at: at(20),
				fix: /set it when the container starts/,
				before: changed({
					"EXPOSE 8500":
						"ENV MONGODB_URI=mongodb://lucid:${MONGODB_PASSWORD}@lucid-mongodb:27017/lucid?authSource=admin\nEXPOSE 8500",
				}),
				after: changed({
					"EXPOSE 8500":
						"ENV MONGODB_URI=mongodb://lucid:${MONGODB_PASSWORD:-changeme}@lucid-mongodb:27017/lucid?authSource=admin\nEXPOSE 8500",
				}),
			},
			{
				kind: "lint",
				rule: "credential-env",
				at: at(20),
				fix: /environment of the running container/,
				// The report's own fix puts a password into the image.
				before: changed({
					"EXPOSE 8500":
						"ENV MONGODB_URI=mongodb://lucid:${MONGODB_PASSWORD:-changeme}@lucid-mongodb:27017/lucid?authSource=admin\nEXPOSE 8500",
				}),
				after,
			},
			{ kind: "verify", check: "credentials" },
			{ kind: "verify", check: "env-expanded" },
		],
	},
	{
		id: "002 actions 2, 5, 11, 15, 17, 19",
		what: "marker files in every folder, to see whether it was copied",
		caughtBy: [{ kind: "verify", check: "file" }],
		instead: "no defect: what is copied is known before the build, and looked for in the pushed image",
	},
	{
		id: "002 actions 6, 16, 20",
		what: "RUN python3 -c 'import ...' in the runtime stage, to fail early",
		caughtBy: [{ kind: "verify", check: "import" }],
		instead: "verify.imports asks the pushed image, and no layer is spent on it",
	},
	{
		id: "002 actions 12, 13",
		what: "the build command: context, build args, revision by hand",
		caughtBy: [{ kind: "verify", check: "revision" }],
		instead: "the catalog says context and Dockerfile; date and revision come from the commit, with git or without",
	},
	{
		id: "002 action 14",
		what: "packages are installed where PYTHONPATH does not lead",
		caughtBy: [
			{
				kind: "lint",
				rule: "packages-unseen",
				at: at(10),
				fix: /PYTHONPATH=\/opt\/packages/,
				before: changed({ "/usr/local/lib/python3.11/dist-packages": "/opt/packages" }),
				after: changed({
					"/usr/local/lib/python3.11/dist-packages": "/opt/packages",
					"ENV PORT=8500": "ENV PORT=8500 PYTHONPATH=/opt/packages",
				}),
			},
			{ kind: "verify", check: "python-packages" },
		],
	},
	{
		id: "002 action 18",
		what: "comments that say CRITICAL",
		caughtBy: [],
		instead: "no defect: what they warn of has a rule",
	},
];
