import { parseAllDocuments } from "yaml";
import { defined } from "../../../util/defined.ts";
import type { ProposedHealth } from "../propose/health.ts";

/** A container in a Kubernetes manifest. */
export interface ManifestContainer {
	readonly file: string;
	/** Possible service names: of the image, the workload, the container, in this order. */
	readonly names: readonly string[];
	readonly ports: readonly string[];
	readonly health?: ProposedHealth;
}

type Json = Readonly<Record<string, unknown>>;

const workload = /^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|Pod)\b/m;

/** The containers of a manifest; none for other files and templates. https://kubernetes.io/docs/concepts/workloads/ */
export function readKubernetesManifest(text: string, file: string): readonly ManifestContainer[] {
	if (!workload.test(text) || text.includes("{{")) return [];
	const documents = parseAllDocuments(text, { logLevel: "silent", uniqueKeys: false });
	if (!Array.isArray(documents)) return [];
	return documents.flatMap((document) => {
		if (document.errors.length > 0) return [];
		const whole = object(document.toJS({ maxAliasCount: 100 }));
		const spec = object(whole?.spec);
		const pod = object(object(spec?.template)?.spec) ?? spec;
		const owner = object(whole?.metadata)?.name;
		return list(pod?.containers).flatMap((one) => toContainer(object(one), owner, file));
	});
}

function toContainer(container: Json | undefined, owner: unknown, file: string): ManifestContainer[] {
	if (container === undefined) return [];
	const image = String(container.image ?? "")
		.replace(/@.*$/, "")
		.replace(/:[^/:]*$/, "")
		.split("/")
		.at(-1);
	const named = new Map<string, number>();
	const ports = list(container.ports).flatMap((one) => {
		const port = object(one);
		const number = Number(port?.containerPort);
		if (!(number > 0)) return [];
		if (typeof port?.name === "string") named.set(port.name, number);
		return [`${number}${port?.protocol === "UDP" ? "/udp" : ""}`];
	});
	const health = probeOf(container.readinessProbe, named) ?? probeOf(container.livenessProbe, named);
	const names = [image, owner, container.name].filter((one): one is string => typeof one === "string" && one !== "");
	return [{ file, names, ports, ...defined({ health }) }];
}

/** A probe from outside; ports may be given by name, and exec probes are skipped. */
function probeOf(value: unknown, named: ReadonlyMap<string, number>): ProposedHealth | undefined {
	const probe = object(value);
	const numberOf = (port: unknown) => (typeof port === "string" ? (named.get(port) ?? Number(port)) : Number(port));
	const http = object(probe?.httpGet);
	if (http !== undefined && http.scheme !== "HTTPS" && numberOf(http.port) > 0)
		return { kind: "path", path: typeof http.path === "string" ? http.path : "/", port: numberOf(http.port) };
	for (const kind of ["grpc", "tcpSocket"] as const) {
		const port = numberOf(object(probe?.[kind])?.port);
		if (port > 0) return { kind: kind === "grpc" ? "grpc" : "tcp", port };
	}
	return undefined;
}

const object = (value: unknown): Json | undefined =>
	typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
