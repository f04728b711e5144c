export const id = 746;
export const ids = [746];
export const modules = {

  7048:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    EV: () => (  requireCompose),
    P7: () => (  inspectEngine),
    Q2: () => (  canRun),
    Wp: () => (  requireEngine),
    p7: () => (  engineProblems)
  });
  var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
  var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6008);


const oldest = { server: "26.0.0", buildx: "0.13.0", compose: "2.20.0" };
async function inspectEngine(docker, options = {}) {
    const { builder, signal } = options;
    const run = async (args) => docker(args, signal === undefined ? {} : { signal }).catch(() => undefined);
    const [info, inspected] = await Promise.all([
        run(["info", "--format", "{{json .}}"]),
        run(["buildx", "inspect", ...(builder === undefined ? [] : ["--", builder])]),
    ]);
    signal?.throwIfAborted();
    if (info === undefined)
        return { containerdStore: false };
    const found = inspected === undefined ? undefined : readBuilder(inspected);
    return { ...readInfo(info.stdout, info.stderr), ...(found !== undefined && { builder: found }) };
}
function readInfo(stdout, stderr) {
    let json;
    try {
        json = JSON.parse(stdout);
    }
    catch {
        json = {};
    }
    const plugin = (name) => json.ClientInfo?.Plugins?.find((one) => one.Name === name)?.Version;
    const server = json.ServerVersion || undefined;
    const client = json.ClientInfo?.Version || undefined;
    const unreachable = json.ServerErrors?.join("; ") || stderr.trim() || "no daemon answers";
    const architecture = architectures[json.Architecture ?? ""] ?? json.Architecture;
    return {
        ...(client !== undefined && { client }),
        ...(server !== undefined ? { server } : { unreachable }),
        ...(server !== undefined && architecture !== undefined && { native: `${json.OSType ?? "linux"}/${architecture}` }),
        ...optional("buildx", plugin("buildx")),
        ...optional("compose", plugin("compose")),
        containerdStore: (json.DriverStatus ?? []).some(([, value]) => value === "io.containerd.snapshotter.v1"),
    };
}
const architectures = { x86_64: "amd64", aarch64: "arm64", armv7l: "arm/v7" };
function optional(key, value) {
    return (value === undefined || value === "" ? {} : { [key]: value });
}
function readBuilder({ exitCode, stdout, stderr }) {
    const field = (name) => {
        const value = new RegExp(`^${name}:[ \\t]*(\\S.*)$`, "m").exec(stdout)?.[1];
        return value?.trim();
    };
    const name = field("Name");
    const error = field("Error") ?? (exitCode === 0 ? undefined : stderr.trim());
    if (name === undefined)
        return error === undefined ? undefined : { name: "", driver: "", platforms: [], error };
    const platforms = [...stdout.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([, list = ""]) => list.split(",").map((one) => one.trim().replace(/\*$/, "")));
    return {
        name,
        driver: field("Driver") ?? "",
        platforms: [...new Set(platforms)],
        ...(error !== undefined && { error }),
    };
}
function canRun(platforms, wanted) {
    const plain = (platform) => platform.replace(/\/arm64\/v8$/, "/arm64").replace(/\/arm$/, "/arm/v7");
    return platforms.some((platform) => plain(platform) === plain(wanted));
}
async function requireEngine(docker, needs, options = {}) {
    const engine = await inspectEngine(docker, options);
    const problems = engineProblems(engine, needs);
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__  .yo(problems);
    return engine;
}
function requireCompose(docker, signal) {
    return requireEngine(docker, { smoke: true }, signal === undefined ? {} : { signal });
}
function engineProblems(engine, needs) {
    if (engine.client === undefined && engine.server === undefined && engine.unreachable === undefined)
        return [
            {
                code: "engine/missing",
                message: "there is no docker command",
                fix: "install Docker Engine (https://docs.docker.com/engine/install/) and see that docker is on the PATH",
            },
        ];
    const problems = [];
    if (engine.server === undefined)
        problems.push({
            code: "engine/not-running",
            message: "no Docker daemon answers",
            ...(engine.unreachable !== undefined && { why: engine.unreachable }),
            fix: "start Docker (systemctl start docker, or Docker Desktop), or point DOCKER_HOST or DOCKER_CONTEXT at one that runs; joining the group docker helps when permission was denied",
        });
    else
        problems.push(...tooOld("Docker Engine", engine.server, oldest.server, "engine/too-old"));
    if (needs.build)
        problems.push(...buildProblems(engine));
    if (needs.smoke)
        problems.push(...plugin("Docker Compose", "docker-compose-plugin", engine.compose, oldest.compose, "compose"));
    if (problems.length === 0)
        problems.push(...platformProblems(engine, needs.platforms ?? []));
    return problems;
}
function buildProblems(engine) {
    const problems = [...plugin("buildx", "docker-buildx-plugin", engine.buildx, oldest.buildx, "buildx")];
    const { builder } = engine;
    if (engine.server === undefined || engine.buildx === undefined || builder === undefined)
        return problems;
    if (builder.error !== undefined)
        problems.push({
            code: "engine/builder",
            message: `the builder ${builder.name || "that was named"} is of no use`,
            why: builder.error,
            fix: "see `docker buildx ls`; `docker buildx use default` goes back to Docker's own",
        });
    else if (builder.driver === "docker" && !engine.containerdStore)
        problems.push({
            code: "engine/image-store",
            message: "this Docker Engine keeps images in its old store, which cannot push reproducible images",
            why: "annotations and rewritten timestamps need containerd's image store, or a builder of its own",
            fix: 'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or `docker buildx create --driver=docker-container --use`',
        });
    return problems;
}
function platformProblems({ builder, native }, wanted) {
    const platforms = builder?.platforms.length ? builder.platforms : native === undefined ? [] : [native];
    return wanted
        .filter((platform) => !canRun(platforms, platform))
        .map((platform) => ({
        code: "engine/platform",
        message: `nothing here runs ${platform}`,
        why: `${builder?.name ? `the builder ${builder.name}` : "the engine"} runs ${platforms.join(", ") || "nothing"}`,
        fix: `take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${platform.split("/")[1] ?? "arm64"}\`, or the package qemu-user-static`,
    }));
}
function plugin(name, pack, version, least, code) {
    if (version === undefined)
        return [
            { code: `engine/${code}-missing`, message: `${name} is not installed`, fix: `install the package ${pack}` },
        ];
    return tooOld(name, version, least, `engine/${code}-too-old`);
}
function tooOld(name, version, least, code) {
    const read = semver__WEBPACK_IMPORTED_MODULE_0__.coerce(version);
    if (read === null || semver__WEBPACK_IMPORTED_MODULE_0__.gte(read, least))
        return [];
    return [{ code, message: `${name} ${version} is too old`, fix: `install ${name} ${least} or newer` }];
}


  }),

  6635:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B: () => (  toProgress)
  });
  var _rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1993);

const done = new Set(["published", "unchanged", "built", "held"]);
function toProgress(run) {
    const { plan } = run;
    if (plan.phases.length === 0 || plan.selected.length < plan.services.length)
        return undefined;
    const complete = new Set((0,_rows_js__WEBPACK_IMPORTED_MODULE_0__  .h)(run).flatMap(({ service, outcome }) => (done.has(outcome) ? service : [])));
    const phases = plan.phases.map(({ id, title }) => {
        const there = plan.services.filter(({ phase }) => phase === id);
        const built = there.filter(({ name }) => complete.has(name)).length;
        const required = there.length + plan.planned.filter(({ phase }) => phase === id).length;
        const status = built === required ? "complete" : built > 0 ? "in progress" : "pending";
        return { id, title, required, complete: built, status };
    });
    const total = (key) => phases.reduce((sum, phase) => sum + phase[key], 0);
    const required = total("required");
    const reached = total("complete");
    return { phases, required, complete: reached, percent: required === 0 ? 0 : Math.round((reached / required) * 100) };
}


  }),

  8750:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    x: () => (  stepSummary)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6008);
  var _estimate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4754);
  var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6233);
  var _progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6635);
  var _rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1993);
  var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5443);
  var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9179);







const maxBytes = 900 * 1024;
function stepSummary(run) {
    const rows = (0,_rows_js__WEBPACK_IMPORTED_MODULE_3__  .h)(run);
    const failures = rows.filter(({ problem }) => problem !== undefined);
    const { estimate, inputs = [] } = run.plan;
    const alone = (0,_run_js__WEBPACK_IMPORTED_MODULE_4__  .r)(run);
    const sections = [
        `### ${mark(rows)} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .Pl)(rows, run.durationMs)}`,
        alone && estimate !== undefined && rows.length > 0 ? (0,_estimate_js__WEBPACK_IMPORTED_MODULE_1__  .a)(estimate) : undefined,
        alone ? planTable(rows) : table(rows),
        failures.length === 0 ? undefined : failureSection(run, failures),
        run.lint && run.lint.findings.length > 0 ? findingSection(run.lint.findings) : undefined,
        progressSection(run),
        ...inputs.map(inputSection),
    ];
    return cut(sections.filter((section) => section !== undefined).join("\n\n"));
}
function planTable(rows) {
    const lines = rows.map(({ decision, service, why, problem, platforms }) => [decision, `**${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(service)}**`, (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(problem ?? why), platforms.join(" ")].join(" | "));
    return [
        "| decision | service | why | platforms |",
        "| --- | --- | --- | --- |",
        ...lines.map((line) => `| ${line} |`),
    ].join("\n");
}
function inputSection(inputs) {
    const title = `${inputs.service} (${inputs.platform}) is built from`;
    const text = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_6__  .l)(inputs, (line) => line)
        .split("\n")
        .slice(1);
    return `<details><summary>${title}</summary>\n\n${codeBlock(text)}\n\n</details>`;
}
const mark = (rows) => rows.some(({ outcome }) => outcome === "failed" || outcome === "unknown") ? "❌" : "✅";
function table(rows) {
    const lines = rows.map((row) => [
        `**${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(row.service)}**`,
        row.outcome,
        (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(row.why),
        row.platforms.join(" "),
        row.digest === undefined ? "" : `\`${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .VK)(row.digest)}\``,
        row.tags.map((tag) => `\`${tag}\``).join(" "),
        row.size === undefined ? "" : (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .Ej)(row.size),
        row.buildMs === undefined ? "" : (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p0)(row.buildMs),
        healthCell(row),
    ].join(" | "));
    return [
        "| service | outcome | why | platforms | digest | tags | size | build | health |",
        "| --- | --- | --- | --- | --- | --- | ---: | ---: | --- |",
        ...lines.map((line) => `| ${line} |`),
    ].join("\n");
}
function healthCell({ health, architecture, latencyMs }) {
    if (health === undefined || health === "skipped")
        return "";
    if (health !== "healthy")
        return `❌ ${health}`;
    return ["✓", architecture, latencyMs === undefined ? undefined : (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p0)(latencyMs)].filter(Boolean).join(" ");
}
function failureSection(run, failures) {
    return failures
        .map(({ service, problem }) => {
        const built = run.build?.images.find((image) => image.service === service && image.error !== undefined);
        const smoked = run.smoke?.services.find((one) => one.service === service && one.failure !== undefined);
        const log = built?.error?.log ?? smoked?.failure?.log ?? [];
        return [
            `#### ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(service)}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(problem ?? "")}`,
            ...(log.length > 0 ? [codeBlock(log)] : []),
        ].join("\n\n");
    })
        .join("\n\n");
}
function codeBlock(lines) {
    return lines
        .flatMap((line) => line.split(/\r\n|[\r\n\u2028\u2029]/))
        .map((line) => `    ${line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")}`)
        .join("\n");
}
function place(text) {
    return /[`\u0000-\u001f]/.test(text) ? (0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(text) : `\`${text}\``;
}
function findingSection(findings) {
    const lines = findings.map(({ severity, code, message, at, fix }) => {
        const where = at === undefined ? "" : `${place((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .j$)(at))} `;
        return `- ${severity}: ${where}${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(message)} (${code})${fix ? `. ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(fix)}` : ""}`;
    });
    return [`<details><summary>${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .LS)(findings.length, "finding")}</summary>`, "", ...lines, "", "</details>"].join("\n");
}
function progressSection(run) {
    const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_2__  .B)(run);
    if (progress === undefined)
        return undefined;
    return [
        `<details><summary>${progress.complete} of ${progress.required} images of the plan, ${progress.percent} %</summary>`,
        "",
        "| phase | category | required | completed | status |",
        "| --- | --- | ---: | ---: | --- |",
        ...progress.phases.map(({ id, title, required, complete, status }) => `| ${id} | ${(0,_words_js__WEBPACK_IMPORTED_MODULE_5__  .p7)(title)} | ${required} | ${complete} | ${status} |`),
        `| **total** | **all phases** | **${progress.required}** | **${progress.complete}** | ${progress.percent} % |`,
        "",
        "</details>",
    ].join("\n");
}
function cut(text) {
    if (Buffer.byteLength(text) <= maxBytes)
        return text;
    let bytes = 0;
    const kept = [];
    for (const line of text.split("\n")) {
        bytes += Buffer.byteLength(line) + 1;
        if (bytes > maxBytes)
            break;
        kept.push(line);
    }
    return [...kept, "", "_Shortened: the whole of it is in the report._"].join("\n");
}


  }),

  1746:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  stages: () => (  stages)
});

var errors = __webpack_require__(6008);
;

const hostPattern = /^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/;
const partPattern = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const digestPattern = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const defaultHost = "docker.io";
function isTag(text) {
    return tagPattern.test(text);
}
function isDigest(text) {
    return digestPattern.test(text);
}
function parseReference(text) {
    const read = readReference(text);
    if (read.kind === "problem")
        throw new errors .yo(read.problem);
    return read.reference;
}
function readReference(text, at) {
    const { name, tag, digest } = cut(text);
    const { host, repository } = splitHost(name);
    const why = wrongWith({ host, repository, tag, digest });
    if (why !== undefined) {
        const message = `${JSON.stringify(text.slice(0, 300))} is not an image reference`;
        const fix = "write it as host/path/name:tag, for example ghcr.io/acme/api:1.2";
        return { kind: "problem", problem: { code: "registry/bad-reference", message, why, fix, ...(at && { at }) } };
    }
    return {
        kind: "reference",
        reference: { host, repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) },
    };
}
function formatReference({ host, repository, tag, digest }) {
    return `${host}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
function familiarName(reference) {
    const full = formatReference(reference);
    const short = full.startsWith(`${defaultHost}/`) ? full.slice(defaultHost.length + 1) : full;
    const bare = reference.host === defaultHost && /^library\/[^/]+$/.test(reference.repository) ? short.slice(8) : short;
    return bare.endsWith(":latest") ? bare.slice(0, -":latest".length) : bare;
}
function mirrorReference(reference, mirrors) {
    const prefix = mirrors.get(reference.host);
    if (prefix === undefined)
        return reference;
    const { host, repository } = parseReference(`${prefix.replace(/\/+$/, "")}/${reference.repository}`);
    return { ...reference, host, repository };
}
function referenceTarget({ tag, digest }) {
    return digest ?? tag ?? "latest";
}
function cut(text) {
    const at = text.indexOf("@");
    const named = at === -1 ? text : text.slice(0, at);
    const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
    return {
        name: colon === -1 ? named : named.slice(0, colon),
        ...(colon !== -1 && { tag: named.slice(colon + 1) }),
        ...(at !== -1 && { digest: text.slice(at + 1) }),
    };
}
function splitHost(name) {
    const slash = name.indexOf("/");
    const first = slash === -1 ? "" : name.slice(0, slash);
    const isHost = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
    const host = isHost ? first : defaultHost;
    const rest = isHost ? name.slice(slash + 1) : name;
    if (host !== defaultHost && host !== "index.docker.io")
        return { host, repository: rest };
    return { host: defaultHost, repository: rest.includes("/") ? rest : `library/${rest}` };
}
function wrongWith(parts) {
    const { host, repository, tag, digest } = parts;
    const name = repository.replace(/^library\//, "");
    if (name === "")
        return "the name is missing";
    if (!hostPattern.test(host))
        return `${JSON.stringify(host)} is no registry host`;
    if (repository !== repository.toLowerCase())
        return `the name ${JSON.stringify(name)} must be lower case`;
    const part = repository.split("/").find((one) => !partPattern.test(one));
    if (part !== undefined)
        return `${JSON.stringify(part)} in the name: letters a-z and digits, with single . or _, __ or dashes between them`;
    if (/^[0-9a-f]{64}$/.test(name))
        return "a name of 64 hex digits reads as an image ID";
    if (host.length + 1 + repository.length > 255)
        return "host and name are longer than 255 characters";
    if (tag !== undefined && !isTag(tag))
        return "a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _";
    if (digest !== undefined && !isDigest(digest))
        return "a digest is sha256: and 64 hex digits";
    return undefined;
}

;

function imageKey(ref) {
    const read = readReference(ref);
    return read.kind === "reference" ? familiarName(read.reference) : ref;
}
const isReference = (ref) => readReference(ref).kind === "reference";

;
function repositoryOf(ref) {
    const plain = ref.split("@", 1)[0] ?? ref;
    const colon = plain.lastIndexOf(":");
    return colon > plain.lastIndexOf("/") ? plain.slice(0, colon) : plain;
}

var external_node_path_ = __webpack_require__(6760);
;

function imageId({ service, platform }) {
    return `${service} ${platform}`;
}
function targetNames(images) {
    const names = new Map();
    const taken = new Set();
    for (const image of images) {
        const wish = `${image.service}_${image.platform}`.replace(/[^a-zA-Z0-9_-]/g, "-");
        let name = wish;
        for (let n = 2; taken.has(name); n++)
            name = `${wish}-${n}`;
        taken.add(name);
        names.set(imageId(image), name);
    }
    return names;
}
function within(root, relative) {
    return external_node_path_.join(root, relative);
}
function csv(fields) {
    return fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",");
}

;
const noGitRevision = "manual-build";

;
const templateNames = ["name", "phase", "project", "revision", "short_revision", "date", "version"];
const known = new Set(templateNames);
function parseTemplate(template) {
    const parts = [];
    let from = 0;
    while (from < template.length) {
        const open = template.indexOf("{{", from);
        if (open < 0)
            break;
        if (open > from)
            parts.push({ kind: "text", text: template.slice(from, open) });
        const close = template.indexOf("}}", open + 2);
        if (close < 0) {
            parts.push({ kind: "unclosed", text: template.slice(open) });
            return parts;
        }
        const name = template.slice(open + 2, close).trim();
        parts.push(isName(name) ? { kind: "name", name } : { kind: "unknown", name });
        from = close + 2;
    }
    if (from < template.length)
        parts.push({ kind: "text", text: template.slice(from) });
    return parts;
}
function expand(template, vars) {
    return parseTemplate(template)
        .map((part) => {
        switch (part.kind) {
            case "text":
                return part.text;
            case "name":
                return vars[part.name] ?? "";
            case "unknown":
                throw new TypeError(`unknown template variable {{${part.name}}}`);
            case "unclosed":
                throw new TypeError(`template is never closed: ${part.text}`);
            default:
                return part;
        }
    })
        .join("");
}
function isName(name) {
    return known.has(name);
}

;


function standardLabels(source, service, extra = {}) {
    const vars = templateVars(source, service, extra);
    const standard = {
        created: source.revision === noGitRevision ? undefined : source.committedAt,
        revision: source.revision,
        version: vars.version,
        source: source.url,
        url: source.url,
        title: service.title,
        description: service.description ?? source.description,
        licenses: source.licenses,
        "base.name": extra.baseName,
        "base.digest": extra.baseDigest,
    };
    const named = Object.entries(standard).map(([key, value]) => [`org.opencontainers.image.${key}`, value]);
    const own = Object.entries(expandAll(service.labels, vars));
    return Object.fromEntries([...new Map([...named, ...own])]
        .filter((entry) => entry[1] !== undefined && entry[1] !== "")
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
function templateVars(source, service, extra = {}) {
    const { revision, committedAt } = source;
    const short = revision === noGitRevision ? revision : revision.slice(0, 7);
    const version = extra.version ?? plainVersion(service) ?? releaseOf(source) ?? short;
    return {
        name: service.name,
        revision,
        short_revision: short,
        version,
        ...(revision !== noGitRevision && { date: committedAt }),
        ...(service.phase !== undefined && { phase: service.phase }),
        ...(extra.project !== undefined && { project: extra.project }),
    };
}
function expandAll(map, vars) {
    return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, expand(value, vars)]));
}
function releaseOf({ event }) {
    return event.kind === "tag" ? event.tag.replace(/^v(?=\d)/, "") : undefined;
}
function plainVersion({ args }) {
    const version = Object.hasOwn(args, "VERSION") ? args.VERSION : undefined;
    return version === undefined || version === "" || version.includes("{{") ? undefined : version;
}

;

function buildArgs(plan, service, image) {
    const { project, source } = plan;
    const vars = templateVars(source, service, { project });
    const catalog = expandAll(service.args, vars);
    const usual = {
        BUILD_DATE: source.committedAt,
        VCS_REF: source.revision,
        GIT_COMMIT: source.revision,
        VERSION: vars.version,
    };
    const volatile = image.volatileArgs.flatMap((name) => {
        const value = catalog[name] ?? usual[name];
        return value === undefined ? [] : [[name, value]];
    });
    const date = catalog.SOURCE_DATE_EPOCH ?? String(Math.floor(Date.parse(source.committedAt) / 1000));
    return { SOURCE_DATE_EPOCH: date, ...image.args, ...Object.fromEntries(volatile) };
}
function imageLabels({ project, source }, service) {
    return standardLabels(source, service, { project });
}

;




function bakeDefinition(input) {
    const images = input.images ?? input.plan.images.filter(({ decision }) => decision.kind === "build");
    const services = new Map(input.plan.services.map((service) => [service.name, service]));
    const names = targetNames(images);
    const target = Object.fromEntries(images.map((image) => {
        const service = services.get(image.service);
        if (service === undefined)
            throw new Error(`the plan has an image of ${image.service}, but no such service`);
        return [names.get(imageId(image)) ?? image.service, bakeTarget(input, names, service, image)];
    }));
    return escaped({ group: { default: { targets: [...names.values()] } }, target });
}
function bakeTarget(input, names, service, image) {
    const { plan, root } = input;
    return {
        context: within(root, service.context),
        dockerfile: within(root, service.dockerfile),
        ...(service.target !== undefined && { target: service.target }),
        platforms: [image.platform],
        args: buildArgs(plan, service, image),
        labels: imageLabels(plan, service),
        annotations: [
            `manifest:com.lucid.fingerprint=${image.fingerprint}`,
            `manifest:com.lucid.components=${JSON.stringify(Object.fromEntries(image.components.map(({ name, hash }) => [name, hash])))}`,
        ],
        contexts: namedContexts(input, names, service, image),
        secret: service.secrets.map((secret) => secretSpec(root, secret)),
        attest: ["type=provenance,disabled=true", "type=sbom,disabled=true"],
        output: [outputSpec(image.contentRef)],
        ...((input.cache === "none" || isStale(image)) && { "no-cache": true }),
    };
}
function isStale({ decision }) {
    return decision.reasons.some(({ kind }) => kind === "stale");
}
function outputSpec(contentRef) {
    return csv([
        "type=image",
        `name=${contentRef}`,
        "push=true",
        "store=false",
        "unpack=false",
        "rewrite-timestamp=true",
        "oci-mediatypes=true",
    ]);
}
function secretSpec(root, secret) {
    switch (secret.from) {
        case "env":
            return csv([`id=${secret.id}`, `env=${secret.env}`]);
        case "file":
            return csv([`id=${secret.id}`, `src=${within(root, secret.file)}`]);
        default:
            return secret;
    }
}
function namedContexts(input, names, service, image) {
    const pinned = new Map(image.bases.map((base) => [base.ref, base.pinned]));
    const own = (context) => {
        switch (context.kind) {
            case "service":
                return catalogImage(input, names, context.service, image.platform);
            case "image":
                return `docker-image://${pinned.get(context.ref) ?? context.ref}`;
            case "path":
                return within(input.root, context.path);
            case "url":
                return context.url;
            default:
                return context;
        }
    };
    return Object.fromEntries([
        ...image.bases.map(({ ref, pinned }) => [imageKey(ref), `docker-image://${pinned}`]),
        ...Object.entries(image.from).map(([ref, name]) => [
            imageKey(ref),
            catalogImage(input, names, name, image.platform),
        ]),
        ...Object.entries(service.contexts).map(([name, context]) => [imageKey(name), own(context)]),
    ]);
}
function catalogImage({ plan, pushed }, names, service, platform) {
    const id = imageId({ service, platform });
    const image = plan.images.find((one) => imageId(one) === id);
    if (image === undefined)
        throw new Error(`the plan has no image of ${service} for ${platform}`);
    const digest = pushed?.get(id) ?? (image.decision.kind === "unchanged" ? image.decision.digest : undefined);
    if (digest !== undefined)
        return `docker-image://${repositoryOf(image.contentRef)}@${digest}`;
    const target = names.get(id);
    return target === undefined ? `docker-image://${image.contentRef}` : `target:${target}`;
}
function bakeFileText(file) {
    return `${JSON.stringify(file, undefined, 2)}\n`;
}
function escaped(value) {
    return escapeAll(value);
}
function escapeAll(value) {
    if (typeof value === "string")
        return value.replace(/[$%](?=\{)/g, (sign) => sign + sign);
    if (Array.isArray(value))
        return value.map(escapeAll);
    if (typeof value === "object" && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [escapeAll(key), escapeAll(one)]));
    return value;
}

var promises_ = __webpack_require__(1455);
var external_node_os_ = __webpack_require__(8161);
;
function readError(lines) {
    const at = lines.findLastIndex((line) => line.startsWith("ERROR:"));
    if (at < 0) {
        const message = lines.findLast((line) => line.trim() !== "") ?? "docker buildx bake ended without a word";
        return { message: message.trim() };
    }
    const end = lines.findIndex((line, index) => index > at && line.trim() === "");
    const text = lines.slice(at, end < 0 ? undefined : end).join("\n");
    const rest = text.slice("ERROR:".length).trim();
    const target = /^target ([a-zA-Z0-9_-]+): /.exec(rest)?.[1];
    const header = lines.findLastIndex((line, index) => index < at && /^-{5,}$/.test(lines[index + 1] ?? "") && /:\d+$/.test(line));
    const line = /:(\d+)$/.exec(lines[header] ?? "")?.[1];
    return {
        message: target === undefined ? rest : rest.slice(`target ${target}: `.length),
        ...(target !== undefined && { target }),
        ...(line !== undefined && { line: Number(line) }),
    };
}
function cause(error, step) {
    const told = inWords(error, step);
    const known = [error.message, ...(step?.log ?? [])];
    const fix = fixes.find(({ sign }) => known.some((line) => sign.test(line)))?.fix;
    return fix === undefined ? told : `${told}; fix: ${fix}`;
}
function inWords({ message }, step) {
    const plain = message
        .replace(/^(?:failed to build: )?failed to solve: /, "")
        .replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /, "")
        .replace(/^rpc error: code = \w+ desc = /, "");
    const exit = /did not complete successfully: exit code: (\d+)/.exec(plain)?.[1];
    if (exit !== undefined)
        return `${step?.name ?? "a step"} ended with exit code ${exit}${meaning(Number(exit))}`;
    const path = /^("[^"]+"): not found$/.exec(plain)?.[1];
    if (path !== undefined && step !== undefined)
        return `${step.name}: ${path} is not in the build context, or the ignore file hides it`;
    return plain;
}
function meaning(exit) {
    const known = {
        126: " (not executable)",
        127: " (command not found)",
        132: " (illegal instruction)",
        137: " (killed, mostly for want of memory)",
        139: " (segmentation fault)",
    };
    return known[exit] ?? "";
}
const fixes = [
    {
        sign: /exec format error/,
        fix: "take a machine of that platform, or add emulation (the action `setup`, or the package qemu-user-static)",
    },
    {
        sign: /no space left on device/,
        fix: "make room for the engine: `docker system df` shows what takes it, `docker builder prune` frees the build cache",
    },
    {
        sign: /no basic auth credentials|authentication required|authorization failed|insufficient_scope|denied: |: denied|40[13] (?:Unauthorized|Forbidden)/,
        fix: "log in with `docker login` as somebody who may push there; on GitHub the job needs `packages: write` for ghcr.io",
    },
    {
        sign: /no match for platform in manifest/,
        fix: "take a base image that is made for this platform, or leave the platform out of the catalog",
    },
];
const passing = /\b(?:408|429|499|500|502|503|504|522) [A-Z][a-z]+|toomanyrequests: |unavailable: |connection reset by peer|broken pipe|unexpected EOF|: EOF\b|i\/o timeout|TLS handshake timeout/;
const gone = /Cannot connect to the Docker daemon|error reading from server|code = Unavailable|transport is closing|no builder ".*" found|failed to find driver/;
function cureFor(error, step) {
    if (error.message.includes("did not complete successfully")) {
        const crashed = /exit code: (?:132|139)\b/.test(error.message) ||
            step?.log.some((line) => /^qemu: uncaught target signal (?:4|11)\b/.test(line.trim())) === true;
        return { kind: crashed ? "emulator" : "none" };
    }
    if (gone.test(error.message))
        return { kind: "engine-gone" };
    return { kind: passing.test(error.message) ? "registry" : "none" };
}

;
function readEvent(line) {
    if (!line.startsWith("{"))
        return undefined;
    let json;
    try {
        json = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    const event = record(json);
    if (!["vertexes", "statuses", "logs", "warnings"].some((key) => key in event))
        return undefined;
    return {
        vertexes: list(event.vertexes).map(readVertex),
        statuses: list(event.statuses).map((status) => ({
            id: events_text(status.id) ?? "",
            vertex: events_text(status.vertex) ?? "",
            done: time(status.completed) !== undefined,
        })),
        logs: list(event.logs).map((log) => ({
            vertex: events_text(log.vertex) ?? "",
            data: Buffer.from(events_text(log.data) ?? "", "base64").toString("latin1"),
        })),
    };
}
function readVertex(vertex) {
    const started = time(vertex.started);
    const completed = time(vertex.completed);
    const error = events_text(vertex.error);
    return {
        id: events_text(vertex.digest) ?? "",
        name: events_text(vertex.name) ?? "",
        cached: vertex.cached === true,
        ...(started !== undefined && { started }),
        ...(completed !== undefined && { completed }),
        ...(error !== undefined && { error }),
    };
}
function record(json) {
    return typeof json === "object" && json !== null ? json : {};
}
function list(json) {
    return Array.isArray(json) ? json.map(record) : [];
}
function events_text(json) {
    return typeof json === "string" && json !== "" ? json : undefined;
}
function time(json) {
    const ms = Date.parse(events_text(json) ?? "");
    return Number.isNaN(ms) ? undefined : ms;
}

;

const logBytes = 64 << 10;
const logLines = 20;
class Watch {
    #options;
    #vertexes = new Map();
    #logs = new Map();
    #pushes = new Map();
    #byRef;
    #text = [];
    constructor(options) {
        this.#options = options;
        this.#byRef = new Map([...options.targets].map(([target, ref]) => [ref, target]));
    }
    line(line) {
        const event = readEvent(line);
        if (event === undefined) {
            this.#text.push(line);
            if (this.#text.length > 1000)
                this.#text.splice(0, 500);
            return;
        }
        for (const vertex of event.vertexes)
            this.#vertex(vertex);
        for (const { vertex, data } of event.logs)
            this.#logs.set(vertex, ((this.#logs.get(vertex) ?? "") + data).slice(-logBytes));
        for (const { id, vertex, done } of event.statuses)
            if (done)
                this.#pushed(id, vertex);
    }
    get text() {
        return this.#text;
    }
    target(name) {
        const mine = [...this.#vertexes.values()].filter((vertex) => this.#owner(vertex)?.target === name);
        const own = mine.filter((vertex) => vertex.name.includes("load build definition"));
        const starts = (own.length > 0 ? own : mine).flatMap(({ started }) => started ?? []);
        const ends = mine.flatMap(({ completed }) => completed ?? []);
        const digest = this.#landed(name);
        return {
            ...(digest !== undefined && { digest }),
            ...(starts.length > 0 && ends.length > 0 && { durationMs: Math.max(0, Math.max(...ends) - Math.min(...starts)) }),
            steps: mine.flatMap((vertex) => {
                const step = this.#owner(vertex)?.step;
                if (step === undefined || vertex.started === undefined || vertex.completed === undefined)
                    return [];
                return [{ name: step, durationMs: vertex.completed - vertex.started, cached: vertex.cached }];
            }),
        };
    }
    failedStep(target, message) {
        const broken = [...this.#vertexes.values()].filter(({ error }) => error !== undefined && !error.includes("context canceled"));
        const vertex = broken.find((one) => this.#owner(one)?.target === target && message.includes(one.error ?? "")) ??
            broken.find((one) => message.includes(one.error ?? "")) ??
            broken.find((one) => this.#owner(one)?.target === target);
        if (vertex === undefined)
            return undefined;
        return {
            name: this.#owner(vertex)?.step ?? vertex.name,
            error: vertex.error ?? "",
            log: lastLines(this.#logs.get(vertex.id) ?? ""),
        };
    }
    #vertex(vertex) {
        const before = this.#vertexes.get(vertex.id);
        this.#vertexes.set(vertex.id, vertex);
        if (vertex.started === undefined || before?.started !== undefined)
            return;
        const owner = this.#owner(vertex);
        if (owner !== undefined)
            this.#options.onStep?.(owner.target, owner.step);
    }
    #pushed(status, vertex) {
        const found = /^pushing manifest for (.+)@(sha256:[0-9a-f]{64})$/.exec(status);
        const target = this.#byRef.get(found?.[1] ?? "");
        const digest = found?.[2];
        if (target !== undefined && digest !== undefined)
            this.#pushes.set(target, { vertex, digest });
    }
    #landed(target) {
        const push = this.#pushes.get(target);
        const exporting = this.#vertexes.get(push?.vertex ?? "");
        return exporting?.completed !== undefined && exporting.error === undefined ? push?.digest : undefined;
    }
    #owner({ name }) {
        const { targets } = this.#options;
        const [only, ...others] = targets.keys();
        const found = /^\[([^\]]*)\]\s*(.*)$/s.exec(name);
        if (others.length === 0 && only !== undefined)
            return name.includes("bake definitions")
                ? undefined
                : { target: only, step: stepName(found?.[1], found?.[2] ?? name) };
        const [target = "", ...where] = (found?.[1] ?? "").split(" ");
        return targets.has(target) ? { target, step: stepName(where.join(" "), found?.[2] ?? "") } : undefined;
    }
}
function stepName(where, what) {
    const line = shortened(what.replace(/\s+/g, " ").trim());
    return where === undefined || where === "" || where === "internal" ? line : `[${where}] ${line}`;
}
function shortened(line) {
    return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}
function lastLines(latin1) {
    const lines = Buffer.from(latin1, "latin1")
        .toString("utf8")
        .split(/\r\n|\r|\n/)
        .filter((line) => line.trim() !== "");
    return lines.slice(-logLines);
}

;







const environment = {
    BUILDX_GIT_INFO: "false",
    BUILDX_GIT_LABELS: "false",
    BUILDX_METADATA_PROVENANCE: "disabled",
    BUILDX_NO_DEFAULT_ATTESTATIONS: "1",
};
function bakeCommand(file, builder) {
    return ["buildx", "bake", `--file=${file}`, ...(builder === undefined ? [] : [`--builder=${builder}`])];
}
async function runBake(call) {
    const { images, docker, root, builder, signal, onStep } = call;
    const names = targetNames(images);
    const byTarget = new Map(images.map((image) => [names.get(imageId(image)) ?? "", image]));
    const watch = new Watch({
        targets: new Map([...byTarget].map(([target, image]) => [target, image.contentRef])),
        onStep(target, step) {
            const image = byTarget.get(target);
            if (image !== undefined)
                onStep(image, step);
        },
    });
    const folder = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), "lucid-bake-"));
    try {
        const file = external_node_path_.join(folder, "bake.json");
        const metadata = external_node_path_.join(folder, "metadata.json");
        await (0,promises_.writeFile)(file, bakeFileText(bakeDefinition(call)), { mode: 0o600 });
        const { exitCode } = await docker([...bakeCommand(file, builder), `--metadata-file=${metadata}`, "--progress=rawjson"], { cwd: root, env: environment, signal, discard: true, onLine: (line) => watch.line(line) });
        const digests = exitCode === 0 ? await readDigests(metadata) : new Map();
        const baked = [...byTarget].map(([target, image]) => {
            const view = watch.target(target);
            const digest = digests.get(target) ?? view.digest;
            return {
                image,
                steps: view.steps,
                ...(digest !== undefined && { digest }),
                ...(view.durationMs !== undefined && { durationMs: view.durationMs }),
            };
        });
        if (exitCode === 0)
            return { images: baked };
        const error = readError(watch.text);
        const [only, ...others] = images;
        const image = byTarget.get(error.target ?? "") ?? (others.length === 0 ? only : undefined);
        const target = image === undefined ? "" : (names.get(imageId(image)) ?? "");
        const step = image === undefined ? undefined : watch.failedStep(target, error.message);
        const failure = { error, ...(image !== undefined && { image }), ...(step !== undefined && { step }) };
        return { images: baked, failure };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function readDigests(file) {
    const json = JSON.parse(await (0,promises_.readFile)(file, "utf8"));
    const entries = Object.entries((json ?? {}));
    return new Map(entries.flatMap(([target, value]) => {
        const digest = value?.["containerimage.digest"];
        return typeof digest === "string" ? [[target, digest]] : [];
    }));
}

var external_node_timers_promises_ = __webpack_require__(8500);
var p_limit = __webpack_require__(370);
;
const revisionLabel = "org.opencontainers.image.revision";
function verifyImage(facts, service, source, { platform, outcome }) {
    const { verify, ports, health } = service;
    const runs = ports.length > 0 || health !== undefined;
    return [
        check("platform", platform, facts.platform, facts.platform === platform),
        ...(verify.user === undefined ? [] : [userCheck(verify.user, facts.user)]),
        ...verify.labels.map((key) => filled(`label ${key}`, facts.labels[key])),
        revisionCheck(facts.labels[revisionLabel], source, outcome),
        expandedCheck(facts.labels),
        ...(verify.maxSize === undefined ? [] : [sizeCheck(verify.maxSize, facts.size)]),
        ...ports.map(({ container, protocol }) => {
            const port = `${container}/${protocol}`;
            return check(`port ${port}`, "exposed", facts.exposedPorts.join(", "), facts.exposedPorts.includes(port));
        }),
        ...(runs ? [filled("entrypoint", (facts.entrypoint ?? facts.command)?.join(" "))] : []),
    ];
}
function check(name, expected, actual, ok) {
    return { name, ok, expected, actual: actual === undefined || actual === "" ? "none" : actual };
}
function filled(name, actual) {
    return check(name, "filled", actual, actual !== undefined && actual.trim() !== "");
}
function userCheck(expected, actual) {
    const seen = expected.includes(":") ? actual : actual?.split(":")[0];
    return check("user", expected, actual ?? "root", seen === expected);
}
function revisionCheck(actual, { revision }, outcome) {
    return outcome === "built" ? check("revision", revision, actual, actual === revision) : filled("revision", actual);
}
function expandedCheck(labels) {
    const left = Object.entries(labels).filter(([, value]) => /\$[{(A-Za-z_]/.test(value));
    const actual = left.length === 0 ? "none" : left.map(([key, value]) => `${key}=${value}`).join(", ");
    return check("labels expanded", "no $ left", actual, left.length === 0);
}
function sizeCheck(maxSize, size) {
    const show = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
    return check("size", `at most ${show(maxSize)}`, show(size), size <= maxSize);
}

;



const lagMs = [0, 250, 500, 1000, 2000, 4000, 8000];
async function readBack(registry, image, digest, signal) {
    let seen;
    for (const ms of lagMs) {
        if (ms > 0)
            await (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal });
        seen = (await registry.head(image.contentRef))?.digest;
        if (seen !== digest)
            continue;
        const facts = await registry.imageFacts(`${repositoryOf(image.contentRef)}@${digest}`, image.platform);
        if (facts !== undefined)
            return { digest, facts };
    }
    throw new Error(seen === undefined || seen === digest
        ? `${image.contentRef} was pushed as ${digest}, but the registry does not have it`
        : `${image.contentRef} was pushed as ${digest}, but the registry has ${seen} there`);
}
function rowFacts(facts, service, source, { platform, outcome }) {
    return {
        digest: facts.digest,
        size: facts.size,
        layers: facts.layers.length,
        checks: verifyImage(facts, service, source, { platform, outcome }),
    };
}

;


async function readSecrets(service, root, env) {
    const missing = [];
    const values = [];
    for (const secret of service.secrets) {
        const value = secret.from === "env"
            ? 
                env[secret.env] || undefined
            : await (0,promises_.readFile)(within(root, secret.file), "utf8").catch(() => undefined);
        if (value !== undefined)
            values.push(value);
        else if (secret.from === "env")
            missing.push(`secret ${secret.id}: the environment has no ${secret.env}, or an empty one; set it for this step`);
        else
            missing.push(`secret ${secret.id}: there is no file ${secret.file}`);
    }
    return { missing, values };
}
function striker(values) {
    const parts = values.flatMap((value) => [value, ...value.split(/\r?\n/)]).map((part) => part.trim());
    const sorted = [...new Set(parts)].filter((part) => part.length >= 4).sort((a, b) => b.length - a.length);
    return (text) => sorted.reduce((rest, part) => rest.replaceAll(part, "***"), harmless(text));
}
function harmless(text) {
    return text
        .replace(/(?:\x1b\[|\x9b)[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)/g, "")
        .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}

;







const registryTries = 4;
class Builder {
    #input;
    #rows;
    #services;
    #pushed = new Map();
    #secrets = new Set();
    #apart;
    constructor(input, rows) {
        this.#input = input;
        this.#rows = rows;
        this.#services = new Map(input.plan.services.map((service) => [service.name, service]));
        this.#apart = (0,p_limit .A)(input.options?.apart ?? 4);
    }
    isThere({ service, platform }) {
        const id = imageId({ service, platform });
        if (this.#pushed.has(id))
            return true;
        return this.#input.plan.images.some((one) => imageId(one) === id && one.decision.kind === "unchanged");
    }
    async build(batch) {
        const images = await this.#withSecrets(batch);
        if (images.length === 0)
            return;
        for (const image of images)
            this.#rows.tell(image, "started");
        const run = await this.#bake(images);
        await this.#endPushed(run);
        if (run.failure === undefined)
            return this.#endLost(images);
        const { image: broken, error, step } = run.failure;
        const cure = broken === undefined ? cureFor(error, step) : this.#cure(broken, run);
        if (cure.kind === "engine-gone" && !this.#input.signal.aborted)
            for (const image of this.#open(images))
                this.#fail(image, run);
        else if (broken !== undefined && cure.kind === "none" && this.#open([broken]).length > 0)
            this.#fail(broken, run);
        const tried = (image) => (image === broken ? cure : { kind: "none" });
        await Promise.all(this.#open(images).map((image) => this.#apart(() => this.#buildAlone(image, tried(image)))));
    }
    async #buildAlone(image, last) {
        let cure = last;
        let crashed = false;
        for (let tries = cure.kind === "none" ? 0 : 1;; tries++) {
            if (this.#input.signal.aborted)
                return this.#rows.end(image, { outcome: "cancelled" });
            if (cure.kind === "emulator") {
                crashed = true;
                this.#rows.tell(image, "update", "the emulator crashed; once more");
            }
            if (cure.kind === "registry") {
                this.#rows.tell(image, "update", "the registry was busy; again");
                await this.#pause(tries);
            }
            const run = await this.#bake([image]);
            await this.#endPushed(run);
            if (this.#open([image]).length === 0)
                return;
            if (run.failure === undefined)
                return this.#endLost([image]);
            cure = this.#cure(image, run);
            const again = cure.kind === "emulator" ? !crashed : cure.kind === "registry" && tries + 1 < registryTries;
            if (!again)
                return this.#fail(image, run);
        }
    }
    #cure(image, { failure }) {
        if (failure === undefined)
            return { kind: "none" };
        const cure = cureFor(failure.error, failure.step);
        return cure.kind === "emulator" && image.platform === this.#input.options?.native ? { kind: "none" } : cure;
    }
    async #bake(images) {
        const { plan, root, docker, signal, options = {} } = this.#input;
        const strike = striker([...this.#secrets]);
        try {
            return await runBake({
                plan,
                root,
                docker,
                signal,
                images,
                pushed: this.#pushed,
                ...(options.cache !== undefined && { cache: options.cache }),
                ...(options.builder !== undefined && { builder: options.builder }),
                onStep: (image, step) => this.#rows.tell(image, "update", strike(step)),
            });
        }
        catch (error) {
            const failure = { error: { message: error.message } };
            return { images: images.map((image) => ({ image, steps: [] })), failure };
        }
    }
    async #endPushed(run) {
        await Promise.all(run.images.map(async (baked) => {
            if (baked.digest !== undefined)
                await this.#endOne(baked, baked.digest);
        }));
    }
    async #endOne({ image, durationMs }, digest) {
        const { plan, registry, signal } = this.#input;
        const service = this.#services.get(image.service);
        if (service === undefined)
            return;
        const { platform } = image;
        const took = durationMs === undefined ? {} : { durationMs };
        try {
            const { facts } = await readBack(registry, image, digest, signal);
            this.#pushed.set(imageId(image), digest);
            this.#rows.end(image, {
                outcome: "built",
                ...took,
                ...rowFacts(facts, service, plan.source, { platform, outcome: "built" }),
            });
        }
        catch (error) {
            if (signal.aborted)
                this.#rows.end(image, { outcome: "cancelled" });
            else
                this.#rows.end(image, { outcome: "failed", ...took, error: { message: error.message } });
        }
    }
    #endLost(images) {
        for (const image of this.#open(images))
            this.#rows.end(image, { outcome: "failed", error: { message: "docker buildx bake told of no digest for it" } });
    }
    #fail(image, { failure, images }) {
        if (this.#input.signal.aborted) {
            this.#rows.end(image, { outcome: "cancelled" });
            return;
        }
        const { error, step } = failure ?? { error: { message: "docker buildx bake failed" } };
        const strike = striker([...this.#secrets]);
        const durationMs = images.find((one) => one.image === image)?.durationMs;
        const details = {
            message: strike(cause(error, step)),
            ...(step !== undefined && step.log.length > 0 && { log: step.log.map(strike) }),
            ...(error.line !== undefined && { file: this.#services.get(image.service)?.dockerfile ?? "", line: error.line }),
        };
        this.#rows.end(image, { outcome: "failed", error: details, ...(durationMs !== undefined && { durationMs }) });
    }
    #open(images) {
        return images.filter((image) => this.#rows.of(image) === undefined);
    }
    async #withSecrets(images) {
        const { root, env } = this.#input;
        for (const image of images) {
            const service = this.#services.get(image.service);
            if (service === undefined || service.secrets.length === 0)
                continue;
            const { missing, values } = await readSecrets(service, root, env);
            for (const value of values)
                this.#secrets.add(value);
            if (missing.length > 0)
                this.#rows.end(image, { outcome: "failed", error: { message: missing.join("; ") } });
        }
        return this.#open(images);
    }
    async #pause(tried) {
        const { signal } = this.#input;
        const ms = 1000 * 2 ** (tried - 1) * (0.5 + Math.random() / 2);
        await (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal }).catch(() => { });
    }
}

;

class Rows {
    #plan;
    #progress;
    #rows = new Map();
    constructor(plan, progress) {
        this.#plan = plan;
        this.#progress = progress;
    }
    end(image, result) {
        const id = imageId(image);
        if (this.#rows.has(id))
            throw new Error(`${id} has ended already`);
        const { service, platform, fingerprint, contentRef } = image;
        this.#rows.set(id, { service, platform, fingerprint, contentRef, checks: [], ...result });
        const good = result.outcome === "built" || result.outcome === "unchanged";
        this.#progress({
            stage: "build",
            subject: this.subject(image),
            state: good ? "done" : "failed",
            text: ended(result),
        });
    }
    tell(image, state, text) {
        this.#progress({ stage: "build", subject: this.subject(image), state, ...(text !== undefined && { text }) });
    }
    of(image) {
        return this.#rows.get(imageId(image));
    }
    all() {
        return this.#plan.images.map((image) => {
            const row = this.#rows.get(imageId(image));
            if (row === undefined)
                throw new Error(`${imageId(image)} never ended`);
            return row;
        });
    }
    subject({ service, platform }) {
        const several = this.#plan.images.filter((one) => one.service === service).length > 1;
        return several ? `${service} ${platform}` : service;
    }
}
function ended({ outcome, digest, durationMs, error }) {
    const short = digest?.slice("sha256:".length, "sha256:".length + 12);
    const time = durationMs === undefined ? undefined : `${(durationMs / 1000).toFixed(1)}s`;
    const words = outcome === "built" ? [short, time] : outcome === "failed" ? [error?.message] : [outcome, error?.message ?? short];
    return words.filter((word) => word !== undefined).join(" ");
}

;










async function build(given) {
    const input = { ...given, root: await (0,promises_.realpath)(given.root) };
    const { plan, signal, now, options = {} } = input;
    const started = now();
    const rows = new Rows(plan, input.progress);
    const wanted = plan.images.filter(({ decision }) => decision.kind === "build");
    const command = wanted.length === 0 ? [] : await exportDefinition(input);
    for (const image of plan.images)
        endBlocked(rows, image);
    const unchanged = plan.images.map((image) => endUnchanged(input, rows, image));
    const builder = new Builder(input, rows);
    await buildInOrder(wanted, rows, builder, signal);
    await Promise.all(unchanged);
    return {
        kind: "lucid.build",
        version: 1,
        revision: plan.source.revision,
        images: rows.all(),
        command: command.length === 0 ? [] : ["docker", ...command, ...(options.cache === "none" ? ["--no-cache"] : [])],
        durationMs: Math.round(now() - started),
    };
}
async function buildInOrder(wanted, rows, builder, signal) {
    const queue = new Set(wanted);
    const running = new Set();
    for (;;) {
        endHopeless(queue, rows, signal);
        const ready = [...queue].filter((image) => parents(image).every((parent) => isThere(rows, builder, parent)));
        const awaited = new Set([...queue].flatMap((image) => parents(image).map(imageId)));
        const [first, rest] = [true, false].map((has) => ready.filter((image) => awaited.has(imageId(image)) === has));
        for (const batch of [first ?? [], rest ?? []]) {
            if (batch.length === 0)
                continue;
            for (const image of batch)
                queue.delete(image);
            const run = builder.build(batch).finally(() => running.delete(run));
            running.add(run);
        }
        if (running.size === 0)
            break;
        await Promise.race(running);
    }
    for (const image of queue)
        rows.end(image, { outcome: "skipped", error: { message: "the plan does not say how to get what it is FROM" } });
}
function parents({ from, platform }) {
    return [...new Set(Object.values(from))].map((service) => ({ service, platform }));
}
function isThere(rows, builder, parent) {
    return builder.isThere(parent) || rows.of(parent)?.outcome === "built";
}
function endHopeless(queue, rows, signal) {
    for (let before = -1; before !== queue.size;) {
        before = queue.size;
        for (const image of queue) {
            const lost = parents(image).find((parent) => {
                const outcome = rows.of(parent)?.outcome;
                return outcome === "failed" || outcome === "skipped" || outcome === "cancelled";
            });
            if (signal.aborted)
                rows.end(image, { outcome: "cancelled" });
            else if (lost !== undefined)
                rows.end(image, {
                    outcome: "skipped",
                    error: {
                        message: `it is FROM ${lost.service}, which ${rows.of(lost)?.outcome === "failed" ? "failed" : "was not built"}`,
                    },
                });
            else
                continue;
            queue.delete(image);
        }
    }
}
function endBlocked(rows, image) {
    const { decision } = image;
    if (decision.kind !== "blocked")
        return;
    const [first] = decision.problems;
    const { file, line } = first?.at ?? {};
    const message = decision.problems.length > 0
        ? decision.problems.map(errors .Vw).join("\n")
        : decision.reasons.map(({ detail }) => detail).join("; ");
    const byOthers = decision.problems.length > 0 && decision.problems.every(({ code }) => code === "plan/base-blocked");
    rows.end(image, {
        outcome: byOthers ? "skipped" : "failed",
        error: { message, ...(file !== undefined && { file }), ...(line !== undefined && { line }) },
    });
}
async function endUnchanged({ plan, registry, signal }, rows, image) {
    const { decision, platform } = image;
    if (decision.kind !== "unchanged")
        return;
    const service = plan.services.find(({ name }) => name === image.service);
    try {
        const facts = await registry.imageFacts(`${repositoryOf(image.contentRef)}@${decision.digest}`, platform);
        if (facts === undefined || service === undefined)
            throw new Error(`${image.contentRef} was there when the run was planned and is gone now; run it again`);
        rows.end(image, {
            outcome: "unchanged",
            ...rowFacts(facts, service, plan.source, { platform, outcome: "unchanged" }),
        });
    }
    catch (error) {
        if (signal.aborted)
            rows.end(image, { outcome: "cancelled" });
        else
            rows.end(image, { outcome: "failed", error: { message: error.message } });
    }
}
async function exportDefinition(input) {
    const { outDir, builder, cache } = input.options ?? {};
    const file = external_node_path_.join(outDir ?? "", "bake.json");
    if (outDir !== undefined) {
        await (0,promises_.mkdir)(outDir, { recursive: true });
        const text = bakeFileText(bakeDefinition({ ...input, ...(cache !== undefined && { cache }) }));
        await (0,promises_.writeFile)(file, text, { mode: 0o600 });
    }
    return bakeCommand(file, builder);
}

var docker_engine = __webpack_require__(7048);
;



async function writeWhole(file, text) {
    const temporary = `${file}.${process.pid}.tmp`;
    try {
        await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
        await (0,promises_.writeFile)(temporary, text);
        await (0,promises_.rename)(temporary, file);
    }
    catch (cause) {
        await (0,promises_.rm)(temporary, { force: true }).catch(() => { });
        const why = cause instanceof Error ? cause.message : String(cause);
        const fix = "name a folder that can be written to, with --out";
        throw new errors .yo({ code: "document/unwritable", message: "cannot be written", at: { file }, why, fix }, { cause });
    }
    return file;
}
const fileOf = (out, kind) => external_node_path_.join(out, `${kind.replace(/^lucid\./, "")}.json`);
async function writeDocument(out, document) {
    return writeWhole(fileOf(out, document.kind), `${JSON.stringify(document, undefined, "\t")}\n`);
}
async function readDocument(file, kind, version) {
    let text;
    try {
        text = await (0,promises_.readFile)(file, "utf8");
    }
    catch (cause) {
        if (cause.code === "ENOENT")
            return undefined;
        throw unreadable(file, "cannot be read", cause);
    }
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw unreadable(file, "is not JSON", cause);
    }
    const found = (typeof value === "object" && value !== null ? value : {});
    if (found.kind !== kind)
        throw unreadable(file, `is no ${kind} document`);
    if (found.version !== version)
        throw unreadable(file, `is version ${found.version} of ${kind}, and this program reads version ${version}`);
    return found;
}
function lastDocument(out, kind, version) {
    return readDocument(fileOf(out, kind), kind, version);
}
function unreadable(file, message, cause) {
    const why = cause instanceof Error ? cause.message : undefined;
    const fix = "run the stage that writes it again";
    return new errors .yo({ code: "document/unreadable", message, at: { file }, fix, ...(why !== undefined && { why }) }, { cause });
}

var external_node_fs_ = __webpack_require__(3024);
var posix_ = __webpack_require__(3916);
;


function selectServices(catalog, { services, phases }) {
    const problems = [];
    for (const pattern of services) {
        if (pattern === "*" || catalog.services.some(({ name }) => (0,posix_.matchesGlob)(name, pattern)))
            continue;
        const planned = catalog.planned.some(({ name }) => (0,posix_.matchesGlob)(name, pattern));
        problems.push({
            code: "select/service",
            message: planned ? `"${pattern}" is planned: it has no Dockerfile yet` : `no service is called "${pattern}"`,
            at: { file: catalog.file },
            fix: planned ? "take `planned: true` away once it can be built" : `one of ${nearest(pattern, catalog.services)}`,
        });
    }
    for (const phase of phases) {
        if (catalog.phases.some(({ id }) => id === phase))
            continue;
        problems.push({
            code: "select/phase",
            message: `there is no phase "${phase}"`,
            at: { file: catalog.file },
            fix: catalog.phases.length > 0
                ? `one of ${catalog.phases.map(({ id }) => id).join(", ")}`
                : "the catalog names no phases",
        });
    }
    if (problems.length > 0)
        throw new errors .yo(problems);
    return catalog.services.filter(({ name, phase }) => (services.length === 0 || services.some((pattern) => pattern === "*" || (0,posix_.matchesGlob)(name, pattern))) &&
        (phases.length === 0 || (phase !== undefined && phases.includes(phase))));
}
function nearest(pattern, services) {
    const parts = pattern.split(/[-*?[\]{}]+/).filter((part) => part.length > 2);
    const hits = ({ name }) => parts.filter((part) => name.includes(part)).length;
    const sorted = [...services].sort((a, b) => hits(b) - hits(a)).map(({ name }) => name);
    return sorted.length > 8 ? `${sorted.slice(0, 8).join(", ")}, ...` : sorted.join(", ");
}

;
async function changedSince(git, revision, paths) {
    if (!/^[0-9a-f]{7,64}$/.test(revision))
        return undefined;
    const [tracked, untracked] = await Promise.all([
        git(["diff", "--name-only", "--relative", "--no-renames", "-z", revision, "--", ...paths.map(literal)]),
        git(["ls-files", "--others", "--exclude-standard", "-z", "--", ...paths.map(literal)]),
    ]);
    if (tracked === undefined)
        return undefined;
    return [...new Set(`${tracked}${untracked ?? ""}`.split("\0").filter(Boolean))].sort();
}
const literal = (path) => `:(literal)${path}`;

;
function listModified(git) {
    return git(["-c", "core.fileMode=true", "diff-files", "--name-only", "--relative", "-z"]);
}

;
function hasWildcards(text) {
    for (let i = 0; i < text.length; i++) {
        const char = text[i];
        if (char === "\\")
            i++;
        else if (char === "*" || char === "?" || char === "[")
            return true;
    }
    return false;
}
function globRegex(pattern) {
    let out = "^";
    const chars = [...pattern];
    for (let i = 0; i < chars.length; i++) {
        const char = chars[i] ?? "";
        if (char === "*")
            out += out.endsWith("[^/]*") ? "" : "[^/]*";
        else if (char === "?")
            out += "[^/]";
        else if (char === "\\") {
            const next = chars[++i];
            if (next === undefined)
                return undefined;
            out += quote(next);
        }
        else if (char === "[") {
            const found = charClass(chars, i + 1);
            if (found === undefined)
                return undefined;
            out += found.regex;
            i = found.end;
        }
        else
            out += quote(char);
    }
    return new RegExp(`${out}$`, "su");
}
const isGlob = (pattern) => globRegex(pattern) !== undefined;
function charClass(chars, start) {
    let i = start;
    const negated = chars[i] === "^";
    if (negated)
        i++;
    const ranges = [];
    const take = () => {
        const char = chars[i++];
        if (char === undefined || char === "-" || char === "]")
            return undefined;
        return char === "\\" ? chars[i++] : char;
    };
    while (ranges.length === 0 || chars[i] !== "]") {
        const low = take();
        if (low === undefined)
            return undefined;
        let high = low;
        if (chars[i] === "-") {
            i++;
            const found = take();
            if (found === undefined)
                return undefined;
            high = found;
        }
        const inOrder = (low.codePointAt(0) ?? 0) <= (high.codePointAt(0) ?? 0);
        ranges.push(inOrder ? `${inClass(low)}-${inClass(high)}` : "");
        if (i >= chars.length)
            return undefined;
    }
    const body = ranges.join("");
    if (body === "")
        return { regex: negated ? "[^]" : "[]", end: i };
    return { regex: `[${negated ? "^" : ""}${body}]`, end: i };
}
const quote = (char) => (/[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char);
const inClass = (char) => (/[\\^\][-]/.test(char) ? `\\${char}` : char);

;
const spaces = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const leading = new RegExp(`^[${spaces}]+`);
const single = new RegExp(`^[${spaces}]$`);
const isSpace = (char) => single.test(char);
const trimStart = (text) => text.replace(leading, "");
const trim = (text) => trimEnd(trimStart(text));
function trimEnd(text) {
    let end = text.length;
    while (end > 0 && isSpace(text[end - 1] ?? ""))
        end--;
    return text.slice(0, end);
}
const withoutMark = (text) => (text.startsWith("\uFEFF") ? text.slice(1) : text);
function cleanPath(text) {
    const rooted = text.startsWith("/");
    const parts = [];
    for (const part of text.split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part !== "..")
            parts.push(part);
        else if (parts.length > 0 && parts.at(-1) !== "..")
            parts.pop();
        else if (!rooted)
            parts.push(part);
    }
    return (rooted ? "/" : "") + parts.join("/") || (rooted ? "/" : ".");
}
function contextParts(text) {
    return cleanPath(`/${text}`).split("/").filter(Boolean);
}

;


function toPattern(line) {
    const trimmed = trim(line);
    if (trimmed === "")
        return "empty";
    const cleaned = cleanPath(trimmed);
    const negated = cleaned.startsWith("!");
    const text = negated ? cleaned.slice(1) : cleaned;
    if (text === "" || !isGlob(text))
        return undefined;
    const matches = matcher(text);
    return matches && { text, negated, matches };
}
const sharedEscapes = /[^a-zA-Z0-9]|[dDsSwWbBfnrtv]/;
const otherEscapes = { a: "\\x07", A: "(?<![\\s\\S])", z: "(?![\\s\\S])" };
function matcher(text) {
    let regex = "^";
    let kind = "exact";
    const chars = [...text];
    for (let i = 0; i < chars.length; i++) {
        const char = chars[i] ?? "";
        const first = i === 0;
        if (char === "*" && chars[i + 1] === "*") {
            i++;
            if (chars[i + 1] === "/")
                i++;
            if (i + 1 >= chars.length) {
                if (kind === "exact")
                    kind = "prefix";
                else {
                    regex += ".*";
                    kind = "regex";
                }
            }
            else {
                regex += "(.*/)?";
                kind = "regex";
            }
            if (first)
                kind = "suffix";
        }
        else if (char === "*" || char === "?") {
            regex += char === "*" ? "[^/]*" : "[^/]";
            kind = "regex";
        }
        else if (char === "\\") {
            const next = chars[++i] ?? "";
            const translated = sharedEscapes.test(next) ? `\\${next}` : otherEscapes[next];
            if (translated === undefined)
                return undefined;
            regex += translated;
            kind = "regex";
        }
        else if (char === "[" || char === "]") {
            regex += char;
            kind = "regex";
        }
        else
            regex += /[.+()$]/.test(char) ? `\\${char}` : char;
    }
    if (kind === "exact")
        return (path) => path === text;
    if (kind === "prefix")
        return (path) => path.startsWith(text.slice(0, -2));
    if (kind === "suffix") {
        const suffix = text.slice(2);
        return (path) => path.endsWith(suffix) || (suffix.startsWith("/") && path === suffix.slice(1));
    }
    try {
        const compiled = new RegExp(`${regex}$`);
        return (path) => compiled.test(path);
    }
    catch {
        return undefined;
    }
}
class PatternSet {
    patterns;
    takesBack;
    constructor(patterns) {
        this.patterns = patterns;
        this.takesBack = patterns.some(({ negated }) => negated);
    }
    test(path, folder) {
        let matched = false;
        const verdicts = this.patterns.map((pattern, i) => {
            let hit = folder?.[i] ?? false;
            if (!hit && pattern.negated === matched)
                hit = pattern.matches(path);
            if (hit)
                matched = !pattern.negated;
            return hit;
        });
        return { matched, verdicts };
    }
    matches(path, folder) {
        let matched = false;
        for (const [i, pattern] of this.patterns.entries()) {
            const hit = (folder?.[i] ?? false) || (pattern.negated === matched && pattern.matches(path));
            if (hit)
                matched = !pattern.negated;
        }
        return matched;
    }
    mayTakeBack(folder) {
        if (!this.takesBack)
            return false;
        const below = `${folder}/`;
        return this.patterns.some(({ text, negated }) => {
            if (!negated)
                return false;
            const plain = text.replace(/(\/\*\*)$/, "");
            return /[*[\]?^\\]/.test(plain) || `${plain}/`.startsWith(below);
        });
    }
}

;



function parseIgnore(text, file) {
    const problems = [];
    const patterns = [];
    const lines = [];
    for (const [index, written] of withoutMark(text).split("\n").entries()) {
        if (written.startsWith("#"))
            continue;
        const line = trim(written);
        if (line === "")
            continue;
        const negated = line.startsWith("!");
        const body = negated ? trim(line.slice(1)) : line;
        const cleaned = body === "" ? "" : rootless(cleanPath(body));
        const pattern = toPattern((negated ? "!" : "") + cleaned);
        if (pattern === "empty")
            continue;
        if (pattern === undefined) {
            problems.push({
                code: "dockerfile/ignore-pattern",
                message: cleaned === "" ? `illegal exclusion pattern: "!"` : `malformed pattern: ${line}`,
                at: { file, line: index + 1 },
                fix: cleaned === ""
                    ? "write the pattern right after the !"
                    : "close every [ and put a \\ before a character that is meant as such",
            });
            continue;
        }
        patterns.push(pattern);
        lines.push(index + 1);
    }
    if (problems.length > 0)
        throw new errors .yo(problems);
    return { file, ...toIgnore(patterns), lines };
}
const ignoreNothing = { ...toIgnore([]), lines: [] };
function toIgnore(patterns) {
    const set = new PatternSet(patterns);
    return { patterns: set, ignores: (path) => testWithParents(set, path) };
}
function testWithParents(set, path) {
    let found = { matched: false, verdicts: undefined };
    for (let end = path.indexOf("/");; end = path.indexOf("/", end + 1)) {
        found = set.test(end < 0 ? path : path.slice(0, end), found.verdicts);
        if (end < 0)
            return found.matched;
    }
}
const rootless = (path) => (path.length > 1 && path.startsWith("/") ? path.slice(1) : path);

;
const longest = 64;
function suggest_nearest(word, candidates) {
    if (word.length > longest)
        return undefined;
    const limit = word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3));
    let best;
    let least = limit + 1;
    for (const candidate of candidates) {
        if (candidate.length > longest || Math.abs(candidate.length - word.length) >= least)
            continue;
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance < least)
            [best, least] = [candidate, distance];
    }
    return best;
}
function editDistance(from, to) {
    let before = [];
    let last = Array.from({ length: to.length + 1 }, (_, i) => i);
    for (let i = 1; i <= from.length; i++) {
        const row = [i];
        for (let j = 1; j <= to.length; j++) {
            const same = from[i - 1] === to[j - 1];
            let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
            if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
                cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
            row.push(cost);
        }
        [before, last] = [last, row];
    }
    return last[to.length] ?? 0;
}

;

class SubstitutionError extends Error {
}
function expand_expand(text, options) {
    const lexer = new Lexer(text, options);
    const { value, words } = lexer.until(undefined, lexer.keep);
    return { value, words, unset: lexer.unset, unknown: lexer.unknown };
}
class Words {
    word = "";
    list = [];
    add(text) {
        for (const char of text) {
            if (!isSpace(char))
                this.word += char;
            else
                this.end();
        }
    }
    addRaw(text) {
        this.word += text;
    }
    end() {
        if (this.word !== "")
            this.list.push(this.word);
        this.word = "";
    }
}
class Lexer {
    unset = new Set();
    unknown = new Set();
    keep;
    chars;
    options;
    at = 0;
    constructor(text, options) {
        this.chars = [...text];
        this.options = options;
        this.keep = options.quotes === "keep";
    }
    until(stop, rawEscapes) {
        let value = "";
        const words = new Words();
        const plain = this.options.text === "plain";
        for (;;) {
            const char = this.chars[this.at];
            if (char === undefined) {
                if (stop !== undefined)
                    throw new SubstitutionError(`syntax error: missing '${stop}'`);
                words.end();
                return { value, words: words.list };
            }
            if (char === stop) {
                this.at++;
                words.end();
                return { value, words: words.list };
            }
            if (char === "$") {
                const found = this.dollar();
                value += found;
                words.add(found);
            }
            else if (!plain && (char === "'" || char === '"')) {
                const found = char === "'" ? this.singleQuoted() : this.doubleQuoted(rawEscapes);
                value += found;
                words.addRaw(found);
            }
            else if (char === this.options.escape) {
                const next = this.chars[this.at + 1] ?? "";
                this.at += 2;
                const found = (rawEscapes ? char : "") + next;
                value += found;
                words.addRaw(found);
            }
            else {
                this.at++;
                value += char;
                words.add(char);
            }
        }
    }
    singleQuoted() {
        const end = this.chars.indexOf("'", this.at + 1);
        if (end < 0)
            throw new SubstitutionError("unexpected end of statement while looking for matching single-quote");
        const text = this.chars.slice(this.at + 1, end).join("");
        this.at = end + 1;
        return this.keep ? `'${text}'` : text;
    }
    doubleQuoted(rawEscapes) {
        let value = this.keep ? '"' : "";
        this.at++;
        for (;;) {
            const char = this.chars[this.at];
            if (char === undefined)
                throw new SubstitutionError("unexpected end of statement while looking for matching double-quote");
            if (char === '"') {
                this.at++;
                return this.keep ? `${value}"` : value;
            }
            if (char === "$") {
                value += this.dollar();
                continue;
            }
            this.at++;
            if (char !== this.options.escape) {
                value += char;
                continue;
            }
            if (rawEscapes)
                value += char;
            const next = this.chars[this.at];
            if (next === undefined)
                continue;
            if (next === '"' || next === "$" || next === this.options.escape) {
                this.at++;
                value += next;
            }
            else
                value += char;
        }
    }
    dollar() {
        this.at++;
        if (this.chars[this.at] !== "{") {
            const name = this.name();
            if (name === "")
                return "$";
            return this.keep ? `$${name}` : this.valueOf(name);
        }
        this.at++;
        const first = this.chars[this.at];
        if (first === undefined)
            throw new SubstitutionError("syntax error: missing '}'");
        if (first === "{" || first === "}" || first === ":")
            throw new SubstitutionError("syntax error: bad substitution");
        const name = this.name();
        const operator = this.chars[this.at++];
        if (operator === "}")
            return this.keep ? `\${${name}}` : this.valueOf(name);
        if (operator === "/")
            return this.replace(name);
        const colon = operator === ":";
        const action = colon ? this.chars[this.at++] : operator;
        if (action === undefined)
            throw new SubstitutionError("syntax error: missing '}'");
        if (!"+-?#%".includes(action))
            throw new SubstitutionError(`unsupported modifier (${colon ? ":" : ""}${action}) in substitution`);
        const word = this.until("}", action === "#" || action === "%").value;
        if (this.keep)
            return `\${${name}${colon ? ":" : ""}${action}${word}}`;
        return this.modify(name, action, word, colon ? "null-is-unset" : "null-is-set");
    }
    modify(name, action, word, empty) {
        const found = this.find(name);
        const value = found.kind === "set" ? found.value : "";
        const missing = found.kind !== "set" || (value === "" && empty === "null-is-unset");
        if (action === "-")
            return missing ? word : value;
        if (action === "+")
            return missing ? "" : word;
        if (action === "?") {
            if (found.kind === "unknown" || !missing)
                return value;
            const why = found.kind === "unset" ? "is not allowed to be unset" : "is not allowed to be empty";
            throw new SubstitutionError(`${name}: ${word || why}`);
        }
        const greedy = word.startsWith(action);
        const pattern = greedy ? word.slice(1) : word;
        if (action === "#")
            return value.slice(shellPattern(pattern, greedy ? "long" : "short", "^", "").exec(value)?.[0].length ?? 0);
        const whole = shellPattern(pattern, "long", "^", "$");
        const starts = Array.from({ length: value.length + 1 }, (_, i) => (greedy ? i : value.length - i));
        const start = starts.find((i) => whole.test(value.slice(i)));
        return start === undefined ? value : value.slice(0, start);
    }
    replace(name) {
        const all = this.chars[this.at] === "/";
        if (all)
            this.at++;
        const pattern = this.until("/", true).value;
        const replacement = this.until("}", true).value;
        if (this.keep)
            return `\${${name}/${pattern}/${replacement}}`;
        const value = this.valueOf(name);
        const regex = shellPattern(pattern, "long", "", "", all ? "gs" : "s");
        return value.replace(regex, () => replacement);
    }
    valueOf(name) {
        const found = this.find(name);
        return found.kind === "set" ? found.value : "";
    }
    find(name) {
        const found = this.options.lookup(name);
        if (found.kind === "unset")
            this.unset.add(name);
        if (found.kind === "unknown")
            this.unknown.add(name);
        return found;
    }
    name() {
        const first = this.chars[this.at] ?? "";
        if (/^[@*#?\-$!]$/.test(first)) {
            this.at++;
            return first;
        }
        const part = /^\d$/.test(first) ? /^\d$/ : /^[\p{L}\p{Nd}_]$/u;
        let name = "";
        for (let char = first; part.test(char); char = this.chars[this.at] ?? "") {
            name += char;
            this.at++;
        }
        return name;
    }
}
function shellPattern(pattern, stars, start, end, flags = "s") {
    let out = "";
    const chars = [...pattern];
    for (let i = 0; i < chars.length; i++) {
        const char = chars[i] ?? "";
        if (char === "*")
            out += stars === "long" ? ".*" : ".*?";
        else if (char === "?")
            out += ".";
        else if (char === "\\") {
            const next = chars[i + 1];
            if (next === "}" || next === "/")
                continue;
            if (next !== "*" && next !== "?" && next !== "\\")
                throw new SubstitutionError(`invalid escape '\\${next ?? ""}'`);
            out += `\\${next}`;
            i++;
        }
        else
            out += char.replace(/[[\]{}.+()|^$]/, "\\$&");
    }
    return new RegExp(start + out + end, flags);
}

;


const directiveNames = new Set(["escape", "syntax", "check"]);
const isComment = (line) => trimStart(line).startsWith("#");
class LineReader {
    directives;
    problems = [];
    escape;
    lines;
    continuation;
    at = 0;
    constructor(text) {
        const lines = withoutMark(text).split("\n");
        if (lines.at(-1) === "")
            lines.pop();
        this.lines = lines;
        this.directives = this.readDirectives();
        const mark = this.directives.find(({ name }) => name === "escape")?.value;
        this.escape = mark === "`" ? "`" : "\\";
        this.continuation = this.escape === "`" ? /(?<!`)`[ \t]*$/ : /(?<!\\)\\[ \t]*$/;
    }
    readDirectives() {
        const found = [];
        for (const [index, text] of this.lines.entries()) {
            const match = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/.exec(trimStart(stripEnd(text)));
            const name = match?.[1]?.toLowerCase();
            if (name === undefined || !directiveNames.has(name))
                break;
            const directive = { name, value: match?.[2] ?? "", line: index + 1 };
            if (found.some((other) => other.name === name))
                this.problems.push({ message: `only one ${name} parser directive can be used`, line: directive.line });
            if (name === "escape" && !["`", "\\"].includes(directive.value))
                this.problems.push({
                    message: `invalid escape token '${directive.value}', it must be \` or \\`,
                    line: directive.line,
                });
            found.push(directive);
        }
        return found;
    }
    next() {
        let comments = [];
        for (; this.at < this.lines.length; this.at++) {
            const text = trimStart(stripEnd(this.lines[this.at] ?? ""));
            if (text.startsWith("#")) {
                const comment = trim(text.slice(1));
                if (comment === "")
                    comments = [];
                else
                    comments.push(comment);
            }
            else if (text !== "")
                break;
        }
        if (this.at >= this.lines.length)
            return undefined;
        const start = this.at;
        let { text, open } = this.cut(trimStart(stripEnd(this.lines[this.at++] ?? "")));
        while (open && this.at < this.lines.length) {
            const more = stripEnd(this.lines[this.at++] ?? "");
            if (isComment(more) || trimStart(more) === "")
                continue;
            const part = this.cut(more);
            text += part.text;
            open = part.open;
        }
        const raw = this.lines.slice(start, this.at).map(stripEnd).join("\n");
        return { text, line: start + 1, endLine: this.at, raw, comments };
    }
    cut(line) {
        const match = this.continuation.exec(line);
        return match === null ? { text: line, open: false } : { text: line.slice(0, match.index), open: true };
    }
    body(name, chomp) {
        let content = "";
        for (let at = this.at; at < this.lines.length; at++) {
            const line = this.lines[at] ?? "";
            const stripped = stripEnd(line);
            if ((chomp ? stripped.replace(/^\t+/, "") : stripped) === name) {
                this.at = at + 1;
                return { content: chomp ? content.replace(/^\t+/gm, "") : content, endLine: this.at };
            }
            content += `${line}\n`;
        }
        this.at = this.lines.length;
        return undefined;
    }
}
const stripEnd = (line) => line.replace(/\r+$/, "");
const keepAll = { escape: "\\", lookup: () => ({ kind: "unset" }) };
function heredocStart(word) {
    const match = /^\d*<<(-?)\s*([^<]+)$/.exec(word);
    if (match === null)
        return undefined;
    try {
        const name = expand_expand(match[2] ?? "", { ...keepAll, lookup: keepName }).words;
        const raw = expand_expand(match[2] ?? "", { ...keepAll, quotes: "keep" }).words;
        if (name.length !== 1 || raw.length !== 1)
            return undefined;
        const quotes = (text) => text.replace(/[^'"]/g, "").length;
        return { name: name[0] ?? "", chomp: match[1] === "-", expand: quotes(name[0] ?? "") === quotes(raw[0] ?? "") };
    }
    catch {
        return undefined;
    }
}
const keepName = (name) => ({ kind: "set", value: `$${name}` });
function heredocStarts(line) {
    if (!line.includes("<<"))
        return [];
    try {
        const { words } = expand_expand(line, { ...keepAll, quotes: "keep" });
        return words.flatMap((word) => heredocStart(word) ?? []);
    }
    catch {
        return [];
    }
}

;

const gap = /[\t\v\f\r ]+/;
function splitInstruction(line, escapeChar) {
    const text = trim(line);
    const space = gap.exec(text);
    if (space === null)
        return { keyword: text, flags: [], rest: "" };
    const keyword = text.slice(0, space.index);
    const { words, rest } = leadingFlags(text.slice(space.index + space[0].length), escapeChar);
    return { keyword, flags: words.map(toFlag), rest: trim(rest) };
}
function toFlag(word) {
    const equals = word.indexOf("=");
    return equals < 0 ? { name: word.slice(2) } : { name: word.slice(2, equals), value: word.slice(equals + 1) };
}
function leadingFlags(text, escapeChar) {
    const words = [];
    let at = 0;
    for (;;) {
        while (at < text.length && isSpace(text[at] ?? ""))
            at++;
        if (!text.startsWith("--", at))
            return { words, rest: text.slice(at) };
        const { word, end } = flagWord(text, at, escapeChar);
        at = end;
        if (word === "--")
            return { words, rest: text.slice(at) };
        words.push(word);
    }
}
function flagWord(text, start, escapeChar) {
    let word = "";
    let quote;
    let at = start;
    for (; at < text.length; at++) {
        const char = text[at] ?? "";
        if (quote === undefined && isSpace(char))
            break;
        if (quote === undefined && (char === "'" || char === '"'))
            quote = char;
        else if (char === quote)
            quote = undefined;
        else if (char === escapeChar)
            word += text[++at] ?? "";
        else
            word += char;
    }
    return { word, end: at };
}
function splitAtSpaces(text) {
    return text === "" ? [] : text.split(gap);
}
function jsonWords(text) {
    const start = trim(text);
    if (!start.startsWith("["))
        return undefined;
    let value;
    try {
        value = JSON.parse(start);
    }
    catch {
        return undefined;
    }
    if (!Array.isArray(value))
        return undefined;
    return value.every((item) => typeof item === "string") ? value : "mixed";
}
function quotedWords(text, escapeChar) {
    const words = [];
    let word = "";
    let quote;
    let open = false;
    for (let at = 0; at < text.length; at++) {
        const char = text[at] ?? "";
        if (quote === undefined && isSpace(char)) {
            if (open)
                words.push(word);
            word = "";
            open = false;
            continue;
        }
        open = true;
        if (char === escapeChar && quote !== "'") {
            const next = text[++at];
            if (next !== undefined)
                word += char + next;
            continue;
        }
        if (quote === undefined && (char === "'" || char === '"'))
            quote = char;
        else if (char === quote)
            quote = undefined;
        word += char;
    }
    if (open && word !== "")
        words.push(word);
    return words;
}
function keyValues(text, keyword, escapeChar) {
    const words = quotedWords(text, escapeChar);
    const first = words[0];
    if (first === undefined)
        return `${keyword} requires at least one argument`;
    if (!first.includes("=")) {
        const space = gap.exec(text);
        if (space === null)
            return `${keyword} must have two arguments`;
        return [{ key: text.slice(0, space.index), value: text.slice(space.index + space[0].length) }];
    }
    const pairs = [];
    for (const word of words) {
        const equals = word.indexOf("=");
        if (equals < 0)
            return `can't find = in "${word}"; it must be of the form name=value`;
        if (equals === 0)
            return `${keyword} names can not be blank`;
        pairs.push({ key: word.slice(0, equals), value: word.slice(equals + 1) });
    }
    return pairs;
}
function csvFields(text) {
    const fields = [];
    let rest = text;
    for (;;) {
        const found = /^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/.exec(rest);
        if (found === null)
            return undefined;
        fields.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
        if (found[3] === "")
            return fields;
        rest = rest.slice(found[0].length);
    }
}

;


const shapes = {
    ADD: { shape: "list", flags: "chown chmod link? keep-git-dir? checksum unpack? exclude*" },
    ARG: { shape: "names", flags: "" },
    CMD: { shape: "command", flags: "" },
    COPY: { shape: "list", flags: "chown from chmod link? exclude* parents?" },
    ENTRYPOINT: { shape: "command", flags: "" },
    ENV: { shape: "pairs", flags: "" },
    EXPOSE: { shape: "words", flags: "" },
    FROM: { shape: "words", flags: "platform" },
    HEALTHCHECK: { shape: "health", flags: "interval timeout start-period start-interval retries" },
    LABEL: { shape: "pairs", flags: "" },
    MAINTAINER: { shape: "text", flags: "" },
    ONBUILD: { shape: "trigger", flags: "" },
    RUN: { shape: "command", flags: "mount* network security device*" },
    SHELL: { shape: "command", flags: "" },
    STOPSIGNAL: { shape: "text", flags: "" },
    USER: { shape: "text", flags: "" },
    VOLUME: { shape: "list", flags: "" },
    WORKDIR: { shape: "text", flags: "" },
};
const keywords = Object.keys(shapes);
function parseInstruction(line, escapeChar) {
    const { keyword: written, flags, rest } = splitInstruction(line, escapeChar);
    const keyword = written.toUpperCase();
    const base = { keyword, written, flags, rest, args: [], pairs: [], form: "shell" };
    const known = shapes[keyword];
    if (known === undefined)
        return { ...base, unclear: `${written} is not an instruction this version knows` };
    const wrong = checkFlags(flags, known.flags);
    if (wrong !== undefined && "message" in wrong)
        return wrong.message;
    const parsed = wrong === undefined ? base : { ...base, unclear: `${keyword} ${wrong.unclear}` };
    if (rest === "" && keyword !== "RUN" && keyword !== "CMD" && keyword !== "ENTRYPOINT")
        return `${keyword} requires at least one argument`;
    switch (known.shape) {
        case "pairs": {
            const pairs = keyValues(rest, keyword, escapeChar);
            return typeof pairs === "string" ? pairs : { ...parsed, pairs };
        }
        case "names":
            return { ...parsed, pairs: quotedWords(rest, escapeChar).map(toPair) };
        case "text":
            return { ...parsed, args: [rest] };
        case "words":
            return keyword === "FROM"
                ? checkFrom({ ...parsed, args: splitAtSpaces(rest) })
                : { ...parsed, args: splitAtSpaces(rest) };
        case "trigger":
            return checkTrigger(parsed, escapeChar);
        case "health":
            return parseHealth(parsed);
        case "list":
        case "command": {
            const json = jsonWords(rest);
            if (json === "mixed")
                return "when using JSON array syntax, arrays must be comprised of strings only";
            if (json !== undefined)
                return checkList({ ...parsed, args: json, form: "json" });
            if (keyword === "SHELL")
                return "SHELL requires the arguments to be in JSON form";
            const args = known.shape === "list" ? splitAtSpaces(rest) : rest === "" ? [] : [rest];
            return checkList({ ...parsed, args });
        }
        default:
            return known.shape;
    }
}
function toPair(word) {
    const equals = word.indexOf("=");
    return equals < 0 ? { key: word } : { key: word.slice(0, equals), value: word.slice(equals + 1) };
}
function checkFlags(flags, allowed) {
    const known = new Map(allowed.split(" ").map((name) => [name.replace(/[*?]$/, ""), name.at(-1)]));
    const seen = new Set();
    let unclear;
    for (const { name, value } of flags) {
        if (!known.has(name) || name === "") {
            if (allowed === "")
                return { message: `unknown flag: --${name}` };
            unclear ??= `has the flag --${name}, which this version does not know`;
            continue;
        }
        const kind = known.get(name);
        if (seen.has(name) && kind !== "*")
            return { message: `duplicate flag specified: --${name}` };
        if ((value === undefined && kind !== "?") || (value === "" && kind === "?"))
            return { message: `missing a value on flag: --${name}` };
        if (kind === "?" && value !== undefined && !/^(true|false)$/i.test(value))
            return { message: `expecting boolean value for flag --${name}, not: ${value}` };
        seen.add(name);
    }
    return unclear === undefined ? undefined : { unclear };
}
function checkFrom(parsed) {
    const [, as, name] = parsed.args;
    if (parsed.args.length === 1)
        return parsed;
    if (parsed.args.length !== 3 || as?.toLowerCase() !== "as")
        return "FROM requires either one or three arguments";
    if (!/^[a-z][a-z0-9-_.]*$/.test(name?.toLowerCase() ?? ""))
        return `invalid name for build stage: "${name}", name can't start with a number or contain symbols`;
    return parsed;
}
function checkList(parsed) {
    if (parsed.keyword !== "COPY" && parsed.keyword !== "ADD")
        return parsed;
    if (parsed.args.length < 2)
        return `${parsed.keyword} requires at least two arguments, but only one was provided: the destination is missing`;
    return heredocStart(parsed.args.at(-1) ?? "") === undefined
        ? parsed
        : `${parsed.keyword} cannot accept a heredoc as a destination`;
}
function checkTrigger(parsed, escapeChar) {
    if (/^ONBUILD(?:\s|$)/i.test(parsed.rest))
        return "chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed";
    const inner = parseInstruction(parsed.rest, escapeChar);
    if (typeof inner === "string")
        return inner;
    if (inner.keyword === "FROM" || inner.keyword === "MAINTAINER")
        return `${inner.keyword} isn't allowed as an ONBUILD trigger`;
    return inner.unclear === undefined ? parsed : { ...parsed, unclear: inner.unclear };
}
function parseHealth(parsed) {
    const [, type = "", command = ""] = /^(\S+)\s*(.*)$/s.exec(parsed.rest) ?? [];
    if (type.toUpperCase() === "NONE")
        return command === "" ? parsed : "HEALTHCHECK NONE takes no arguments";
    if (type.toUpperCase() !== "CMD")
        return `unknown type "${type}" in HEALTHCHECK (try CMD)`;
    const json = jsonWords(command);
    if (json === "mixed")
        return "when using JSON array syntax, arrays must be comprised of strings only";
    if (command === "" || json?.length === 0)
        return "missing command after HEALTHCHECK CMD";
    return json === undefined ? { ...parsed, args: [command] } : { ...parsed, args: json, form: "json" };
}
function takesHeredocs(parsed, escapeChar) {
    if (parsed.keyword === "ONBUILD") {
        const inner = parseInstruction(parsed.rest, escapeChar);
        return typeof inner !== "string" && takesHeredocs(inner, escapeChar);
    }
    return ["ADD", "COPY", "RUN"].includes(parsed.keyword) && parsed.form === "shell";
}

;




function parseDockerfile(text, file) {
    const reader = new LineReader(text);
    const problems = [];
    const report = (message, line, fix) => problems.push({ code: "dockerfile/syntax", message, at: { file, line }, ...(fix !== undefined && { fix }) });
    for (const { message, line } of reader.problems)
        report(message, line);
    const syntax = reader.directives.find(({ name }) => name === "syntax");
    const instructions = [];
    for (let line = reader.next(); line !== undefined; line = reader.next()) {
        const parsed = parseInstruction(line.text, reader.escape);
        if (typeof parsed === "string") {
            report(parsed, line.line);
            continue;
        }
        if (!keywords.includes(parsed.keyword) && syntax === undefined) {
            const near = suggest_nearest(parsed.keyword, keywords);
            report(`unknown instruction: ${parsed.written}`, line.line, near && `did you mean ${near}?`);
            continue;
        }
        const heredocs = takesHeredocs(parsed, reader.escape) ? readHeredocs(reader, line, report) : [];
        const endLine = heredocs.at(-1)?.endLine ?? line.endLine;
        instructions.push({ ...parsed, heredocs, line: line.line, endLine, raw: line.raw, comments: line.comments });
    }
    const { globals, stages } = toStages(instructions, problems.length > 0 ? () => { } : report);
    if (instructions.length === 0 && problems.length === 0)
        report("the Dockerfile holds no instructions", 1);
    else if (stages.length === 0 && problems.length === 0)
        report("the Dockerfile holds no FROM, so there is nothing to build", 1);
    if (problems.length > 0)
        throw new errors .yo(problems);
    return { file, text, escape: reader.escape, directives: reader.directives, globals, stages, instructions };
}
function readHeredocs(reader, line, report) {
    const found = [];
    for (const { name, chomp, expand } of heredocStarts(line.text)) {
        const body = reader.body(name, chomp);
        if (body === undefined) {
            report(`unterminated heredoc: no line "${name}" follows`, line.line);
            break;
        }
        found.push({ name, expand, line: line.line, ...body });
    }
    return found;
}
function toStages(instructions, report) {
    const globals = [];
    const stages = [];
    for (const instruction of instructions) {
        const stage = stages.at(-1);
        if (instruction.keyword === "FROM") {
            const [from = "", , name] = instruction.args;
            const platform = instruction.flags.find((flag) => flag.name === "platform")?.value;
            stages.push({
                index: stages.length,
                from,
                line: instruction.line,
                instruction,
                instructions: [],
                ...(name !== undefined && { name: name.toLowerCase() }),
                ...(platform !== undefined && platform !== "" && { platform }),
            });
        }
        else if (stage !== undefined)
            stage.instructions.push(instruction);
        else if (instruction.keyword === "ARG")
            globals.push(instruction);
        else
            report(`${instruction.keyword} before the first FROM: only ARG may stand there`, instruction.line);
    }
    return { globals, stages };
}

;

class Scope {
    values;
    open;
    declared;
    constructor(values, kind, declared = new Set()) {
        this.values = new Map(values);
        this.open = kind === "open";
        this.declared = new Set(declared);
    }
    child() {
        return new Scope(this.values, this.open ? "open" : "closed", this.declared);
    }
    get(name) {
        return this.values.get(name) ?? { kind: this.open ? "unknown" : "unset" };
    }
    declares(name) {
        return this.declared.has(name);
    }
    declare(name) {
        this.declared.add(name);
    }
    set(name, value) {
        this.values.set(name, value);
    }
}
function expandIn(scope, text, escapeChar, options = {}) {
    try {
        const lookup = (name) => scope.get(name);
        return { kind: "expanded", ...expand_expand(text, { escape: escapeChar, lookup, ...options }) };
    }
    catch (error) {
        if (error instanceof SubstitutionError)
            return { kind: "wrong", message: error.message };
        throw error;
    }
}
function showIn(scope, text, escapeChar) {
    const lookup = (name) => {
        const found = scope.get(name);
        return found.kind === "unknown" ? { kind: "set", value: `\${${name}}` } : found;
    };
    try {
        return expand_expand(text, { escape: escapeChar, lookup }).value;
    }
    catch (error) {
        if (error instanceof SubstitutionError)
            return text;
        throw error;
    }
}
function toVariable(outcome) {
    if (outcome.kind === "wrong" || outcome.unknown.size > 0)
        return { kind: "unknown" };
    return { kind: "set", value: outcome.value };
}
function argValue({ key, value }, { args, volatile }, globals, expandDefault) {
    if (volatile.has(key))
        return { kind: "unknown" };
    if (Object.hasOwn(args, key))
        return { kind: "set", value: args[key] ?? "" };
    if (value !== undefined)
        return expandDefault(value);
    const global = globals?.get(key);
    return global?.kind === "unset" ? undefined : global;
}
const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"];
const platformArgs = ["PLATFORM", "OS", "OSVERSION", "ARCH", "VARIANT"].flatMap((name) => [
    `TARGET${name}`,
    `BUILD${name}`,
]);
const predefined = new Set([
    ...proxies,
    ...proxies.map((name) => name.toLowerCase()),
    ...platformArgs,
    "TARGETSTAGE",
    "SOURCE_DATE_EPOCH",
]);
const isPredefined = (name) => predefined.has(name) || name.startsWith("BUILDKIT_");
function platformVariables(platform, buildPlatform, target, { args }) {
    const found = new Map([...of("TARGET", platform), ...of("BUILD", buildPlatform)]);
    found.set("TARGETSTAGE", { kind: "set", value: target });
    for (const name of found.keys())
        if (Object.hasOwn(args, name))
            found.set(name, { kind: "set", value: args[name] ?? "" });
    return found;
}
function of(prefix, platform) {
    const names = ["PLATFORM", "OS", "ARCH", "VARIANT", "OSVERSION"].map((name) => prefix + name);
    if (platform === undefined)
        return names.map((name) => [name, { kind: "unknown" }]);
    const normal = normalPlatform(platform);
    const [os = "", arch = "", variant = ""] = normal.split("/");
    return [normal, os, arch, variant, ""].map((value, i) => [names[i] ?? "", { kind: "set", value }]);
}
function normalPlatform(platform) {
    const parts = platform.toLowerCase().split("/");
    const [os = "linux", arch = "", variant] = parts.length === 1 ? ["linux", ...parts] : parts;
    const name = { aarch64: "arm64", x86_64: "amd64", armhf: "arm" }[arch] ?? arch;
    if (name === "arm64" && (variant === "v8" || variant === "8"))
        return `${os}/${name}`;
    if (name === "amd64" && variant === "v1")
        return `${os}/${name}`;
    if (name === "arm" && variant === undefined)
        return `${os}/arm/v7`;
    return [os, name, variant].filter((part) => part !== undefined && part !== "").join("/");
}

;

const maxLinks = 255;
const views = new WeakMap();
function viewOf(root, ignore) {
    const byIgnore = views.get(root) ?? new WeakMap();
    views.set(root, byIgnore);
    const view = byIgnore.get(ignore) ?? new ContextView(root, ignore);
    byIgnore.set(ignore, view);
    return view;
}
class ContextView {
    root;
    ignore;
    skip;
    folders = new Map();
    whole = new Map();
    partly = new Map();
    names;
    constructor(root, ignore) {
        this.root = root;
        this.ignore = ignore;
        this.skip = root.entry.path === "" ? 0 : root.entry.path.length + 1;
    }
    path(node) {
        return node.entry.path.slice(this.skip);
    }
    verdict(folder, parent) {
        if (folder === this.root || parent === undefined)
            return { matched: false, verdicts: undefined };
        const known = this.folders.get(folder);
        if (known !== undefined)
            return known;
        const found = this.ignore.patterns.test(this.path(folder), this.folders.get(parent)?.verdicts);
        this.folders.set(folder, found);
        return found;
    }
    visible(node, parent) {
        if (node.children === undefined)
            return !this.ignore.patterns.matches(this.path(node), this.folders.get(parent)?.verdicts);
        const { matched } = this.verdict(node, parent);
        if (!matched)
            return true;
        const known = this.partly.get(node);
        if (known !== undefined)
            return known;
        const found = this.ignore.patterns.mayTakeBack(this.path(node)) &&
            [...node.children.values()].some((child) => this.visible(child, node));
        this.partly.set(node, found);
        return found;
    }
    follow(parts) {
        const links = [];
        let outside;
        let chain = [this.root];
        const rest = parts.map((name) => ({ name })).reverse();
        for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
            if (next.name === "" || next.name === ".")
                continue;
            if (next.name === "..") {
                if (chain.length === 1)
                    outside ??= next.link;
                else
                    chain.pop();
                continue;
            }
            const here = chain.at(-1) ?? this.root;
            const node = here.children?.get(next.name);
            if (node === undefined)
                return { kind: "missing", links, ...(outside && { outside }) };
            if (!this.visible(node, here))
                return { kind: "ignored", links, ...this.hider(node, here), ...(outside && { outside }) };
            if (node.entry.kind !== "symlink") {
                chain.push(node);
                continue;
            }
            if (links.length >= maxLinks)
                return { kind: "loop", links };
            links.push(node.entry);
            const target = node.entry.target ?? "";
            if (target.startsWith("/")) {
                outside ??= node.entry;
                chain = [this.root];
            }
            rest.push(...target
                .split("/")
                .map((name) => ({ name, link: node.entry }))
                .reverse());
        }
        return { kind: "found", node: chain.at(-1) ?? this.root, links: [...new Set(links)] };
    }
    hider(node, parent) {
        const { verdicts } = this.ignore.patterns.test(this.path(node), this.folders.get(parent)?.verdicts);
        const index = verdicts.lastIndexOf(true);
        const pattern = this.ignore.patterns.patterns[index];
        if (pattern === undefined)
            return {};
        return { by: `${this.ignore.file ?? "the ignore file"}:${this.ignore.lines[index] ?? ""} (${pattern.text})` };
    }
    glob(parts) {
        const first = parts.findIndex(hasWildcards);
        const start = this.follow(parts.slice(0, first));
        if (start.kind !== "found")
            return undefined;
        const base = this.path(start.node).split("/").filter(Boolean);
        const rest = parts.slice(first);
        const matches = rest.some((part) => part.includes("["))
            ? this.globAnywhere(start.node, rest.join("/"))
            : this.globByPart(start.node, rest);
        return matches.map((found) => [...base, ...found]);
    }
    globByPart(folder, [part, ...rest]) {
        const regex = globRegex(part ?? "");
        const found = [];
        for (const child of folder.children?.values() ?? []) {
            if (!regex?.test(child.name) || !this.visible(child, folder))
                continue;
            if (rest.length === 0)
                found.push([child.name]);
            else
                found.push(...this.globByPart(child, rest).map((below) => [child.name, ...below]));
        }
        return found;
    }
    globAnywhere(folder, pattern) {
        const regex = globRegex(pattern);
        const found = [];
        const walk = (node, above) => {
            for (const child of node.children?.values() ?? []) {
                if (!this.visible(child, node))
                    continue;
                const path = [...above, child.name];
                if (regex?.test(path.join("/")))
                    found.push(path);
                else
                    walk(child, path);
            }
        };
        walk(folder, []);
        return found;
    }
    folder(parts) {
        let node = this.root;
        for (const part of parts)
            node = node?.children?.get(part);
        return node?.children === undefined ? [] : [node.entry];
    }
    below(node, excludes, include) {
        if (node.children === undefined)
            return [node.entry];
        const plain = (excludes === undefined || excludes.patterns.length === 0) && include === undefined;
        const known = plain ? this.whole.get(node) : undefined;
        if (known !== undefined)
            return known;
        const entries = [];
        const skip = node.entry.path === "" ? 0 : node.entry.path.length + 1;
        const filters = [
            excludes?.patterns.length ? { set: excludes, want: false } : [],
            include ? { set: include, want: true } : [],
        ].flat();
        this.collect(node, entries, skip, filters, filters.map(() => undefined));
        entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
        if (plain)
            this.whole.set(node, entries);
        return entries;
    }
    collect(folder, into, skip, filters, above) {
        let some = false;
        const ignored = this.folders.get(folder)?.verdicts;
        for (const child of folder.children?.values() ?? []) {
            const path = child.entry.path.slice(skip);
            if (child.children === undefined) {
                if (this.ignore.patterns.matches(this.path(child), ignored))
                    continue;
                if (filters.some(({ set, want }, i) => set.matches(path, above[i]) !== want))
                    continue;
                into.push(child.entry);
                some = true;
                continue;
            }
            const { matched } = this.verdict(child, folder);
            if (matched && !this.ignore.patterns.mayTakeBack(this.path(child)))
                continue;
            const answers = filters.map(({ set }, i) => set.test(path, above[i]));
            const passes = !matched && filters.every(({ want }, i) => answers[i]?.matched === want);
            into.push(child.entry);
            const any = this.collect(child, into, skip, filters, answers.map(({ verdicts }) => verdicts));
            if (!any && !passes)
                into.pop();
            some ||= any || passes;
        }
        return some;
    }
    byName() {
        if (this.names !== undefined)
            return this.names;
        const names = new Map();
        const walk = (folder) => {
            for (const child of folder.children?.values() ?? []) {
                if (!this.visible(child, folder))
                    continue;
                const key = child.name.toLowerCase();
                const known = names.get(key);
                if (known === undefined)
                    names.set(key, [this.path(child)]);
                else
                    known.push(this.path(child));
                walk(child);
            }
        };
        walk(this.root);
        this.names = names;
        return names;
    }
}

;

function meantPath(view, parts) {
    const name = parts.at(-1);
    if (name === undefined)
        return undefined;
    const same = view.byName().get(name.toLowerCase()) ?? [];
    const best = [...same].sort((a, b) => shared(b, parts) - shared(a, parts) || a.length - b.length || (a < b ? -1 : 1))[0];
    return best ?? alike(view, parts.slice(0, -1), name);
}
function shared(path, parts) {
    const [a, b] = [path.split("/").reverse(), [...parts].reverse()];
    const end = a.findIndex((part, i) => part !== b[i]);
    return end < 0 ? a.length : end;
}
function alike(view, folder, name) {
    const found = view.follow(folder);
    if (found.kind !== "found")
        return undefined;
    const near = suggest_nearest(name, found.node.children?.keys() ?? []);
    const prefix = view.path(found.node);
    return near === undefined || prefix === "" ? near : `${prefix}/${near}`;
}

;
const made = new WeakMap();
function toTree(entries) {
    if ("entry" in entries)
        return entries;
    const known = made.get(entries);
    if (known !== undefined)
        return known;
    const list = entries instanceof Map ? entries.values() : entries;
    const tree = buildTree(list);
    made.set(entries, tree);
    return tree;
}
function buildTree(entries) {
    const root = { name: "", entry: folder(""), children: new Map() };
    let parent = root;
    let parentPath = "";
    const folders = new Map([["", root]]);
    const folderAt = (path) => {
        const known = folders.get(path);
        if (known !== undefined)
            return known;
        const slash = path.lastIndexOf("/");
        const above = folderAt(slash < 0 ? "" : path.slice(0, slash));
        const name = path.slice(slash + 1);
        const node = above.children?.get(name) ?? { name, entry: folder(path), children: undefined };
        node.children ??= new Map();
        above.children?.set(name, node);
        folders.set(path, node);
        return node;
    };
    for (const entry of entries) {
        const slash = entry.path.lastIndexOf("/");
        const above = slash < 0 ? "" : entry.path.slice(0, slash);
        if (above !== parentPath)
            [parent, parentPath] = [folderAt(above), above];
        if (entry.kind === "dir")
            folderAt(entry.path).entry = entry;
        else {
            const name = entry.path.slice(slash + 1);
            parent.children?.set(name, { name, entry, children: undefined });
        }
    }
    for (const node of folders.values())
        node.children = sorted(node.children);
    return root;
}
const folder = (path) => ({ path, kind: "dir", executable: false });
function sorted(children) {
    return new Map([...(children ?? [])].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
function nodeAt(tree, path) {
    let node = toTree(tree);
    for (const name of path.split("/")) {
        if (name === "" || name === ".")
            continue;
        node = node?.children?.get(name);
    }
    return node;
}
function subtree(tree, path) {
    const node = nodeAt(tree, path);
    return node?.children === undefined ? undefined : node;
}

;







function selectFiles(trace, tree, ignore, { context = "" } = {}) {
    const view = viewOf(toTree(tree), ignore ?? ignoreNothing);
    const problems = [];
    const inputs = trace.inputs
        .filter((input) => input.context === context)
        .map((input) => ({ input, entries: selectInput(input, view, trace.file, problems) }));
    return { inputs, problems };
}
function selectInput(input, view, file, problems) {
    const found = [];
    const excludes = toPatterns(input.excludes);
    const report = (problem) => problems.push({ ...problem, at: { file, line: input.line } });
    if (excludes === undefined)
        report({ code: "dockerfile/source-pattern", message: `${input.label}: malformed pattern in --exclude` });
    for (const source of input.sources) {
        const literal = input.kind === "mount" || !hasWildcards(source);
        if (!literal && globRegex(source) === undefined) {
            report({ code: "dockerfile/source-pattern", message: `${input.label}: malformed pattern "${source}"` });
            continue;
        }
        if (input.parents)
            found.push(...withParents(source, view, excludes, report));
        else {
            const paths = literal ? [contextParts(source)] : expandGlob(source, view, report);
            for (const parts of paths)
                found.push(...bring(parts, source, literal, view, excludes, report));
            if (!literal)
                found.push(paths.flatMap((parts) => view.folder(parts)));
        }
    }
    const [first] = found;
    if (found.length <= 1)
        return checked(first ?? [], report);
    const unique = new Map(found.flat().map((entry) => [entry.path, entry]));
    return checked([...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), report);
}
function bring(parts, source, literal, view, excludes, report) {
    const found = view.follow(parts);
    if (found.kind === "found") {
        const below = view.below(found.node, excludes);
        return found.links.length === 0 ? [below] : [found.links, below];
    }
    if (found.kind === "loop")
        report({ code: "dockerfile/link-loop", message: `${source}: too many symbolic links, they lead to each other` });
    else if (found.outside !== undefined)
        report({
            code: "dockerfile/link-outside",
            message: `${found.outside.path} is a symbolic link that leaves the build context (-> ${found.outside.target})`,
            fix: "copy what it points at into the context, or make the context larger",
        });
    else if (found.kind === "ignored")
        report({
            code: "dockerfile/ignored-source",
            message: `${source} is left out of the build context${found.by === undefined ? "" : ` by ${found.by}`}`,
            fix: `add the line !${parts.join("/")} to the ignore file, or take the pattern out`,
        });
    else if (literal) {
        const meant = meantPath(view, parts);
        report({
            code: "dockerfile/missing-source",
            message: `${source} does not exist in the build context`,
            ...(meant !== undefined && { fix: `did you mean ${meant}?` }),
        });
    }
    return [found.links];
}
function expandGlob(source, view, report) {
    const parts = contextParts(source);
    const found = view.glob(parts);
    if (found !== undefined)
        return found;
    const plain = parts.slice(0, parts.findIndex(hasWildcards));
    bring(plain, plain.join("/"), true, view, undefined, report);
    return [];
}
function withParents(source, view, excludes, report) {
    const pivot = source.indexOf("/./");
    const base = pivot < 0 ? "/" : source.slice(0, pivot);
    const pattern = contextParts(pivot < 0 ? source : source.slice(pivot + 3)).join("/");
    const include = toPatterns([pattern]);
    const bases = hasWildcards(base) ? expandGlob(base, view, report) : [contextParts(base)];
    const found = [];
    for (const parts of bases) {
        const start = view.follow(parts);
        if (start.kind !== "found") {
            found.push(...bring(parts, base, !hasWildcards(base), view, excludes, report));
            continue;
        }
        found.push(start.links, view.below(start.node, excludes, pattern === "" ? undefined : include));
    }
    const literal = !hasWildcards(source);
    if (literal && found.every((entries) => entries.length === 0))
        found.push(...bring(contextParts(source), source, true, view, excludes, report));
    return found;
}
function toPatterns(lines) {
    const patterns = lines.map(toPattern).filter((pattern) => pattern !== "empty");
    const sound = patterns.filter((pattern) => pattern !== undefined);
    return sound.length === patterns.length ? new PatternSet(sound) : undefined;
}
function checked(entries, report) {
    for (const { kind, path, unreadable } of entries)
        if (unreadable !== undefined)
            report({ code: "dockerfile/unreadable", message: `${path} cannot be read`, why: unreadable });
        else if (kind === "other")
            report({
                code: "dockerfile/special-file",
                message: `${path} is neither a file nor a folder nor a link`,
                fix: "delete it, or name it in the ignore file",
            });
    return entries;
}

;
const noFacts = { ports: [], labels: {}, env: {} };
function withInstruction(facts, instruction, read) {
    const { keyword, args, form, line } = instruction;
    const text = args[0] ?? "";
    const command = { value: { form, words: args }, line };
    switch (keyword) {
        case "USER":
            return { ...facts, user: { value: read(text), line } };
        case "WORKDIR": {
            const path = read(text);
            const above = facts.workdir?.value ?? "/";
            return {
                ...facts,
                workdir: { value: path.startsWith("/") ? path : `${above.replace(/\/$/, "")}/${path}`, line },
            };
        }
        case "SHELL":
            return { ...facts, shell: { value: args, line } };
        case "CMD":
            return { ...facts, cmd: command };
        case "ENTRYPOINT":
            return { ...facts, entrypoint: command };
        case "HEALTHCHECK": {
            const kind = args.length === 0 ? "none" : form === "json" ? "exec" : "shell";
            return { ...facts, healthcheck: { value: { kind, words: args }, line } };
        }
        case "EXPOSE":
            return {
                ...facts,
                ports: [...facts.ports, ...args.flatMap((arg) => toPorts(read(arg))).map((value) => ({ value, line }))],
            };
        case "LABEL":
        case "ENV": {
            const pairs = instruction.pairs.map(({ key, value }) => [read(key), { value: read(value ?? ""), line }]);
            const name = keyword === "LABEL" ? "labels" : "env";
            return { ...facts, [name]: { ...facts[name], ...Object.fromEntries(pairs) } };
        }
        default:
            return facts;
    }
}
function toPorts(text) {
    const match = /^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/i.exec(text);
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (match === null || last < first || last > 65535)
        return [];
    const protocol = match[3]?.toLowerCase() === "udp" ? "udp" : "tcp";
    return Array.from({ length: last - first + 1 }, (_, i) => ({ port: first + i, protocol }));
}

;


const isPlatform = /^[\w.-]+(?:\/[\w.-]+){0,2}$/;
function resolveStages(dockerfile, globals, names, report) {
    const byName = new Map();
    const toOrigin = (ref) => {
        if (ref === "scratch")
            return { kind: "scratch" };
        const name = imageKey(ref);
        return names.has(name) ? { kind: "named", name, ref } : { kind: "image", ref };
    };
    const stages = dockerfile.stages.map((stage) => {
        const read = (text, what) => {
            const found = expandIn(globals, text, dockerfile.escape);
            if (found.kind === "wrong")
                report.problem(`${what} ${text}: ${found.message}`, stage.line);
            else if (found.unknown.size > 0 && what !== "FROM")
                return "";
            else if (found.unknown.size > 0)
                report.unclear(`${what} ${text}: the value of ${[...found.unknown].join(", ")} is not known`, stage.line);
            else if (found.value === "")
                report.problem(`${what} ${text} comes to nothing: ${[...found.unset].join(", ")} is not set`, stage.line);
            return found.kind === "wrong" ? "" : found.value;
        };
        const from = read(stage.from, "FROM");
        const platform = stage.platform === undefined ? undefined : read(stage.platform, "FROM --platform");
        if (platform !== undefined && platform !== "" && !isPlatform.test(platform))
            report.problem(`FROM --platform=${stage.platform}: ${platform} is no platform`, stage.line);
        const earlier = byName.get(from);
        const stageInOtherCase = byName.has(from.toLowerCase());
        if (earlier === undefined && from !== "" && !isReference(from))
            report.problem(`FROM ${from}: that is no image reference`, stage.line, stageInOtherCase ? `write ${from.toLowerCase()}: names of stages are kept in lower case` : undefined);
        const replaced = stage.name !== undefined && names.has(stage.name);
        const base = replaced
            ? { kind: "named", name: stage.name ?? "", ref: stage.name ?? "" }
            : earlier !== undefined
                ? { kind: "stage", stage: earlier }
                : toOrigin(from);
        if (stage.name !== undefined)
            byName.set(stage.name, stage.index);
        return { stage, base, ...(platform !== undefined && { platform }) };
    });
    return {
        stages,
        origin: (from, inStage, numbers) => {
            const index = numbers === "allowed" && /^[+-]?\d+$/.test(from) ? Number(from) : byName.get(from.toLowerCase());
            if (index === undefined)
                return isReference(from) ? toOrigin(from) : "that is no image reference, nor a stage";
            if (index < 0 || index >= stages.length)
                return `there is no stage ${from}`;
            if (index === inStage)
                return `stage ${from} takes from itself`;
            if (index > inStage)
                return `stage ${from} comes later: it has to be defined before it is used`;
            return { kind: "stage", stage: index };
        },
        find: (target) => (target === undefined ? stages.length - 1 : byName.get(target.toLowerCase())),
    };
}
function reachable(graph, target, uses) {
    const found = new Set();
    const visit = (index) => {
        if (found.has(index))
            return;
        found.add(index);
        const base = graph.stages[index]?.base;
        if (base?.kind === "stage")
            visit(base.stage);
        for (const used of uses(index))
            visit(used);
    };
    visit(target);
    return [...found].sort((a, b) => a - b);
}
function fromNames(instruction, mounts) {
    const from = instruction.flags.find(({ name }) => name === "from")?.value;
    if (instruction.keyword === "COPY")
        return from === undefined || from === "" ? [] : [from];
    return mounts.flatMap((mount) => (mount.from === undefined || mount.from === "" ? [] : [mount.from]));
}

;

const keys = {
    type: "type",
    from: "from",
    source: "source",
    src: "source",
    target: "target",
    dst: "target",
    destination: "target",
    id: "id",
};
function readMounts(instruction) {
    if (instruction.keyword !== "RUN")
        return [];
    const mounts = [];
    for (const { name, value } of instruction.flags) {
        if (name !== "mount")
            continue;
        const fields = csvFields(value ?? "");
        if (fields === undefined)
            return undefined;
        const mount = { type: "bind", source: "", target: "" };
        for (const field of fields) {
            const equals = field.indexOf("=");
            if (equals < 0)
                continue;
            const key = keys[field.slice(0, equals).toLowerCase()];
            if (key !== undefined)
                mount[key] = field.slice(equals + 1);
        }
        mounts.push(mount);
    }
    return mounts;
}

;
class Notes {
    inputs = [];
    images = [];
    named = [];
    urls = [];
    secrets = new Set();
    ssh = new Set();
    declared = new Set();
    wholeContext = [];
    unset = [];
    problems = [];
    file;
    constructor(file) {
        this.file = file;
    }
    problem(code, message, line, fix) {
        const at = { file: this.file, line };
        this.problems.push({ code, message, at, ...(fix !== undefined && { fix }) });
    }
    unclear(reason, line) {
        this.wholeContext.push({ reason, line });
    }
}
function entire(kind, label, context, line, stage) {
    return { kind, label, context, sources: ["/"], excludes: [], parents: false, oneMode: false, line, stage };
}

;

class Reader {
    escape;
    buildArgs;
    notes;
    constructor(escapeChar, buildArgs, notes) {
        this.escape = escapeChar;
        this.buildArgs = buildArgs;
        this.notes = notes;
    }
    read(scope, text, instruction, stage) {
        const found = expandIn(scope, text, this.escape);
        const { keyword, line } = instruction;
        if (found.kind === "wrong") {
            this.notes.problem("dockerfile/expansion", `${keyword} ${text}: ${found.message}`, line);
            return undefined;
        }
        const known = (name) => scope.declares(name) || this.buildArgs.volatile.has(name);
        for (const name of found.unset)
            if (!known(name))
                this.notes.unset.push({ name, keyword, line, stage, certainty: "sure" });
        for (const name of found.unknown)
            if (!known(name))
                this.notes.unset.push({ name, keyword, line, stage, certainty: "maybe" });
        return found.unknown.size > 0 ? undefined : found.value;
    }
    path(scope, text, instruction, stage) {
        const before = this.notes.problems.length;
        const found = this.read(scope, text, instruction, stage);
        if (found === undefined && this.notes.problems.length === before)
            this.notes.unclear(`${instruction.keyword} ${text} depends on a value that is not known`, instruction.line);
        return found;
    }
    show(scope, text, instruction, stage) {
        return this.read(scope, text, instruction, stage) ?? showIn(scope, text, this.escape);
    }
    arg(instruction, scope, globals) {
        for (const pair of instruction.pairs) {
            scope.declare(pair.key);
            if (!isPredefined(pair.key))
                this.notes.declared.add(pair.key);
            const value = argValue(pair, this.buildArgs, globals, (text) => expandIn(scope, text, this.escape));
            if (value === undefined)
                continue;
            if (value.kind === "wrong")
                this.notes.problem("dockerfile/expansion", `ARG ${pair.key}: ${value.message}`, instruction.line);
            scope.set(pair.key, isOutcome(value) ? toVariable(value) : value);
        }
    }
    env(instruction, scope) {
        const values = instruction.pairs.map(({ key, value }) => {
            const name = expandIn(scope, key, this.escape);
            return [name.kind === "wrong" ? key : name.value, toVariable(expandIn(scope, value ?? "", this.escape))];
        });
        for (const [key, value] of values)
            scope.set(key, value);
    }
}
const isOutcome = (value) => value.kind === "expanded" || value.kind === "wrong";

;

function sourceKind(source) {
    const web = /^https?:\/\/[^#?]*/i.exec(source);
    if (web !== null)
        return web[0].endsWith(".git") ? "git" : "http";
    if (/^(?:git|ssh):\/\//i.test(source))
        return "git";
    return /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:.+/.test(source) ? "git" : "local";
}
function isPinned(source, kind, checksum) {
    if (checksum !== undefined && checksum !== "")
        return true;
    return kind === "git" && /[#?&](?:[^#]*=)?[0-9a-f]{40}(?:[0-9a-f]{24})?(?:[:&]|$)/.test(source);
}
function writtenSources(instruction) {
    return instruction.args.slice(0, -1).filter((arg) => heredocStart(arg) === undefined);
}
const flagValue = (instruction, flag) => instruction.flags.find(({ name }) => name === flag)?.value;
const flagValues = (instruction, flag) => instruction.flags.flatMap(({ name, value }) => (name === flag && value !== undefined ? [value] : []));
const flagOn = (instruction, flag) => instruction.flags.some(({ name, value }) => name === flag && value?.toLowerCase() !== "false");

;



class Taker {
    graph;
    reader;
    notes;
    platform;
    constructor(graph, reader, notes, platform) {
        this.graph = graph;
        this.reader = reader;
        this.notes = notes;
        this.platform = platform;
    }
    copy(instruction, scope, stage) {
        const { keyword, line } = instruction;
        const written = writtenSources(instruction);
        if (written.length === 0)
            return;
        const from = keyword === "COPY" ? flagValue(instruction, "from") : undefined;
        const context = from === undefined || from === "" ? "" : this.takesFrom(instruction, from, stage);
        if (context === undefined)
            return;
        const sources = [];
        for (const text of written) {
            const path = this.reader.path(scope, text, instruction, stage);
            if (path === undefined) {
                if (context !== "")
                    sources.push("/");
                continue;
            }
            const kind = keyword === "ADD" ? sourceKind(path) : "local";
            if (kind === "local")
                sources.push(path);
            else
                this.url(instruction, kind, path, scope, stage);
        }
        if (sources.length === 0)
            return;
        this.notes.inputs.push({
            kind: keyword === "ADD" ? "add" : "copy",
            label: [keyword, ...(context === "" ? [] : [`--from=${from}`]), ...sources].join(" "),
            context,
            sources,
            excludes: flagValues(instruction, "exclude"),
            parents: flagOn(instruction, "parents"),
            oneMode: /^[0-7]{3,4}$/.test(flagValue(instruction, "chmod") ?? ""),
            line,
            stage,
        });
    }
    url(instruction, kind, url, scope, stage) {
        const written = flagValue(instruction, "checksum");
        const checksum = written === undefined ? undefined : this.reader.read(scope, written, instruction, stage);
        const pinned = isPinned(url, kind, checksum);
        this.notes.urls.push({
            kind,
            url,
            pinned,
            line: instruction.line,
            stage,
            ...(checksum !== undefined && { checksum }),
        });
    }
    mounts(instruction, scope, stage) {
        const mounts = readMounts(instruction);
        const { line } = instruction;
        if (mounts === undefined) {
            this.notes.unclear("RUN --mount could not be read", line);
            return;
        }
        for (const mount of mounts) {
            const from = mount.from ?? "";
            const context = from === "" ? "" : this.takesFrom(instruction, from, stage);
            const type = this.reader.read(scope, mount.type, instruction, stage)?.toLowerCase();
            const text = (written) => this.reader.read(scope, written, instruction, stage) ?? written;
            if (type === "secret")
                this.notes.secrets.add(text(mount.id || mount.source || mount.target.replace(/^.*\//, "")));
            else if (type === "ssh")
                this.notes.ssh.add(text(mount.id || mount.source || "default"));
            else if (type !== undefined && !["bind", "cache", "tmpfs"].includes(type))
                this.notes.unclear(`RUN --mount=type=${type} is not a mount this version knows`, line);
            else if (context !== undefined && (type === "bind" || (type === "cache" && from !== ""))) {
                const source = this.reader.path(scope, mount.source, instruction, stage) ?? "";
                const label = ["RUN --mount", ...(from === "" ? [] : [`from=${from}`]), source || "."].join(" ");
                this.notes.inputs.push({ ...entire("mount", label, context, line, stage), sources: [source || "/"] });
            }
            else if (type === undefined)
                this.notes.unclear(`RUN --mount=type=${mount.type} is not known`, line);
        }
    }
    takesFrom(instruction, from, stage) {
        const { keyword, line } = instruction;
        const use = keyword === "COPY" ? "COPY" : "RUN";
        if (from.includes("$")) {
            const fix = "give the image a stage of its own: FROM with a variable is allowed";
            this.notes.problem("dockerfile/from", `${keyword} from=${from}: variables are not expanded here`, line, fix);
            return undefined;
        }
        const origin = this.graph.origin(from, stage, use === "COPY" ? "allowed" : "not allowed");
        if (typeof origin === "string")
            this.notes.problem("dockerfile/from", `${keyword} from=${from}: ${origin}`, line);
        else if (origin.kind === "image")
            this.notes.images.push({
                ref: origin.ref,
                platform: "target",
                platformName: this.platform,
                use,
                line,
                stage,
            });
        else if (origin.kind === "named") {
            this.notes.named.push({ name: origin.name, ref: origin.ref, use, line, stage });
            return origin.name;
        }
        return undefined;
    }
}

;










const knownFrontends = /^(?:docker\/dockerfile(?:-upstream)?|moby\/dockerfile)(?:[:@]|$)/;
class Tracer {
    dockerfile;
    options;
    notes;
    reader;
    globals;
    graph;
    taker;
    known = new Map();
    scopes = new Map();
    facts = new Map();
    constructor(dockerfile, options) {
        this.dockerfile = dockerfile;
        this.options = options;
        const { args, volatile = new Set(), names = new Set(), platform } = options;
        this.notes = new Notes(dockerfile.file);
        this.reader = new Reader(dockerfile.escape, { args, volatile }, this.notes);
        this.globals = this.readGlobals({ args, volatile });
        this.graph = resolveStages(dockerfile, this.globals, names, {
            problem: (message, line, fix) => this.notes.problem("dockerfile/from", message, line, fix),
            unclear: (reason, line) => this.notes.unclear(reason, line),
        });
        this.taker = new Taker(this.graph, this.reader, this.notes, normalPlatform(platform));
    }
    run() {
        this.syntax();
        const target = this.target();
        const order = reachable(this.graph, target, (stage) => this.uses(stage));
        for (const index of order)
            this.stage(this.stageAt(index));
        const { inputs, images, named, urls, secrets, ssh, declared, wholeContext, unset, problems } = this.notes;
        const [unclear] = wholeContext;
        if (unclear !== undefined)
            inputs.push(entire("context", "the whole context", "", unclear.line ?? 1, target));
        return {
            file: this.dockerfile.file,
            stages: order.map((index) => tracedStage(this.stageAt(index))),
            inputs,
            images,
            named,
            urls,
            secrets: [...secrets].sort(),
            ssh: [...ssh].sort(),
            declaredArgs: [...declared].sort(),
            wholeContext,
            unset,
            final: this.final(target),
            problems,
        };
    }
    stageAt(index) {
        const found = this.graph.stages[index];
        if (found === undefined)
            throw new Error(`no stage ${index}`);
        return found;
    }
    syntax() {
        const directive = this.dockerfile.directives.find(({ name }) => name === "syntax");
        const ref = directive?.value.split(" ")[0];
        if (directive === undefined || ref === undefined)
            return;
        this.notes.images.push({ ref, platform: "build", use: "syntax", line: directive.line });
        if (!knownFrontends.test(imageKey(ref)))
            this.notes.unclear(`# syntax=${ref} is not Docker's own frontend`, directive.line);
    }
    readGlobals(buildArgs) {
        const { platform, buildPlatform, target } = this.options;
        const name = target ?? this.dockerfile.stages.at(-1)?.name ?? "default";
        const scope = new Scope(platformVariables(platform, buildPlatform, name, buildArgs), "closed");
        for (const instruction of this.dockerfile.globals)
            this.reader.arg(instruction, scope, undefined);
        return scope;
    }
    target() {
        const { target } = this.options;
        const found = this.graph.find(target);
        if (found !== undefined)
            return found;
        const near = suggest_nearest(target ?? "", this.dockerfile.stages.flatMap(({ name }) => name ?? []));
        const message = `there is no stage "${target}" in ${this.dockerfile.file}`;
        this.notes.problem("dockerfile/target", message, 1, near && `did you mean ${near}?`);
        return this.graph.stages.length - 1;
    }
    instructions({ stage, base, ...rest }) {
        const known = this.known.get(stage.index);
        if (known !== undefined)
            return known;
        const triggers = [];
        if (base.kind === "stage") {
            for (const parent of this.stageAt(base.stage).stage.instructions)
                if (parent.keyword === "ONBUILD")
                    triggers.push(...this.trigger(parent.rest, parent));
        }
        else {
            const texts = base.kind === "named" ? this.options.triggers?.(base.name) : this.config({ stage, base, ...rest })?.onbuild;
            for (const text of texts ?? [])
                triggers.push(...this.trigger(text, { ...stage.instruction, heredocs: [] }));
        }
        const all = [...triggers, ...stage.instructions];
        this.known.set(stage.index, all);
        return all;
    }
    trigger(text, from) {
        const parsed = parseInstruction(text, this.dockerfile.escape);
        if (typeof parsed !== "string")
            return [{ ...from, ...parsed }];
        this.notes.unclear(`ONBUILD ${text}: ${parsed}`, from.line);
        return [];
    }
    config(resolved) {
        if (resolved.base.kind !== "image")
            return undefined;
        return this.options.baseConfig?.(resolved.base.ref, this.platformOf(resolved).platformName);
    }
    uses(index) {
        return this.instructions(this.stageAt(index)).flatMap((instruction) => fromNames(instruction, readMounts(instruction) ?? []).flatMap((from) => {
            const origin = this.graph.origin(from, index, instruction.keyword === "COPY" ? "allowed" : "not allowed");
            return typeof origin !== "string" && origin.kind === "stage" ? [origin.stage] : [];
        }));
    }
    stage(resolved) {
        this.base(resolved);
        const { base, stage } = resolved;
        const scope = this.scopeOf(resolved);
        let facts = (base.kind === "stage" && this.facts.get(base.stage)) || noFacts;
        let ownCommand = false;
        for (const instruction of this.instructions(resolved)) {
            const { keyword, unclear, line } = instruction;
            if (unclear !== undefined)
                this.notes.unclear(unclear, line);
            facts = withInstruction(facts, instruction, (text) => this.reader.show(scope, text, instruction, stage.index));
            ownCommand ||= keyword === "CMD";
            if (keyword === "ENTRYPOINT" && !ownCommand) {
                const { cmd, ...rest } = facts;
                facts = rest;
            }
            if (keyword === "ARG")
                this.reader.arg(instruction, scope, this.globals);
            else if (keyword === "ENV")
                this.reader.env(instruction, scope);
            else if (keyword === "COPY" || keyword === "ADD")
                this.taker.copy(instruction, scope, stage.index);
            else if (keyword === "RUN")
                this.taker.mounts(instruction, scope, stage.index);
        }
        this.scopes.set(stage.index, scope);
        this.facts.set(stage.index, facts);
    }
    base(resolved) {
        const { base, stage } = resolved;
        const where = { use: "FROM", line: stage.line, stage: stage.index };
        if (base.kind === "image") {
            this.notes.images.push({ ref: base.ref, ...this.platformOf(resolved), ...where });
        }
        else if (base.kind === "named") {
            this.notes.named.push({ name: base.name, ref: base.ref, ...where });
            this.notes.inputs.push(entire("base", `FROM ${base.ref}`, base.name, stage.line, stage.index));
        }
    }
    scopeOf(resolved) {
        const { base } = resolved;
        if (base.kind === "stage")
            return this.scopes.get(base.stage)?.child() ?? new Scope([], "open");
        if (base.kind === "scratch")
            return new Scope([], "closed");
        const config = this.config(resolved);
        const env = Object.entries(config?.env ?? {}).map(([name, value]) => [
            name,
            { kind: "set", value },
        ]);
        return new Scope(env, config === undefined ? "open" : "closed");
    }
    platformOf({ stage, platform }) {
        const written = stage.platform;
        if (written === undefined)
            return { platform: "target", platformName: normalPlatform(this.options.platform) };
        const kind = /\$\{?BUILD/.test(written) ? "build" : /\$\{?TARGET/.test(written) ? "target" : "explicit";
        if (platform === undefined || platform === "")
            return { platform: kind };
        return { platform: kind, platformName: normalPlatform(platform) };
    }
    final(target) {
        const chain = [target];
        let base = this.stageAt(target).base;
        while (base.kind === "stage") {
            chain.push(base.stage);
            base = this.stageAt(base.stage).base;
        }
        const { line } = this.stageAt(target).stage;
        return { ...(this.facts.get(target) ?? noFacts), stage: target, chain, base, line };
    }
}
function tracedStage({ stage, base, platform }) {
    const { index, name, line } = stage;
    return { index, base, line, ...(name !== undefined && { name }), ...(platform !== undefined && { platform }) };
}

;

function traceInputs(dockerfile, options) {
    return new Tracer(dockerfile, options).run();
}

;








;


async function partsOf(inputs, outside) {
    const { service, platform, trace } = inputs;
    return [
        { kind: "dockerfile", name: "Dockerfile", value: dockerfileValue(inputs) },
        ...(await fileParts(inputs, outside)),
        { kind: "args", name: "args", value: argsOf(inputs) },
        {
            kind: "settings",
            name: "settings",
            value: { platform, secrets: [...trace.secrets].sort(), ssh: [...trace.ssh].sort() },
        },
        ...outside.bases.map(({ ref, digest }) => ({ kind: "base", name: ref, value: digest })),
        ...imageParts(inputs, outside),
        ...trace.urls.map(({ url, checksum }) => ({ kind: "url", name: url, value: checksum })),
        ...urlContexts(service),
    ];
}
function argsOf({ args, trace }) {
    const known = new Set(trace.declaredArgs);
    const used = Object.entries(args).filter(([name]) => known.has(name) || isPredefined(name));
    return Object.fromEntries(used.sort(([a], [b]) => (a < b ? -1 : 1)));
}
const ofContainers = new Set([
    "CMD",
    "ENTRYPOINT",
    "EXPOSE",
    "HEALTHCHECK",
    "LABEL",
    "MAINTAINER",
    "STOPSIGNAL",
    "VOLUME",
]);
function dockerfileValue({ dockerfile, trace, args }) {
    const places = new Map(trace.stages.map(({ index }, place) => [index, place]));
    const named = new Map(trace.stages.map(({ index, name }) => [name, places.get(index)]));
    const place = (from, numbers) => numbers && /^[+-]?\d+$/.test(from) ? places.get(Number(from)) : named.get(from.toLowerCase());
    const value = (instruction) => {
        const { keyword, rest, heredocs } = instruction;
        const told = keyword === "COPY" && trace.wholeContext.length === 0 && !instruction.flags.some(({ name }) => name === "from");
        const counted = told ? instruction.flags.filter(({ name }) => name !== "exclude") : instruction.flags;
        const flags = counted.map((flag) => withPlace(keyword, flag, place));
        const all = keyword === "ONBUILD" && /from=/i.test(rest) ? trace.stages.map(({ index, name }) => [index, name]) : [];
        const text = keyword === "ARG" && instruction.pairs.some(({ key }) => Object.hasOwn(args, key))
            ? instruction.pairs.map(({ key, value }) => (Object.hasOwn(args, key) ? [key] : [key, value]))
            : rest;
        return [keyword, flags, text, heredocs.map(({ name, content, expand }) => [name, content, expand]), all];
    };
    const stages = trace.stages.map(({ index, base }) => {
        const { instruction, from, instructions } = dockerfile.stages[index] ?? missingStage(index);
        const counts = trace.final.chain.includes(index)
            ? instructions
            : instructions.filter(({ keyword }) => !ofContainers.has(keyword));
        return [
            instruction.flags,
            base.kind === "stage" ? places.get(base.stage) : base.kind === "named" ? [from, base.name] : from,
            counts.map(value),
        ];
    });
    const last = dockerfile.text.includes("TARGETSTAGE") ? (trace.stages.at(-1)?.name ?? "default") : undefined;
    return [dockerfile.escape, dockerfile.globals.map(value), stages, last];
}
function missingStage(index) {
    throw new Error(`no stage ${index}`);
}
function withPlace(keyword, { name, value }, place) {
    if (value === undefined)
        return [name];
    if (keyword === "COPY" && name === "from")
        return [name, place(value, true) ?? value];
    if (keyword !== "RUN" || name !== "mount")
        return [name, value];
    const from = /(?:^|,)from=([^,]*)/i.exec(value)?.[1];
    const found = from === undefined ? undefined : place(from, false);
    return found === undefined ? [name, value] : [name, value.replace(/(^|,)from=[^,]*/i, "$1"), found];
}
async function fileParts({ selected, trace }, { hash }) {
    const problems = new Map();
    const unread = (entry, line, error) => {
        const why = error instanceof Error ? error.message : String(error);
        const message = `${entry.path} cannot be read`;
        problems.set(entry.path, { code: "dockerfile/unreadable", message, why, at: { file: trace.file, line } });
        return "";
    };
    const rows = async ({ input, entries, root }) => {
        const value = [];
        const waiting = [];
        for (const entry of entries) {
            const content = entry.kind === "dir" ? "" : hash(entry);
            const row = [entry.path.slice(root.length), entry.kind, entry.executable && !input.oneMode, content];
            value.push(row);
            if (typeof content === "string")
                continue;
            const put = (id) => {
                row[3] = id;
            };
            waiting.push(content.then(put, (error) => put(unread(entry, input.line, error))));
        }
        await Promise.all(waiting);
        return value;
    };
    const byName = Map.groupBy(selected, ({ input }) => input.context === "" ? input.label : `${input.label} (${input.context})`);
    const parts = [];
    for (const [name, alike] of byName) {
        const value = [];
        for (const one of alike)
            value.push(await rows(one));
        parts.push({ kind: "files", name, value });
    }
    if (problems.size > 0)
        throw new errors .yo([...problems.values()]);
    return parts;
}
function imageParts({ from }, { fingerprints }) {
    return [...new Set(Object.values(from))].map((service) => {
        const names = Object.keys(from).filter((name) => from[name] === service);
        return { kind: "image", name: service, value: [names.sort(), fingerprints.get(service)] };
    });
}
function urlContexts({ contexts }) {
    return Object.entries(contexts).flatMap(([name, context]) => context.kind === "url" ? [{ kind: "url", name: imageKey(name), value: context.url }] : []);
}

;

function listInputs(inputs, image) {
    const { service, platform, trace, selected, from } = inputs;
    const pinned = new Map(image?.bases.map((base) => [base.ref, base.pinned]));
    return {
        service: service.name,
        platform,
        dockerfile: service.dockerfile,
        files: selected.map(({ input, entries }) => ({
            instruction: input.label,
            line: input.line,
            ...(input.context !== "" && { context: input.context }),
            paths: entries.filter(({ kind }) => kind !== "dir").map(({ path }) => path),
        })),
        images: trace.images.map(({ ref, use, line, platform: on, platformName }) => {
            const pin = pinned.get(ref);
            return {
                ref,
                use,
                line,
                platform: on === "target" ? platform : (platformName ?? "build"),
                ...(pin !== undefined && { pinned: pin }),
            };
        }),
        catalogImages: from,
        urls: trace.urls.map(({ url, line, pinned: fixed }) => ({ url, line, pinned: fixed })),
        contexts: Object.fromEntries(Object.entries(service.contexts).map(([name, context]) => [name, contextWords(context, pinned.get(name))])),
        args: argsOf(inputs),
        volatileArgs: image?.volatileArgs ?? [],
        secrets: trace.secrets,
        ssh: trace.ssh,
        wholeContext: trace.wholeContext,
    };
}
function contextWords(context, pinned) {
    switch (context.kind) {
        case "service":
            return `target:${context.service}`;
        case "image":
            return `docker-image://${pinned ?? context.ref}`;
        case "path":
            return context.path;
        case "url":
            return context.url;
        default:
            return context;
    }
}

;



function openFiles(tree, read) {
    const readText = once(read);
    const readIgnore = once(async (path) => {
        const text = await readText(path);
        return text === undefined ? undefined : parseIgnore(text, path);
    });
    return { tree, readText, readIgnore };
}
function once(ask) {
    const answers = new Map();
    return (path) => {
        const answer = answers.get(path) ?? ask(path);
        answers.set(path, answer);
        return answer;
    };
}
const volatileArgs = ["BUILD_DATE", "VCS_REF", "GIT_COMMIT", "VERSION", "SOURCE_DATE_EPOCH"];
const volatileTemplate = /\{\{\s*(?:revision|short_revision|date|version)\s*\}\}/;
function isVolatile(name, args) {
    const value = args[name];
    return value === undefined ? volatileArgs.includes(name) : volatileTemplate.test(value);
}
async function readInputs(service, platform, catalog, files, readBaseConfig) {
    try {
        const text = await files.readText(service.dockerfile);
        if (text === undefined)
            return [{ code: "dockerfile/missing", message: `${service.dockerfile} cannot be read`, at: service.at }];
        const dockerfile = parseDockerfile(text, service.dockerfile);
        const args = fixedArgs(service, catalog.project);
        const asked = { dockerfile, service, platform, args, services: catalog.services, files };
        const { trace, from } = await traceService(asked, readBaseConfig);
        const { selected, problems } = await selectAll(service, trace, files);
        return { service, platform, dockerfile, args, trace, selected, from, problems: [...trace.problems, ...problems] };
    }
    catch (error) {
        if (error instanceof errors .yo)
            return error.problems;
        throw error;
    }
}
function fixedArgs(service, project) {
    const vars = { name: service.name, project, ...(service.phase !== undefined && { phase: service.phase }) };
    const fixed = Object.entries(service.args).filter(([name]) => !isVolatile(name, service.args));
    return Object.fromEntries(fixed.map(([name, value]) => [name, expand(value, vars)]));
}
async function traceService(asked, readBaseConfig) {
    const { dockerfile, service, platform, args, services, files } = asked;
    const names = new Set(Object.keys(service.contexts).map(imageKey));
    const from = {};
    for (const [name, context] of Object.entries(service.contexts))
        if (context.kind === "service")
            from[imageKey(name)] = context.service;
    const configs = new Map();
    const triggers = new Map();
    const key = (ref, on) => `${on ?? platform} ${ref}`;
    const options = {
        target: service.target,
        platform,
        args,
        names,
        volatile: new Set([...volatileArgs, ...Object.keys(service.args)].filter((name) => isVolatile(name, service.args))),
        baseConfig: (ref, on) => configs.get(key(ref, on)),
        triggers: (name) => triggers.get(name),
    };
    for (;;) {
        const trace = traceInputs(dockerfile, options);
        const before = names.size + configs.size + triggers.size;
        for (const { ref } of trace.images) {
            const made = services.find((other) => other.name !== service.name && isImageOf(ref, other));
            if (made === undefined)
                continue;
            from[imageKey(ref)] = made.name;
            names.add(imageKey(ref));
        }
        const outside = trace.images.filter(({ ref, use }) => use === "FROM" && !names.has(imageKey(ref)));
        const news = new Map(outside.map(({ ref, platformName }) => [key(ref, platformName), { ref, on: platformName }]));
        const ask = [...news].filter(([one]) => readBaseConfig !== undefined && !configs.has(one));
        await Promise.all(ask.map(async ([one, { ref, on }]) => configs.set(one, await readBaseConfig?.(ref, on ?? platform))));
        for (const { name, use } of trace.named) {
            const made = services.find((other) => other.name === from[name]);
            if (use === "FROM" && made !== undefined && !triggers.has(name))
                triggers.set(name, await triggersOf(made, files));
        }
        if (names.size + configs.size + triggers.size > before)
            continue;
        const used = new Set(trace.named.map(({ name }) => name));
        return { trace, from: Object.fromEntries(Object.entries(from).filter(([name]) => used.has(name))) };
    }
}
async function triggersOf({ dockerfile, target }, files) {
    try {
        const { stages } = parseDockerfile((await files.readText(dockerfile)) ?? "", dockerfile);
        const stage = stages.findLast(({ name }) => target === undefined || name === target.toLowerCase());
        return (stage?.instructions ?? []).flatMap(({ keyword, rest }) => (keyword === "ONBUILD" ? [rest] : []));
    }
    catch (error) {
        if (error instanceof errors .yo)
            return [];
        throw error;
    }
}
function isImageOf(ref, { image, declaredImage }) {
    const name = imageKey(ref);
    if (name.includes("@"))
        return false;
    const repository = name.replace(/:[^/:]*$/, "");
    return repository === imageKey(declaredImage) || repository === imageKey(image);
}
async function selectAll(service, trace, files) {
    const contexts = [
        { key: "", path: service.context, ignore: await mainIgnore(service, files) },
    ];
    for (const [name, context] of Object.entries(service.contexts))
        if (context.kind === "path")
            contexts.push({
                key: imageKey(name),
                path: context.path,
                ignore: await files.readIgnore(ignoreFile(context.path)),
            });
    const selected = [];
    const problems = [];
    for (const { key, path, ignore } of contexts) {
        const tree = subtree(files.tree, path);
        if (tree === undefined) {
            problems.push({ code: "dockerfile/context", message: `the build context ${path} is no folder`, at: service.at });
            continue;
        }
        const found = selectFiles(trace, tree, ignore, { context: key });
        const root = path === "." ? "" : `${path}/`;
        selected.push(...found.inputs.map((input) => ({ ...input, root })));
        problems.push(...found.problems);
    }
    return { selected, problems };
}
async function mainIgnore({ dockerfile, context }, files) {
    return (await files.readIgnore(`${dockerfile}.dockerignore`)) ?? (await files.readIgnore(ignoreFile(context)));
}
const ignoreFile = (context) => (context === "." ? ".dockerignore" : `${context}/.dockerignore`);

;
function ageOf(ttl, staleAt, published) {
    if (ttl === undefined)
        return undefined;
    if (staleAt === undefined)
        return published;
    const due = new Date(Math.floor(staleAt / ttl) * ttl).toISOString().replace(".000Z", "Z");
    return published !== undefined && published >= due ? published : due;
}
const prefix = "since ";
const stamp = /^since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/;
function agePart(age) {
    return age === undefined ? [] : [{ kind: "age", name: prefix + age, value: age }];
}
function stampOf(components) {
    return Object.keys(components ?? {})
        .flatMap((name) => stamp.exec(name)?.[1] ?? [])
        .sort()
        .at(-1);
}
const isAge = (component) => stamp.test(component);
function staleDetail(component) {
    const since = stampOf({ [component]: "" }) ?? "";
    return `stale: due for a new build since ${since.replace("T00:00:00Z", "")} (ttl)`;
}

;


async function resolveBases(inputs, resolve) {
    const { trace, service, platform } = inputs;
    const wanted = [
        ...trace.images.map((image) => ({
            name: image.ref,
            ref: image.ref,
            line: image.line,
            on: platformOf(image, platform),
        })),
        ...trace.named.flatMap(({ name, line }) => {
            const context = Object.entries(service.contexts).find(([key]) => imageKey(key) === name)?.[1];
            return context?.kind === "image" ? [{ name, ref: context.ref, line, on: platform }] : [];
        }),
    ];
    const problems = [];
    const bases = new Map();
    for (const { name, ref, line, on } of wanted) {
        try {
            const { pinned, digest, platformDigest } = await resolve(ref, on);
            const known = bases.get(name);
            const counted = platformDigest ?? digest;
            bases.set(name, { ref: name, pinned, digest: known === undefined ? counted : merge(known.digest, counted) });
        }
        catch (error) {
            if (!isMissing(error))
                throw error;
            problems.push(...error.problems.map((problem) => ({ ...problem, at: { file: trace.file, line } })));
        }
    }
    return problems.length > 0 ? problems : [...bases.values()];
}
const missing = new Set([
    "registry/not-found",
    "registry/no-platform",
    "registry/bad-reference",
    "registry/denied",
]);
const isMissing = (error) => error instanceof errors .yo && error.problems.every(({ code }) => missing.has(code));
function platformOf({ platform, platformName }, target) {
    return platform === "build" ? undefined : platform === "explicit" ? platformName : target;
}
const merge = (a, b) => (a === b ? a : [...new Set([...a.split(" "), b])].sort().join(" "));
function areProblems(list) {
    return list.some((one) => "code" in one);
}

;
const groupOf = ({ platform, runner }) => JSON.stringify([platform, runner]);
function pack(works, most) {
    const groups = [...Map.groupBy(works, groupOf).values()];
    const shares = share(groups, most);
    return groups.flatMap((group, index) => packGroup(group, shares[index] ?? 1));
}
function share(groups, most) {
    const shares = groups.map(() => 1);
    const totals = groups.map((group) => group.reduce((sum, { seconds }) => sum + seconds, 0));
    for (let left = most - groups.length; left > 0; left -= 1) {
        let best;
        for (const [index, group] of groups.entries()) {
            if ((shares[index] ?? 1) >= group.length)
                continue;
            const load = (totals[index] ?? 0) / (shares[index] ?? 1);
            if (best === undefined || load > (totals[best] ?? 0) / (shares[best] ?? 1))
                best = index;
        }
        if (best === undefined)
            break;
        shares[best] = (shares[best] ?? 1) + 1;
    }
    return shares;
}
function packGroup(works, count) {
    if (works.length <= count)
        return works.map((work) => ({ works: [work], seconds: chain(work) }));
    const mine = new Set(works);
    const placed = new Set();
    const bins = Array.from({ length: count }, () => ({ works: [], builds: new Set(), seconds: 0 }));
    for (const work of works.toSorted((a, b) => chain(b) - chain(a))) {
        if (placed.has(work))
            continue;
        const all = [...work.needs, work];
        let best;
        for (const bin of bins) {
            const end = bin.seconds + all.reduce((sum, one) => sum + (bin.builds.has(one) ? 0 : one.seconds), 0);
            if (best === undefined || end < best.end)
                best = { bin, end };
        }
        if (best === undefined)
            continue;
        const { bin, end } = best;
        bin.seconds = end;
        for (const one of all) {
            bin.builds.add(one);
            if (!mine.has(one) || placed.has(one))
                continue;
            placed.add(one);
            bin.works.push(one);
        }
    }
    return bins
        .filter((bin) => bin.works.length > 0)
        .map((bin) => ({ works: bin.works.toSorted((a, b) => a.wave - b.wave), seconds: bin.seconds }));
}
const chain = ({ needs, seconds }) => needs.reduce((sum, base) => sum + base.seconds, seconds);

;
const work_imageKey = (service, platform) => `${service} ${platform}`;
const plainRunner = "ubuntu-24.04";
const otherRunners = { "linux/arm64": "ubuntu-24.04-arm" };
const plainPlatform = /^linux\/(?:amd64|386)(?:\/|$)/;
const guessedSeconds = 60;
const bytesPerSecond = 2_000_000;
const leastSeconds = 10;
const emulationFactor = 10;
function workOf(images, services, waves, runners, known) {
    const byName = new Map(services.map((service) => [service.name, service]));
    const wave = new Map(waves.flatMap((names, index) => names.map((name) => [name, index])));
    const waveOf = ({ service }) => wave.get(service) ?? 0;
    const toBuild = images.filter(({ decision }) => decision.kind === "build");
    const times = toBuild.flatMap((image) => known.seconds.get(work_imageKey(image.service, image.platform)) ?? []);
    const usual = times.length * 2 >= toBuild.length ? median(times) : undefined;
    const made = new Map();
    for (const image of toBuild.toSorted((a, b) => waveOf(a) - waveOf(b))) {
        const { service, platform } = image;
        const from = [...new Set(Object.values(image.from))].flatMap((name) => made.get(work_imageKey(name, platform)) ?? []);
        made.set(work_imageKey(service, platform), {
            service,
            platform,
            runner: runnerOf(byName.get(service), platform, runners),
            phase: byName.get(service)?.phase,
            wave: waveOf(image),
            seconds: secondsOf(image, isNative(byName.get(service), platform, runners), known, usual),
            needs: [...new Set(from.flatMap((base) => [...base.needs, base]))],
        });
    }
    const has = (map) => [...made.keys()].some((key) => map.has(key));
    return { work: [...made.values()], by: has(known.seconds) ? "times" : has(known.sizes) ? "sizes" : "guess" };
}
function runnerOf(service, platform, runners) {
    const standard = runners === "native" ? otherRunners[platform] : undefined;
    return service?.runners?.[platform] ?? standard ?? plainRunner;
}
function isNative(service, platform, runners) {
    const other = runners === "native" && otherRunners[platform] !== undefined;
    return plainPlatform.test(platform) || other || service?.runners?.[platform] !== undefined;
}
function secondsOf({ service, platform }, native, known, usual) {
    const key = work_imageKey(service, platform);
    const seconds = known.seconds.get(key);
    if (seconds !== undefined)
        return seconds;
    const size = known.sizes.get(key);
    if (size === undefined && usual !== undefined)
        return usual;
    const guess = size === undefined ? guessedSeconds : Math.max(leastSeconds, size / bytesPerSecond);
    return guess * (native ? 1 : emulationFactor);
}
function median(numbers) {
    return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

;


const overheadSeconds = 30;
const atOnce = 20;
const billed = (seconds) => Math.ceil(seconds / 60);
function estimate(bins, images, works, by) {
    const byKey = new Map(works.map((work) => [work_imageKey(work.service, work.platform), work]));
    const each = images.map(({ service, platform }) => {
        const work = byKey.get(work_imageKey(service, platform));
        return work === undefined ? 0 : chain(work);
    });
    return { matrix: costOf(bins.map(({ seconds }) => seconds)), jobEach: costOf(each), by };
}
function costOf(builds) {
    const jobs = builds.map((seconds) => overheadSeconds + seconds);
    const ends = Array.from({ length: Math.min(atOnce, jobs.length) }, () => 0);
    for (const seconds of jobs) {
        const first = ends.indexOf(Math.min(...ends));
        ends[first] = (ends[first] ?? 0) + seconds;
    }
    return {
        jobs: jobs.length,
        wallSeconds: Math.round(Math.max(0, ...ends)),
        billedMinutes: jobs.reduce((sum, seconds) => sum + billed(seconds), 0),
    };
}

var external_node_crypto_ = __webpack_require__(7598);
;

const recipe = "lucid-1";
function hashOf(value) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify(value) ?? "undefined")
        .digest("hex");
}
function component(kind, name, value) {
    return { kind, name, hash: hashOf(value).slice(0, 16) };
}
function fingerprintOf(parts) {
    return hashOf([recipe, ...parts.map(({ kind, name, value }) => hashOf([kind, name, value])).sort()]);
}
function contentTag(fingerprint, platform) {
    return `content-${fingerprint.slice(0, 32)}-${platform.replaceAll("/", "-")}`;
}

;


const mostLegs = 256;
const mostCharacters = 450_000;
const mostListed = 100_000;
const nameLength = 60;
function toMatrix(works, { maxJobs, selected = [] } = {}) {
    const groups = [...Map.groupBy(works, groupOf).values()];
    if (groups.length > mostLegs)
        throw tooMany(groups.length);
    const least = groups.reduce((sum, group) => sum + Math.ceil(listLength(group) / mostListed), 0);
    const bins = pack(works, Math.min(mostLegs, Math.max(maxJobs ?? mostLegs, least)));
    const ordered = bins.toSorted((a, b) => waveOf(a) - waveOf(b));
    const include = ordered.map(toLeg);
    const length = JSON.stringify({ include }).length + selected.join(",").length;
    const listed = Math.max(0, ...include.map(({ service }) => service.length));
    if (length > mostCharacters)
        throw tooLong(length, mostCharacters);
    if (listed > mostListed)
        throw tooLong(listed, mostListed);
    return { include, bins: ordered };
}
const waveOf = ({ works }) => works[0]?.wave ?? 0;
const listLength = (works) => works.reduce((sum, { service }) => sum + service.length + 1, 0);
function toLeg({ works }) {
    const { platform = "", runner = "", wave = 0 } = works[0] ?? {};
    const names = works.map(({ service }) => service);
    return {
        name: legName(names, platform),
        service: names.join(","),
        platform,
        runner,
        phase: [...new Set(works.flatMap(({ phase }) => phase ?? []))].join(","),
        wave,
    };
}
function legName(names, platform) {
    const shown = [];
    for (const name of names) {
        if (shown.length > 0 && [...shown, name].join(", ").length > nameLength)
            break;
        shown.push(name);
    }
    const more = names.length - shown.length;
    return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""} (${platform.replace(/^linux\//, "")})`;
}
const tooMany = (groups) => new errors .yo({
    code: "plan/runners",
    message: `the images to build need ${groups} kinds of runner and platform, and a matrix has at most ${mostLegs} jobs`,
    fix: "let services share runners in the catalog, or plan a part: --phase, --platform or --service",
});
const tooLong = (length, most) => new errors .yo({
    code: "plan/matrix-size",
    message: `the matrix, or one leg of it, has ${length} characters, and ${most} is the most that GitHub passes on`,
    fix: "plan a part at a time: --phase, --platform or --service",
});

;

const namedFiles = 3;
function whyBuild(components, previous, changedFiles) {
    if (previous === undefined)
        return [{ kind: "never-built", detail: "never published" }];
    const now = new Map(components.map((one) => [one.name, one]));
    const reasons = [];
    for (const { kind, name, hash } of components) {
        const before = previous.components[name];
        if (before === hash)
            continue;
        if (kind === "age") {
            reasons.push({ kind: "stale", component: name, detail: staleDetail(name) });
            continue;
        }
        const what = kind === "base" || kind === "image" ? `FROM ${name}` : name;
        if (before === undefined)
            reasons.push({ kind: "changed", component: name, detail: `${what} is new` });
        else if (kind === "base")
            reasons.push({ kind: "changed", component: name, detail: `${what} moved` });
        else if (kind === "files")
            reasons.push({
                kind: "changed",
                component: name,
                detail: `${name} -> ${describeFiles(changedFiles(name), previous)}`,
            });
        else
            reasons.push({ kind: "changed", component: name, detail: `${what} changed` });
    }
    for (const name of Object.keys(previous.components)) {
        if (!now.has(name) && !isAge(name))
            reasons.push({ kind: "changed", component: name, detail: `${name} is gone` });
    }
    if (reasons.length === 0)
        return [{ kind: "changed", detail: "built in another way than the published image" }];
    return reasons;
}
function describeFiles(files, { revision }) {
    if (files === undefined && revision !== undefined)
        return `changed since ${revision.slice(0, 7)} (a commit that this clone does not hold: which files is not known)`;
    if (files === undefined || files.length === 0)
        return "changed";
    const names = files.slice(0, namedFiles).map((file) => file.slice(file.lastIndexOf("/") + 1));
    const more = files.length > namedFiles ? `, and ${files.length - namedFiles} more` : "";
    const since = revision === undefined ? "" : ` since ${revision.slice(0, 7)}`;
    return `${files.length} ${files.length === 1 ? "file" : "files"} changed${since} (${names.join(", ")}${more})`;
}

;

function toWaves(names, dependsOn) {
    const known = new Set(names);
    const wave = new Map();
    const open = [];
    const visit = (name) => {
        const done = wave.get(name);
        if (done !== undefined)
            return done;
        if (open.includes(name)) {
            const cycle = [...open.slice(open.indexOf(name)), name].join(" -> ");
            throw new errors .yo({
                code: "plan/cycle",
                message: `images are built from each other in a circle: ${cycle}`,
                fix: "take one of these FROM, COPY --from or contexts entries out",
            });
        }
        open.push(name);
        const before = dependsOn(name)
            .filter((other) => known.has(other))
            .map(visit);
        open.pop();
        const own = Math.max(-1, ...before) + 1;
        wave.set(name, own);
        return own;
    };
    const waves = [];
    for (const name of names)
        visit(name);
    for (const name of names) {
        const index = wave.get(name) ?? 0;
        waves[index] ??= [];
        waves[index].push(name);
    }
    return waves;
}

;












async function makePlan(request, facts) {
    const { catalog, source, selected, inputs } = request;
    const needed = new Set(inputs.map(({ service }) => service.name));
    const names = catalog.services.map(({ name }) => name).filter((name) => needed.has(name));
    const waves = toWaves(names, (name) => dependenciesOf(name, inputs));
    const planned = new Map();
    const sizes = new Map();
    const asked = remembering(facts, sizes);
    const few = (0,p_limit .A)(32);
    for (const wave of waves) {
        const mine = inputs.filter(({ service }) => wave.includes(service.name));
        const images = await Promise.all(mine.map((one) => few(() => planOrBlock(one, request, asked, planned))));
        for (const image of images)
            planned.set(work_imageKey(image.service, image.platform), image);
    }
    const images = names.flatMap((name) => [...planned.values()].filter(({ service }) => service === name));
    const known = { seconds: request.times ?? new Map(), sizes };
    const { work, by } = workOf(images, catalog.services, waves, request.runners ?? "native", known);
    const selectedNames = selected.map(({ name }) => name);
    const wanted = work.filter(({ service }) => selectedNames.includes(service));
    const { include, bins } = toMatrix(wanted, { maxJobs: request.maxJobs, selected: selectedNames });
    return {
        kind: "lucid.plan",
        version: 1,
        project: catalog.project,
        root: catalog.root,
        source,
        network: catalog.network,
        phases: catalog.phases,
        services: catalog.services,
        planned: catalog.planned,
        externals: catalog.externals,
        selected: selectedNames,
        images,
        tags: request.tags,
        waves,
        matrix: { include },
        estimate: estimate(bins, images.filter(({ service }) => selectedNames.includes(service)), work, by),
    };
}
function remembering(facts, sizes) {
    return {
        ...facts,
        findPrevious: async (service, platform) => {
            const previous = await facts.findPrevious(service, platform);
            if (previous?.size !== undefined)
                sizes.set(work_imageKey(service.name, platform), previous.size);
            return previous;
        },
    };
}
function dependenciesOf(name, inputs) {
    return inputs.flatMap((one) => (one.service.name === name && one.trace !== undefined ? Object.values(one.from) : []));
}
async function planOrBlock(...args) {
    try {
        return await planImage(...args);
    }
    catch (error) {
        if (!(error instanceof errors .yo) || !error.problems.every(({ code }) => code === "dockerfile/unreadable"))
            throw error;
        return blocked(args[0], error.problems);
    }
}
async function planImage(inputs, request, facts, planned) {
    const { service, platform, problems } = inputs;
    if (inputs.trace === undefined)
        return blocked(inputs, problems);
    const before = Object.values(inputs.from).flatMap((name) => planned.get(work_imageKey(name, platform)) ?? []);
    const stuck = before.find(({ decision }) => decision.kind === "blocked");
    if (stuck !== undefined)
        return blocked(inputs, [brokenBase(inputs, stuck.service)]);
    const missing = Object.values(inputs.from).find((name) => !planned.has(work_imageKey(name, platform)));
    if (missing !== undefined)
        return blocked(inputs, [noPlatform(inputs, missing)]);
    const bases = await resolveBases(inputs, facts.resolveBase);
    if (areProblems(bases))
        return blocked(inputs, [...problems, ...bases]);
    if (problems.length > 0)
        return blocked(inputs, problems);
    const fingerprints = new Map(before.map((image) => [image.service, image.fingerprint]));
    const aging = service.ttl === undefined ? undefined : { previous: await facts.findPrevious(service, platform) };
    const age = ageOf(service.ttl, request.staleAt, stampOf(aging?.previous?.components));
    const parts = [...(await partsOf(inputs, { hash: facts.hash, fingerprints, bases })), ...agePart(age)];
    const fingerprint = fingerprintOf(parts);
    const components = parts.map(({ kind, name, value }) => component(kind, name, value));
    const contentRef = `${service.image}:${contentTag(fingerprint, platform)}`;
    return {
        service: service.name,
        platform,
        fingerprint,
        contentRef,
        components,
        bases: bases.map(({ ref, pinned }) => ({ ref, pinned })),
        from: inputs.from,
        args: argsOf(inputs),
        volatileArgs: inputs.trace.declaredArgs.filter((name) => isVolatile(name, service.args)),
        decision: await decide(inputs, contentRef, components, request, facts, aging),
    };
}
async function decide(inputs, contentRef, components, request, facts, 
aging) {
    const { service, platform } = inputs;
    if (request.force && request.selected.includes(service))
        return { kind: "build", reasons: [{ kind: "forced", detail: "asked to build it anyway" }] };
    const found = await facts.findImage(contentRef, platform);
    if (found !== undefined)
        return {
            kind: "unchanged",
            reasons: [{ kind: "already-built", detail: "nothing it is built from has changed" }],
            ...found,
        };
    const { previous } = aging ?? { previous: await facts.findPrevious(service, platform) };
    return { kind: "build", reasons: await explain(inputs, components, previous, facts) };
}
async function explain({ selected }, components, previous, { changedSince }) {
    const changed = components.filter(({ kind, name, hash }) => kind === "files" && previous?.components[name] !== hash);
    const files = new Map();
    for (const { name } of previous?.revision === undefined ? [] : changed) {
        const mine = selected.filter(({ input }) => input.label === name);
        files.set(name, await changedFiles(mine, (paths) => changedSince(previous?.revision ?? "", paths)));
    }
    return whyBuild(components, previous, (name) => files.get(name));
}
async function changedFiles(inputs, changed) {
    const sources = inputs.flatMap(({ input, root }) => input.sources.map((source) => (root + trimSlashes(source)).replace(/\/\.$|^\.$/, "")));
    const folders = sources.map((source) => source.replace(/(^|\/)[^/]*[*?[].*$/, "") || ".");
    const brought = new Set(inputs.flatMap(({ entries }) => entries.map(({ path }) => path)));
    const found = await changed([...new Set(folders)]);
    return found?.filter((path) => brought.has(path) || sources.some((source) => path === source || path.startsWith(`${source}/`)));
}
const trimSlashes = (path) => path.replace(/^(\.?\/)+|\/+$/g, "");
function blocked({ service, platform }, problems) {
    const fingerprint = hashOf(["blocked", service.name, platform]);
    const detail = problems.length === 1 ? (problems[0]?.message ?? "") : `${problems.length} problems`;
    return {
        service: service.name,
        platform,
        fingerprint,
        contentRef: `${service.image}:${contentTag(fingerprint, platform)}`,
        components: [],
        bases: [],
        from: {},
        args: {},
        volatileArgs: [],
        decision: { kind: "blocked", reasons: [{ kind: "blocked", detail }], problems },
    };
}
const brokenBase = ({ service }, name) => ({
    code: "plan/base-blocked",
    message: `is built from ${name}, which cannot be built`,
    at: { file: service.dockerfile },
});
const noPlatform = ({ service, platform }, name) => ({
    code: "plan/base-platform",
    message: `is built from ${name}, which is not made for ${platform}`,
    at: service.at,
    fix: `add ${platform} to the platforms of ${name}`,
});

;

function baseConfigs(registry) {
    const known = new Map();
    const read = async (ref, platform) => {
        try {
            const { pinned, digest, platformDigest = digest } = await registry.resolve(ref, platform);
            const image = `${pinned.slice(0, pinned.lastIndexOf("@"))}@${platformDigest}`;
            const facts = await registry.imageFacts(image, platform);
            return facts && { env: facts.env, onbuild: facts.onbuild };
        }
        catch (error) {
            if (isMissing(error))
                return undefined;
            throw error;
        }
    };
    return (ref, platform) => {
        const key = `${platform} ${ref}`;
        const answer = known.get(key) ?? read(ref, platform);
        known.set(key, answer);
        return answer;
    };
}

;
const shown = 60;
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]|[\ud800-\udfff]/u;
const everyInvisible = new RegExp(invisible.source, "gu");
function show(text, limit = shown) {
    const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
    return cut.replace(everyInvisible, asEscape);
}
function show_quote(text) {
    return `"${show(text)}"`;
}
function codePoint(character) {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
function findInvisible(text) {
    for (const found of text.matchAll(everyInvisible)) {
        if (!/[\t\n\r\u200c\u200d]/.test(found[0]))
            return found.index;
    }
    return undefined;
}
function either(words) {
    return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
function asEscape(character) {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

;


const good = (value) => ({ ok: true, value });
const bad = (fault) => ({ ok: false, fault });
const milliseconds = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const longestDuration = 24 * 3_600_000;
function parseDuration(text) {
    const wrong = (message) => bad({ code: "catalog/duration", message, fix: 'write a number and a unit, as in "500ms", "30s" or "1m30s"' });
    if (!/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/.test(text))
        return wrong(`${show_quote(text)} is no duration`);
    let total = 0;
    for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g))
        total += Number(number) * (milliseconds[unit ?? ""] ?? 0);
    return total <= longestDuration ? good(total) : wrong(`${show_quote(text)} is longer than a day`);
}
const ages = { h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };
const longestAge = 366 * 86_400_000;
function parseAge(text) {
    const [, number, unit] = /^([1-9]\d{0,5})([hdw])$/.exec(text) ?? [];
    const age = Number(number) * (ages[unit ?? ""] ?? Number.NaN);
    if (age <= longestAge)
        return good(age);
    const fix = 'write a number and a unit, as in "12h", "7d" or "2w"; a year is the most';
    return bad({ code: "catalog/age", message: `${show_quote(text)} is no time-to-live`, fix });
}
const bytes = { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };
function parseSize(text) {
    const [, number, unit = "b"] = /^(\d+(?:\.\d+)?)(?:([bkmgt])b?)?$/i.exec(text) ?? [];
    const size = Math.round(Number(number) * (bytes[unit.toLowerCase()] ?? Number.NaN));
    if (number !== undefined && size > 0 && Number.isSafeInteger(size))
        return good(size);
    return bad({ code: "catalog/size", message: `${show_quote(text)} is no size`, fix: 'write it as in "200mb" or "1.5gb"' });
}
function parsePortNumber(text) {
    const wrong = (why, fix) => bad({ code: "catalog/port", message: `${show_quote(text)} is no port`, why, fix });
    if (/^0\d+$/.test(text))
        return wrong("a leading zero means octal to some readers", `write ${Number(text)} if that is meant`);
    if (!/^\d+$/.test(text))
        return wrong("a port is a whole number in plain decimals", 'write it as in "8080"');
    const port = Number(text);
    if (port < 1 || port > 65535)
        return wrong("ports go from 1 to 65535", "choose one of them");
    return good(port);
}
function parsePort(text) {
    const form = 'write "8080", or "8081:8080" with the host\'s port first, or "53:53/udp"';
    const wrong = (why) => bad({ code: "catalog/port", message: `${show_quote(text)} is no port`, why, fix: form });
    const [numbers = "", protocol = "tcp", ...rest] = text.split("/");
    if ((protocol !== "tcp" && protocol !== "udp") || rest.length > 0)
        return wrong("after the slash comes tcp or udp");
    const parts = numbers.split(":");
    if (/^\d+-\d+$/.test(parts.at(-1) ?? ""))
        return wrong("a range is not understood: list its ports one by one");
    if (parts.length > 2)
        return wrong("an address is not taken: what publishes the port decides it");
    if (parts.includes(""))
        return wrong("a number is missing beside the colon");
    const [first, second] = parts.map(parsePortNumber);
    if (first === undefined || !first.ok)
        return first ?? wrong("it is empty");
    if (second === undefined)
        return good({ container: first.value, protocol });
    if (!second.ok)
        return second;
    return good({ container: second.value, published: first.value, protocol });
}
function parseStatus(text) {
    const [, low, high = low] = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(text) ?? [];
    if (low !== undefined && Number(low) <= Number(high))
        return good([Number(low), Number(high)]);
    const fix = 'write 200, "200-299" or a list of them';
    return bad({ code: "catalog/status", message: `${show_quote(text)} is no HTTP status`, fix });
}
const platforms = [
    ...["linux/arm64", "linux/amd64", "linux/arm/v7", "linux/arm/v6", "linux/arm/v5", "linux/386", "linux/riscv64"],
    ...["linux/ppc64le", "linux/s390x", "linux/loong64", "linux/mips64le", "linux/mips64"],
    ...["linux/amd64/v2", "linux/amd64/v3", "linux/amd64/v4"],
];
const aliases = {
    "linux/arm64/v8": "linux/arm64",
    "linux/aarch64": "linux/arm64",
    "linux/x86_64": "linux/amd64",
    "linux/amd64/v1": "linux/amd64",
    "linux/arm": "linux/arm/v7",
    "linux/armhf": "linux/arm/v7",
};
function parsePlatform(text) {
    const name = aliases[text] ?? text;
    if (platforms.includes(name))
        return good(name);
    const meant = platforms.includes(`linux/${text}`)
        ? `linux/${text}`
        : (aliases[`linux/${text}`] ?? suggest_nearest(text, platforms));
    const why = text.startsWith("windows/") ? "only Linux images are built" : undefined;
    const fix = meant === undefined ? `choose one of ${platforms.slice(0, 4).join(", ")} …` : `did you mean ${meant}?`;
    return bad({ code: "catalog/platform", message: `${show_quote(text)} is no platform`, ...(why && { why }), fix });
}
function parseUser(text) {
    const parts = text.split(":");
    if (parts.length <= 2 && parts.every((part) => /^(?:0|[1-9]\d{0,9})$/.test(part) && Number(part) < 2 ** 32 - 1))
        return good(text);
    const why = "names are looked up in the image, which may not have them";
    return bad({ code: "catalog/user", message: `${show_quote(text)} is no numeric user`, why, fix: 'write "65532:65532"' });
}
const httpToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
function parseHeaderName(text) {
    if (httpToken.test(text) && text.toLowerCase() !== "host")
        return good(text);
    const why = text.toLowerCase() === "host" ? "the host is always the container" : undefined;
    const message = `${show_quote(text)} cannot be set as a header`;
    return bad({ code: "catalog/header", message, ...(why && { why }), fix: 'write it as in "Accept"' });
}
function parseHealthPath(text) {
    if (/^\/(?!\/)[!-~]*$/.test(text) && !text.includes("#") && !text.includes("\\"))
        return good(text);
    const why = /^(?:https?:)?\/\//.test(text) ? "the host is always the container itself" : undefined;
    const message = `${show_quote(text)} is no path to ask for`;
    return bad({ code: "catalog/health", message, ...(why && { why }), fix: 'write it as in "/health"' });
}
function parseWord(words) {
    return (text) => {
        const found = words.find((word) => word === text);
        if (found !== undefined)
            return good(found);
        const meant = suggest_nearest(text, words);
        const fix = meant === undefined ? `write ${either(words)}` : `did you mean ${meant}?`;
        return bad({ code: "catalog/value", message: `${show_quote(text)} is not ${either(words)}`, fix });
    };
}
function parseSubnet(text) {
    const wrong = (why) => bad({
        code: "catalog/subnet",
        message: `${show_quote(text)} is no subnet`,
        why,
        fix: 'write it as in "172.20.0.0/16"',
    });
    const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)?.slice(1).map(Number);
    if (parts === undefined)
        return wrong("it is four numbers, a slash and a prefix length");
    const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = parts;
    if (Math.max(a, b, c, d) > 255)
        return wrong("a number is over 255");
    if (prefix < 8 || prefix > 29)
        return wrong("the prefix goes from 8 to 29");
    const address = ((a * 256 + b) * 256 + c) * 256 + d;
    if (address % 2 ** (32 - prefix) !== 0)
        return wrong("it has bits below its prefix");
    return good(text);
}

;




const names_component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const host = "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?";
const repository = new RegExp(`^${names_component}(?:/${names_component})*$`);
const registryForm = new RegExp(`^${host}(?:/${names_component})*$`);
const serviceForm = new RegExp(`^${names_component}$`);
const referenceForm = new RegExp(`^(?:${host}/)?${names_component}(?:/${names_component})*(?::[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`);
const reserved = new Set(["constructor", "prototype"]);
const longestName = 63;
const longestReference = 255;
function parseServiceName(text) {
    const wrong = (why, fix = 'use lower-case letters, digits and "-" between them, as in api-gateway') => bad({ code: "catalog/name", message: `${show_quote(text)} cannot be the name of a service`, why, fix });
    if (text.length > longestName)
        return wrong(`it is longer than ${longestName} characters, the limit of a host name`);
    if (reserved.has(text))
        return wrong("the word is reserved", "choose another name");
    if (serviceForm.test(text))
        return good(text);
    if (text.startsWith("-"))
        return wrong("with a leading dash a command would take it for an option");
    const lower = text.toLowerCase();
    if (serviceForm.test(lower))
        return wrong("image names are lower case", `write ${lower}`);
    return wrong("it becomes part of an image name and a host name");
}
function parseNameOf(what, form, example) {
    return (text) => {
        if (text.length <= 255 && form.test(text) && !reserved.has(text))
            return good(text);
        const dash = text.startsWith("-") ? "with a leading dash a command would take it for an option" : undefined;
        const message = `${show_quote(text)} cannot be the name of ${what}`;
        return bad({ code: "catalog/name", message, ...(dash && { why: dash }), fix: `write it as in ${example}` });
    };
}
function parseRegistry(text) {
    const wrong = (why) => bad({
        code: "catalog/registry",
        message: `${show_quote(text)} is no registry`,
        why,
        fix: 'write host and port, as in "docker.io" or "127.0.0.1:5000"',
    });
    if (text.includes("://"))
        return wrong("the scheme is not part of it");
    if (text.length > longestReference || !registryForm.test(text))
        return wrong("it is the first part of an image name");
    const first = text.split("/", 1)[0] ?? "";
    if (!isHost(first))
        return wrong("without a dot or a port Docker takes it for a path on Docker Hub");
    return good(text);
}
function isHost(first) {
    return first.includes(".") || first.includes(":") || first === "localhost";
}
function parseImageName(text) {
    const wrong = (why, fix = "write it as in acme/api-gateway") => bad({ code: "catalog/image", message: `${show_quote(text)} is no image name`, why, fix });
    const slash = text.indexOf("/");
    const first = slash < 0 ? "" : text.slice(0, slash);
    const own = slash >= 0 && isHost(first);
    const path = own ? text.slice(slash + 1) : text;
    if (text.length > longestReference)
        return wrong(`it is longer than ${longestReference} characters`);
    if (path.includes("@"))
        return wrong("a digest cannot be chosen", "remove what follows the @");
    if (path.includes(":"))
        return wrong("tags stand under `tags` and `floating`", "remove what follows the colon");
    if (!repository.test(path))
        return wrong('only lower-case letters, digits and "/", ".", "_", "-" between them');
    if (own && !registryForm.test(first))
        return wrong("its first part is no host");
    return good(own ? { host: first, path } : { path });
}
function names_parseReference(text) {
    if (text.length <= longestReference + 200 && referenceForm.test(text))
        return good(text);
    const why = text.startsWith("-") ? "with a leading dash a command would take it for an option" : undefined;
    const message = `${show_quote(text)} is no image reference`;
    return bad({ code: "catalog/image", message, ...(why && { why }), fix: 'write it as in "redis:7"' });
}
const catalogNames = ["name", "phase", "project"];
function templateFault(text, allowed = templateNames) {
    for (const part of parseTemplate(text)) {
        if (part.kind === "unclosed")
            return { code: "catalog/template", message: "a {{ is never closed", fix: "write }} after the name" };
        if (part.kind === "text" || (part.kind === "name" && allowed.includes(part.name)))
            continue;
        const meant = suggest_nearest(part.name, allowed);
        const message = `${show_quote(`{{${part.name}}}`)} stands for nothing`;
        const early = part.kind === "name" ? "it differs from commit to commit, a name must not" : undefined;
        const list = `here can stand ${allowed.map((name) => `{{${name}}}`).join(", ")}`;
        const fix = meant !== undefined && early === undefined ? `did you mean {{${meant}}}?` : list;
        return { code: "catalog/template", message, ...(early && { why: early }), fix };
    }
    return undefined;
}
function parsePath(text) {
    const wrong = (why, fix, code = "catalog/path") => bad({ code, message: `${show_quote(text)} is no path in this repository`, why, fix });
    const relative = "write it relative to the folder of the catalog, as in services/api";
    if (text === "" || text.trim() !== text)
        return wrong("it is empty or has blanks at its ends", relative);
    if (findInvisible(text) !== undefined || /[\t\n\r]/.test(text))
        return wrong("it holds a line end or a tab", relative);
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^git@/.test(text))
        return wrong("it is an address", relative);
    if (text.includes("\\"))
        return wrong("its parts are divided by a backslash", "write / in its place");
    if (text.startsWith("/") || text.startsWith("~"))
        return wrong("it leaves the repository", relative, "catalog/outside");
    const parts = [];
    for (const part of text.split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part !== "..")
            parts.push(part);
        else if (parts.pop() === undefined)
            return wrong("it leaves the repository", relative, "catalog/outside");
    }
    if (parts[0]?.startsWith("-"))
        return wrong("with a leading dash a command would take it for an option", "rename the folder");
    return good(parts.length === 0 ? "." : parts.join("/"));
}

;

const most = 500;
class Problems {
    #found = [];
    #count = 0;
    #paths = new Set();
    #holders = new Set();
    add(fault, at, path) {
        this.#count++;
        if (!this.full)
            this.#found.push({ ...fault, ...(at && { at }) });
        if (path === undefined)
            return;
        this.#paths.add(pathKey(path));
        for (const i of path.keys())
            this.#holders.add(pathKey(path.slice(0, i)));
    }
    spoiled(path) {
        return path.some((_, i) => this.#paths.has(pathKey(path.slice(0, path.length - i))));
    }
    touched(path) {
        return this.spoiled(path) || this.#holders.has(pathKey(path));
    }
    get full() {
        return this.#count > most;
    }
    get empty() {
        return this.#count === 0;
    }
    fail() {
        const sorted = this.#found.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
        if (!this.full)
            throw new errors .yo(sorted);
        const message = `more than ${most} problems; the others are not listed`;
        const rest = { code: "catalog/many", message, fix: "mend these first" };
        throw new errors .yo([...sorted, rest]);
    }
}
function pathKey(path) {
    return JSON.stringify(path.map(String));
}

;
function findCycles(edges) {
    const state = new Map();
    const cycles = [];
    const told = new Set();
    for (const root of edges.keys()) {
        if (state.has(root))
            continue;
        const stack = [{ name: root, next: 0 }];
        state.set(root, "open");
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            const child = edges.get(top.name)?.[top.next++];
            if (child === undefined) {
                state.set(top.name, "done");
                stack.pop();
            }
            else if (!edges.has(child)) {
            }
            else if (state.get(child) === "open") {
                const from = stack.findIndex(({ name }) => name === child);
                const cycle = stack.slice(from).map(({ name }) => name);
                if (cycle.some((name) => told.has(name)))
                    continue;
                for (const name of cycle)
                    told.add(name);
                cycles.push([...cycle, child]);
            }
            else if (!state.has(child)) {
                state.set(child, "open");
                stack.push({ name: child, next: 0 });
            }
        }
    }
    return cycles;
}

;



function checkRelations(catalog, written, problems) {
    checkNames(written, problems);
    checkPhases(catalog, written, problems);
    checkNeeds(catalog, written, problems);
    checkContexts(catalog, written, problems);
}
function checkNames({ names, locate }, problems) {
    const seen = new Map();
    for (const key of ["services", "externals"]) {
        for (const name of names(key)) {
            const path = [key, name];
            const first = seen.get(name.toLowerCase());
            if (first === undefined) {
                seen.set(name.toLowerCase(), { name, path });
                continue;
            }
            const { line } = locate(first.path, "key");
            const same = first.name === name ? "is the name of a service, too" : `differs from ${show(first.name)} only in case`;
            const message = `${show_quote(name)} ${same} (line ${line})`;
            problems.add({ code: "catalog/duplicate-name", message, fix: "rename one of them" }, locate(path, "key"));
        }
    }
}
function checkPhases({ services }, { names, locate }, problems) {
    const phases = names("phases");
    for (const [name, { phase }] of Object.entries(services)) {
        if (phase === undefined || phases.has(phase))
            continue;
        const path = ["services", name, "phase"];
        problems.add(unknown("phase", phase, phases, `add it under \`phases\``), locate(path, "value"), path);
    }
}
function checkNeeds(catalog, written, problems) {
    const known = new Set([...written.names("services"), ...written.names("externals")]);
    const layers = [
        [["defaults", "needs"], catalog.defaults?.needs],
        ...Object.entries(catalog.phases ?? {}).map(([id, { needs }]) => [
            ["phases", id, "needs"],
            needs,
        ]),
        ...Object.entries(catalog.services).map(([id, { needs }]) => [
            ["services", id, "needs"],
            needs,
        ]),
        ...Object.entries(catalog.externals ?? {}).map(([id, { needs }]) => [
            ["externals", id, "needs"],
            needs,
        ]),
    ];
    for (const [path, needs] of layers) {
        for (const need of needs ?? []) {
            const planned = catalog.services[need]?.planned === true;
            const fromPlanned = path[0] === "services" && catalog.services[String(path[1])]?.planned === true;
            if (known.has(need) && (!planned || fromPlanned))
                continue;
            const at = [...path, written.list(path).indexOf(need)];
            const later = {
                code: "catalog/unknown-need",
                message: `need ${show_quote(need)} is only planned`,
                why: "what is not built cannot run",
                fix: "remove the need until it is built, or describe a stand-in under `externals`",
            };
            const fix = "add it under `services`, or under `externals` if it is not built here";
            problems.add(planned ? later : unknown("need", need, known, fix), written.locate(at, "value"), at);
        }
    }
    const edges = new Map();
    for (const [name, service] of Object.entries(catalog.services))
        edges.set(name, needsOf(catalog, name, service));
    for (const [name, { needs = [] }] of Object.entries(catalog.externals ?? {}))
        edges.set(name, needs);
    for (const cycle of findCycles(edges)) {
        const [name = "", next] = cycle;
        const holder = [name in catalog.services ? "services" : "externals", name];
        const path = [...holder, "needs"];
        const at = [...path, written.list(path).indexOf(next)];
        problems.add(circle("needs", cycle), written.locate(at, "value"));
    }
}
function needsOf(catalog, name, service) {
    const { phase } = service;
    const shared = (phase !== undefined ? catalog.phases?.[phase]?.needs : undefined) ?? catalog.defaults?.needs ?? [];
    return service.needs ?? shared.filter((need) => need !== name);
}
function checkContexts(catalog, written, problems) {
    const services = written.names("services");
    const edges = new Map();
    const layers = [
        [["defaults", "contexts"], catalog.defaults?.contexts],
        ...Object.entries(catalog.phases ?? {}).map(([id, { contexts }]) => [
            ["phases", id, "contexts"],
            contexts,
        ]),
        ...Object.entries(catalog.services).map(([id, { contexts }]) => [
            ["services", id, "contexts"],
            contexts,
        ]),
    ];
    for (const [path, contexts] of layers) {
        for (const [key, context] of Object.entries(contexts ?? {})) {
            if (context.kind !== "service")
                continue;
            const at = [...path, key];
            const planned = catalog.services[context.service]?.planned === true;
            if (path[0] === "services")
                edges.set(String(path[1]), [...(edges.get(String(path[1])) ?? []), context.service]);
            if (services.has(context.service) && !planned)
                continue;
            const fault = unknown("service", context.service, services, "add it under `services`");
            const later = {
                ...fault,
                message: `service ${show_quote(context.service)} is only planned`,
                fix: "build it first",
            };
            problems.add(planned ? later : { ...fault, code: "catalog/unknown-context" }, written.locate(at, "value"), at);
        }
    }
    for (const [name] of edges)
        for (const target of edges.get(name) ?? [])
            if (!edges.has(target))
                edges.set(target, []);
    for (const cycle of findCycles(edges)) {
        const [name = ""] = cycle;
        problems.add(circle("contexts", cycle), written.locate(["services", name, "contexts"], "key"));
    }
}
function unknown(what, name, known, otherwise) {
    const meant = suggest_nearest(name, known);
    const fix = meant === undefined ? otherwise : `did you mean ${show_quote(meant)}?`;
    return { code: `catalog/unknown-${what}`, message: `${what} ${show_quote(name)} is not in the catalog`, fix };
}
function circle(what, names) {
    const shown = names.length > 12 ? [...names.slice(0, 10), "…", ...names.slice(-1)] : names;
    const message = `${what} run in a circle: ${shown.map((name) => show(name)).join(" -> ")}`;
    const why = "none of them could ever come first";
    return { code: "catalog/cycle", message, why, fix: "take one of these arrows out" };
}

;
const kinds = [
    ["a GitHub token", /\bgh[pousr]_[A-Za-z0-9]{20}|\bgithub_pat_[A-Za-z0-9_]{20}/],
    ["a GitLab token", /\bgl(?:pat|cbt|dt|rt|soat)-[A-Za-z0-9_-]{15}/],
    ["an AWS key", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
    ["a Google key", /\bAIza[A-Za-z0-9_-]{30}/],
    ["a Slack token", /\bxox[abeoprs]-[A-Za-z0-9-]{10}/],
    ["an npm token", /\bnpm_[A-Za-z0-9]{30}/],
    ["a PyPI token", /\bpypi-[A-Za-z0-9_-]{30}/],
    ["a Docker token", /\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20}/],
    ["a Stripe key", /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16}/],
    ["a Hugging Face token", /\bhf_[A-Za-z0-9]{30}/],
    ["an API key", /\bsk-[A-Za-z0-9_-]{32}/],
    ["a private key", /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY/],
    ["a signed token (JWT)", /\beyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{10}/],
    ["a password in an address", /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,200}:[^\s/@{}$]{1,200}@/i],
];
const telling = /(?:^|[._-])(?:password|passwd|passphrase|secret|token|credentials?|(?:api|access|secret|private|auth|encryption|signing)[._-]?key)$/i;
function credentialFault(what, name, value) {
    const kind = kinds.find(([, form]) => form.test(value))?.[0];
    const byName = telling.test(name) && value.length >= 4 && !/^(?:true|false|none|null|\{\{[^}]*\}\})$/i.test(value);
    if (kind === undefined && !byName)
        return undefined;
    return {
        code: "catalog/credential",
        message: `${what} ${name} looks like ${kind ?? "a credential"}`,
        why: `a ${what} can be read by everyone who has the image`,
        fix: "hand it to the build under `secrets`, and revoke this one if it is real",
    };
}

;

const hardening = {
    readOnly: true,
    tmpfs: ["/tmp"],
    capDrop: ["ALL"],
    noNewPrivileges: true,
};
const timing = { startPeriod: 60_000, interval: 1000, timeout: 5000, retries: 3 };
function mergeSettings(layers) {
    const all = layers.filter((layer) => layer !== undefined);
    const ttl = last(all, "ttl");
    const runners = mergeRunners(all);
    return {
        platforms: [...new Set(last(all, "platforms") ?? ["linux/arm64"])],
        ...(Object.keys(runners).length > 0 && { runners }),
        ...(ttl !== undefined && { ttl }),
        tags: last(all, "tags") ?? ["type=sha,prefix="],
        floating: last(all, "floating") ?? ["type=raw,value=latest"],
        labels: merged(all.map((layer) => layer.labels)),
        args: merged(all.map((layer) => layer.args)),
        secrets: last(all, "secrets") ?? [],
        contexts: merged(all.map((layer) => layer.contexts)),
        env: merged(all.map((layer) => layer.env)),
        hardening: mergeHardening(all),
        verify: mergeVerify(all),
        policy: mergePolicy(all),
    };
}
function mergeTiming(layers) {
    const given = (key) => layers.findLast((layer) => layer?.[key] !== undefined)?.[key];
    return {
        startPeriod: given("start_period") ?? timing.startPeriod,
        interval: given("interval") ?? timing.interval,
        timeout: given("timeout") ?? timing.timeout,
        retries: given("retries") ?? timing.retries,
    };
}
function mergeRunners(layers) {
    const entries = layers.flatMap(({ runners }) => Object.entries(runners ?? {}));
    return Object.fromEntries(entries.map(([text, runner]) => {
        const platform = parsePlatform(text);
        return [platform.ok ? platform.value : text, runner];
    }));
}
function mergeHardening(layers) {
    const all = Object.assign({}, ...layers.map((layer) => given(layer.hardening)));
    return {
        readOnly: all.read_only ?? hardening.readOnly,
        tmpfs: all.tmpfs ?? hardening.tmpfs,
        capDrop: all.cap_drop ?? hardening.capDrop,
        noNewPrivileges: all.no_new_privileges ?? hardening.noNewPrivileges,
        ...(all.memory !== undefined && { memory: all.memory }),
        ...(all.pids !== undefined && { pids: all.pids }),
    };
}
function mergePolicy(layers) {
    return Object.assign({ smoke: "required", verify: "required" }, ...layers.map((layer) => given(layer.policy)));
}
function mergeVerify(layers) {
    const all = Object.assign({}, ...layers.map((layer) => given(layer.verify)));
    return {
        ...(all.user !== undefined && { user: all.user }),
        ...(all.max_size !== undefined && { maxSize: all.max_size }),
        labels: all.labels ?? [],
    };
}
function last(layers, key) {
    return layers.findLast((layer) => layer[key] !== undefined)?.[key];
}
function merged(maps) {
    return Object.assign({}, ...maps);
}
function given(map) {
    return Object.fromEntries(Object.entries(map ?? {}).filter(([, value]) => value !== undefined));
}

;


const anyGood = [[200, 399]];
function resolveHealth(raw, ports, layers) {
    const map = typeof raw === "string" ? { path: raw } : raw;
    const timing = mergeTiming([...layers, map]);
    const kinds = ["path", "tcp", "command"].filter((key) => map[key] !== undefined);
    const [kind] = kinds;
    if (kind === undefined)
        return wrong("health does not say what to ask", "add `path: /health`, `tcp: 6379` or `command: [program]`");
    if (kinds.length > 1)
        return wrong(`health has ${kinds.join(" and ")}`, "keep one of them");
    if (kind !== "path") {
        const http = ["port", "method", "headers", "status", "body"].filter((key) => map[key] !== undefined);
        if (http.length > 0)
            return wrong(`health has ${either(http)}, which only HTTP knows`, `remove it, or ${kind}`);
    }
    if (map.tcp !== undefined)
        return { kind: "tcp", port: map.tcp, timing };
    if (map.command !== undefined)
        return { kind: "command", command: map.command, timing };
    const port = map.port ?? ports.find(({ protocol }) => protocol === "tcp")?.container;
    if (port === undefined)
        return wrong("health has no port to ask on", "add `port:` to it, or `ports:` to the service");
    return {
        kind: "http",
        path: map.path ?? "/",
        port,
        method: map.method ?? "GET",
        headers: map.headers ?? {},
        status: map.status ?? anyGood,
        ...(map.body !== undefined && { body: map.body }),
        timing,
    };
}
function wrong(message, fix) {
    return { code: "catalog/health", message, fix };
}

;


function pathFault(host, what, path, wanted, meant = []) {
    const kind = host.look(path);
    switch (kind) {
        case wanted:
            return undefined;
        case "outside":
            return {
                code: "catalog/outside",
                message: `${what} ${show_quote(path)} leaves the repository`,
                why: "a link on the way leads out of the catalog's folder",
                fix: "copy what it leads to into the repository",
            };
        case "missing": {
            const near = meant.find((one) => host.look(one) === wanted) ?? nearestPath(host, path, wanted);
            const fix = near === undefined ? "make it, or mark the service `planned: true`" : `did you mean ${show_quote(near)}?`;
            return { code: "catalog/missing-file", message: `${what} ${show_quote(path)} does not exist`, fix };
        }
        default: {
            const inside = wanted === "file" ? nearestPath(host, `${path}/Dockerfile`, "file") : undefined;
            const fix = inside === undefined ? `name a ${wanted}` : `did you mean ${show_quote(inside)}?`;
            const found = kind === "other" ? "neither file nor folder" : `a ${kind}`;
            return { code: "catalog/missing-file", message: `${what} ${show_quote(path)} is ${found}`, fix };
        }
    }
}
function nearestPath(host, path, wanted) {
    const parts = path.split("/");
    const found = [];
    for (const [i, part] of parts.entries()) {
        const folder = found.length === 0 ? "." : found.join("/");
        const names = host.list(folder);
        const last = i === parts.length - 1;
        const kind = last ? wanted : "folder";
        const here = names.includes(part) ? part : undefined;
        const fits = (name) => host.look(folder === "." ? name : `${folder}/${name}`) === kind;
        const name = here ?? suggest_nearest(part, names.filter(fits)) ?? (last ? onlyLike(part, names.filter(fits)) : undefined);
        if (name === undefined)
            return undefined;
        found.push(name);
    }
    const result = found.join("/");
    return host.look(result) === wanted ? result : undefined;
}
function onlyLike(name, names) {
    const stem = name.split(".", 1)[0] ?? name;
    const like = names.filter((one) => one.startsWith(`${stem}.`) && !one.endsWith(".dockerignore"));
    return like.length === 1 ? like[0] : undefined;
}

;








function resolve(raw, around, written, problems) {
    const entries = Object.entries(raw.services);
    checkLayers(raw, around.host, written, problems);
    const services = entries
        .filter(([name, service]) => service.planned !== true && !problems.spoiled(["services", name, "planned"]))
        .map(([name, service]) => resolveService(raw, name, service, around, written, problems));
    checkImages(services.filter((one) => one !== undefined), written, problems);
    return {
        project: raw.project,
        network: {
            name: raw.network?.name ?? raw.project,
            ...(raw.network?.subnet !== undefined && { subnet: raw.network.subnet }),
        },
        phases: phasesOf(raw, written),
        services: services.filter((one) => one !== undefined),
        planned: entries
            .filter(([, service]) => service.planned === true)
            .map(([name, { title, phase }]) => {
            const at = written.locate(["services", name], "key");
            return { name, title: title ?? titleOf(name), ...(phase !== undefined && { phase }), at };
        }),
        externals: Object.entries(raw.externals ?? {}).map(([name, external]) => resolveExternal(raw, name, external, written, problems)),
    };
}
function phasesOf({ phases }, { locate }) {
    return Object.entries(phases ?? {})
        .map(([id, { title }]) => ({ id, title: title ?? id, at: locate(["phases", id], "key") }))
        .sort(({ at: a }, { at: b }) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
        .map(({ id, title }) => ({ id, title }));
}
function resolveService(raw, name, service, around, written, problems) {
    const base = ["services", name];
    const phase = service.phase === undefined ? undefined : raw.phases?.[service.phase];
    const { health: rawHealth, ...own } = service;
    const layers = [raw.defaults, phase, own];
    const settings = mergeSettings(layers);
    const ports = service.ports ?? [];
    const images = imageOf(raw, name, service, around.registry, written, problems);
    const context = service.context ?? ".";
    const dockerfile = service.dockerfile ?? (context === "." ? "Dockerfile" : `${context}/Dockerfile`);
    checkPaths(base, service, context, dockerfile, around.host, written, problems);
    const health = rawHealth === undefined ? undefined : resolveHealth(rawHealth, ports, [raw.defaults?.health, phase?.health]);
    if (health !== undefined && "code" in health) {
        const path = [...base, "health"];
        if (!problems.touched([...base, "ports"]) && !problems.touched(path))
            problems.add(health, written.locate(path, "key"), path);
        return undefined;
    }
    if (images === undefined)
        return undefined;
    return {
        name,
        title: service.title ?? titleOf(name),
        ...(service.description !== undefined && { description: service.description }),
        ...(service.phase !== undefined && { phase: service.phase }),
        ...images,
        dockerfile,
        context,
        ...(service.target !== undefined && { target: service.target }),
        ...settings,
        ports,
        ...(health !== undefined && { health }),
        needs: [...new Set(needsOf(raw, name, service))],
        at: written.locate(base, "key"),
    };
}
function resolveExternal(raw, name, external, written, problems) {
    const ports = external.ports ?? [];
    const base = ["externals", name];
    const path = [...base, "health"];
    const health = external.health === undefined ? undefined : resolveHealth(external.health, ports, [raw.defaults?.health]);
    const wrong = health !== undefined && "code" in health;
    if (wrong && !problems.touched(path) && !problems.touched([...base, "ports"]))
        problems.add(health, written.locate(path, "key"), path);
    return {
        name,
        image: external.image,
        ...(external.command !== undefined && { command: external.command }),
        env: external.env ?? {},
        ports,
        ...(health !== undefined && !wrong && { health }),
        needs: [...new Set(external.needs ?? [])],
        at: written.locate(base, "key"),
    };
}
function imageOf(raw, name, service, registry, { locate }, problems) {
    const path = service.image === undefined ? ["image"] : ["services", name, "image"];
    if (problems.spoiled(["services", name, "image"]) || problems.spoiled(["image"]))
        return undefined;
    const template = service.image ?? raw.image ?? "{{name}}";
    if (service.phase === undefined && /\{\{\s*phase\s*\}\}/.test(template)) {
        const message = `the image name uses {{phase}}, and ${name} has none`;
        const at = locate(service.image === undefined ? ["services", name] : path, "key");
        problems.add({ code: "catalog/template", message, fix: "give it a phase, or an `image` of its own" }, at);
        return undefined;
    }
    const { phase } = service;
    const text = expand(template, {
        name,
        project: raw.project,
        ...(phase !== undefined && { phase: phase.toLowerCase() }),
    });
    const parsed = parseImageName(text);
    if (!parsed.ok) {
        if (!problems.spoiled(["services", name]))
            problems.add(parsed.fault, locate(path, "value"), path);
        return undefined;
    }
    const { host = raw.registry ?? "docker.io", path: rest } = parsed.value;
    return { image: `${registry ?? host}/${rest}`, declaredImage: `${host}/${rest}` };
}
function checkPaths(base, service, context, dockerfile, host, { locate }, problems) {
    const contextPath = [...base, "context"];
    const spoiled = problems.spoiled(contextPath);
    const contextFault = spoiled ? undefined : pathFault(host, "context", context, "folder");
    if (contextFault !== undefined)
        problems.add(contextFault, locate(contextPath, "value"), contextPath);
    const path = [...base, "dockerfile"];
    if (problems.spoiled(path))
        return;
    if (service.dockerfile === undefined && problems.spoiled(contextPath))
        return;
    const fault = pathFault(host, "Dockerfile", dockerfile, "file", context === "." ? [] : [`${context}/${dockerfile}`]);
    if (fault !== undefined) {
        const at = service.dockerfile === undefined ? locate(base, "key") : locate(path, "value");
        problems.add(fault, at, path);
    }
}
function checkLayers(raw, host, { locate, list }, problems) {
    const layers = [
        [["defaults"], raw.defaults],
        ...Object.entries(raw.phases ?? {}).map(([id, layer]) => [["phases", id], layer]),
        ...Object.entries(raw.services).map(([id, layer]) => [["services", id], layer]),
    ];
    for (const [base, layer] of layers) {
        for (const [key, what] of [
            ["args", "build argument"],
            ["labels", "label"],
        ]) {
            for (const [name, value] of Object.entries(layer?.[key] ?? {})) {
                const fault = credentialFault(what, name, value);
                const path = [...base, key, name];
                if (fault !== undefined)
                    problems.add(fault, locate(path, "value"), path);
            }
        }
        for (const [name, context] of Object.entries(layer?.contexts ?? {})) {
            const path = [...base, "contexts", name];
            const fault = context.kind === "path" ? pathFault(host, "context", context.path, "folder") : undefined;
            if (fault !== undefined)
                problems.add(fault, locate(path, "value"), path);
        }
        for (const secret of layer?.secrets ?? []) {
            if (secret.from !== "file" || host.look(secret.file) !== "outside")
                continue;
            const written = list([...base, "secrets"]);
            const index = written.findIndex((one) => one?.id === secret.id);
            const fault = pathFault(host, "secret file", secret.file, "file");
            if (fault !== undefined)
                problems.add(fault, locate([...base, "secrets", index, "file"], "value"));
        }
    }
}
function checkImages(services, { locate }, problems) {
    const seen = new Map();
    for (const service of services) {
        const first = seen.get(service.image);
        if (first === undefined) {
            seen.set(service.image, service);
            continue;
        }
        const message = `${service.name} and ${first.name} (line ${first.at.line}) have one image, ${show_quote(service.image)}`;
        const why = "each would overwrite the other's tags";
        const fix = "use {{name}} in `image`, or give one of them an `image` of its own";
        const own = locate(["services", service.name, "image"], "value");
        problems.add({ code: "catalog/duplicate-image", message, why, fix }, own);
    }
}
function titleOf(name) {
    return name.replaceAll(/(^|[-_.]+)([a-z0-9])/g, (_, before, letter) => before === "" ? letter.toUpperCase() : ` ${letter.toUpperCase()}`);
}

var json_schema_processors = __webpack_require__(8439);
var registries = __webpack_require__(9396);
var schemas = __webpack_require__(2311);
var core = __webpack_require__(8532);
;




function parsed(parse) {
    return schemas .YjP().transform((text, context) => read(parse, text, context));
}
function parsedOrNumber(parse) {
    return schemas .KCZ([schemas .YjP(), schemas .aig()]).transform((value, context) => read(parse, String(value), context));
}
function read(parse, text, context) {
    const result = parse(text);
    if (result.ok)
        return result.value;
    context.addIssue({ code: "custom", message: result.fault.message, params: { fault: result.fault } });
    return core .tm;
}
const fault = (found, text) => found === undefined ? good(text) : bad(found);
function template(allowed) {
    return (text) => fault(templateFault(text, allowed), text);
}
const someText = (text) => text.trim() === ""
    ? bad({ code: "catalog/value", message: "an empty text", fix: "write something, or leave the key out" })
    : good(text);
const oneLine = (text) => /[\n\r]/.test(text)
    ? bad({ code: "catalog/value", message: `${show_quote(text)} holds a line end`, fix: "write it on one line" })
    : someText(text);
const envName = parseNameOf("an environment variable", /^[A-Za-z_][A-Za-z0-9_.-]*$/, "LOG_LEVEL");
const secretId = parseNameOf("a secret", /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, "npm_token");
const anyText = schemas .KCZ([schemas .YjP(), schemas .aig(), schemas .zMY()]).transform(String);
const templated = schemas .KCZ([schemas .YjP(), schemas .aig(), schemas .zMY()])
    .transform((value, context) => read(template(), String(value), context));
function mapOf(key, value) {
    return schemas .g1P(schemas .YjP(), value).superRefine((map, context) => {
        if (typeof map !== "object" || map === null || Array.isArray(map))
            return;
        for (const name of Object.keys(map)) {
            const result = key(name);
            if (result.ok)
                continue;
            const params = { fault: result.fault, at: "key" };
            context.addIssue({ code: "custom", message: result.fault.message, path: [name], params });
        }
    }, { when: () => true });
}
const word = (words) => parsed(parseWord(words)).meta({ enum: words });
const yesNo = schemas .vkY((value) => (value === "True" || value === "TRUE" ? true : value === "False" || value === "FALSE" ? false : value), schemas .zMY());
const positive = schemas .aig().int().min(1);

;



const duration = parsed(parseDuration);
const timingShape = {
    start_period: duration
        .optional()
        .meta({ description: "Failures in this time after the start do not count.", default: "60s", examples: ["90s"] }),
    interval: duration
        .optional()
        .meta({ description: "Time from one try to the next.", default: "1s", examples: ["500ms"] }),
    timeout: duration.optional().meta({ description: "How long one try may take.", default: "5s", examples: ["10s"] }),
    retries: positive.optional().meta({
        description: "Failed tries after the start period that make it unhealthy.",
        default: 3,
        examples: [5],
    }),
};
const health_schema_timing = schemas .rej(timingShape);
const health_schema_status = schemas .KCZ([
    parsedOrNumber(parseStatus).transform((range) => [range]),
    schemas .YOg(parsedOrNumber(parseStatus)).min(1),
]);
const healthMap = schemas .rej({
    path: parsed(parseHealthPath)
        .optional()
        .meta({
        description: "Path to ask for over HTTP. The host is always the container itself.",
        examples: ["/health"],
    }),
    port: parsedOrNumber(parsePortNumber)
        .optional()
        .meta({
        description: "Port of the container to ask on. Without it, the first TCP port of `ports`.",
        examples: [8080],
    }),
    method: word(["GET", "HEAD", "POST"])
        .optional()
        .meta({ description: "HTTP method: GET, HEAD or POST.", default: "GET" }),
    headers: mapOf(parseHeaderName, anyText.transform((text, context) => read(oneLine, text, context)))
        .optional()
        .meta({ description: "Headers to send along.", examples: [{ Accept: "application/json" }] }),
    status: health_schema_status.optional().meta({
        description: "Statuses that count as healthy: one, a range, or a list of them.",
        default: "200-399",
        examples: [200, "200-299", [200, 204]],
    }),
    body: schemas .YjP()
        .min(1)
        .optional()
        .meta({ description: "The answer must contain this text.", examples: ["healthy"] }),
    tcp: parsedOrNumber(parsePortNumber)
        .optional()
        .meta({ description: "Instead of HTTP: this port must accept a connection.", examples: [6379] }),
    command: schemas .YOg(schemas .YjP())
        .min(1)
        .optional()
        .meta({
        description: "Instead of HTTP: this program, run in the container without a shell, must end with 0.",
        examples: [["redis-cli", "ping"]],
    }),
    ...timingShape,
});
const health = schemas .KCZ([parsed(parseHealthPath), healthMap]);

var dayjs_min = __webpack_require__(3706);
var advancedFormat = __webpack_require__(5440);
var timezone = __webpack_require__(7818);
var utc = __webpack_require__(5279);
var weekOfYear = __webpack_require__(4901);
;





dayjs_min.extend(utc);
dayjs_min.extend(timezone);
dayjs_min.extend(weekOfYear);
dayjs_min.extend(advancedFormat);
const dates = ["date", "commit_date"];
const defaultFormat = "YYYYMMDD-HHmmss";
function parseExpression(text, names) {
    if (text.includes("${{"))
        return { message: "GitHub's expressions are not evaluated here", fix: "use one such as {{is_default_branch}}" };
    const parts = [];
    let from = 0;
    for (const found of text.matchAll(/\{\{\s*(.*?)\s*\}\}/g)) {
        if (found.index > from)
            parts.push({ kind: "text", text: text.slice(from, found.index) });
        const part = parsePart(found[1] ?? "", names);
        if ("message" in part)
            return part;
        parts.push(part);
        from = found.index + found[0].length;
    }
    const rest = text.slice(from);
    if (rest.includes("{{"))
        return { message: "a {{ is never closed", fix: "write }} after the name" };
    if (rest !== "")
        parts.push({ kind: "text", text: rest });
    return parts;
}
function parsePart(inner, names) {
    const [, name = "", arguments_ = ""] = /^([a-z_]+)(?:\s+(.*))?$/s.exec(inner) ?? [];
    if (names.includes(name) && arguments_ === "")
        return { kind: "name", name };
    if (!dates.includes(name)) {
        const known = [...names, "date 'FORMAT'"].map((one) => `{{${one}}}`).join(", ");
        return { message: `{{${inner}}} stands for nothing`, fix: `here can stand ${known}` };
    }
    const quoted = /^(?:(?:'([^']*)'|"([^"]*)")\s*)?(?:tz=(?:'([^']*)'|"([^"]*)"))?$/.exec(arguments_);
    const fix = `write {{${name} 'YYYYMMDD'}} or {{${name} 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}`;
    if (quoted === null)
        return { message: `{{${inner}}} cannot be read`, fix };
    const zone = quoted[3] ?? quoted[4] ?? "UTC";
    if (!isZone(zone))
        return { message: `${zone} is no time zone`, fix: "write it as in UTC or Asia/Tokyo" };
    return { kind: "date", name, format: quoted[1] ?? quoted[2] ?? defaultFormat, zone };
}
function isZone(zone) {
    try {
        new Intl.DateTimeFormat("en", { timeZone: zone });
        return true;
    }
    catch {
        return false;
    }
}
function render(expression, values) {
    let text = "";
    for (const part of expression) {
        const value = partValue(part, values);
        if (value === undefined)
            return undefined;
        text += value;
    }
    return text;
}
function partValue(part, { names, date }) {
    switch (part.kind) {
        case "text":
            return part.text;
        case "name":
            return Object.hasOwn(names, part.name) ? names[part.name] : undefined;
        case "date":
            return date === undefined ? undefined : dayjs_min(date).tz(part.zone).format(part.format);
        default:
            return part;
    }
}

;

const globalNames = [
    ...["branch", "tag", "sha", "base_ref", "is_default_branch", "is_not_default_branch"],
    ...["name", "phase", "project", "revision", "short_revision"],
];
const versionNames = ["raw", "version", "major", "minor", "patch"];
const types = {
    schedule: { priority: 1000, attributes: ["pattern"] },
    semver: { priority: 900, attributes: ["pattern", "value", "match"] },
    pep440: { priority: 900, attributes: ["pattern", "value", "match"] },
    match: { priority: 800, attributes: ["pattern", "group", "value"] },
    edge: { priority: 700, attributes: ["branch"] },
    ref: { priority: 600, attributes: ["event"] },
    raw: { priority: 200, attributes: ["value"] },
    sha: { priority: 100, attributes: ["format"] },
};
const commonAttributes = ["type", "enable", "priority", "prefix", "suffix"];
function parseRule(text) {
    const fields = splitFields(text.trim());
    if (!Array.isArray(fields))
        return fields;
    const attributes = readAttributes(fields);
    if (!(attributes instanceof Map))
        return attributes;
    const kind = attributes.get("type") ?? "raw";
    if (!attributes.has("type") && !attributes.has("value")) {
        const fix = "begin it with type=, and put it in quotes where it stands in [ ]: a comma divides the items there";
        return { message: "the rule has neither a type nor a value", fix };
    }
    if (!isKind(kind))
        return { message: `there is no type ${kind}`, fix: `the types are ${Object.keys(types).join(", ")}` };
    const { priority, attributes: own } = types[kind];
    const unknown = [...attributes.keys()].find((key) => !commonAttributes.includes(key) && !own.includes(key));
    if (unknown !== undefined)
        return {
            message: `type=${kind} has no attribute ${unknown}`,
            fix: `it has ${[...own, ...commonAttributes.slice(1)].join(", ")}`,
        };
    const given = attributes.get("priority") ?? `${priority}`;
    if (!/^-?\d{1,9}$/.test(given))
        return { message: `priority ${given} is no whole number` };
    const prefix = attributes.get("prefix") ?? defaultPrefix(kind, attributes.get("event"));
    return rule_build((expression) => {
        const common = {
            text,
            priority: Number(given),
            enable: expression(attributes.get("enable") ?? "true"),
            prefix: expression(prefix),
            suffix: expression(attributes.get("suffix") ?? ""),
        };
        return specific(kind, common, attributes, expression);
    });
}
class Wrong extends Error {
    fault;
    constructor(fault) {
        super(fault.message);
        this.fault = fault;
    }
}
function rule_build(make) {
    try {
        return make((text, names = []) => {
            const found = parseExpression(text, [...names, ...globalNames]);
            if ("message" in found)
                throw new Wrong(found);
            return found;
        });
    }
    catch (error) {
        if (error instanceof Wrong)
            return error.fault;
        throw error;
    }
}
function specific(kind, common, given, expression) {
    const value = given.get("value") === undefined ? {} : { value: expression(given.get("value") ?? "") };
    switch (kind) {
        case "schedule":
            return { kind, ...common, pattern: expression(given.get("pattern") || "nightly") };
        case "semver":
        case "pep440": {
            const pattern = demand(given, kind, "pattern", "{{version}}");
            const match = given.get("match");
            return {
                ...{ kind, ...common, ...value },
                pattern: expression(pattern, versionNames),
                raw: /^\{\{\s*raw\s*\}\}$/.test(pattern),
                ...(match && { match: toRegExp(match) }),
            };
        }
        case "match": {
            const group = given.get("group") ?? "0";
            if (!/^\d{1,2}$/.test(group))
                throw new Wrong({ message: `group ${group} is no number` });
            const pattern = toRegExp(demand(given, kind, "pattern", "v(.*)"));
            return { kind, ...common, ...value, pattern, group: Number(group) };
        }
        case "edge": {
            const branch = given.get("branch");
            return { kind, ...common, ...(branch && { branch }) };
        }
        case "ref": {
            const event = demand(given, kind, "event", "branch");
            if (event !== "branch" && event !== "tag" && event !== "pr")
                throw new Wrong({ message: `there is no event ${event}`, fix: "the events are branch, tag and pr" });
            return { kind, ...common, event };
        }
        case "raw":
            return { kind, ...common, value: expression(demand(given, kind, "value", "latest")) };
        case "sha": {
            const format = given.get("format") || "short";
            if (format !== "short" && format !== "long")
                throw new Wrong({ message: `there is no format ${format}`, fix: "the formats are short and long" });
            return { kind, ...common, format };
        }
        default:
            return kind;
    }
}
function demand(given, kind, key, example) {
    const value = given.get(key);
    if (value)
        return value;
    throw new Wrong({ message: `type=${kind} needs ${key}`, fix: `write it as in type=${kind},${key}=${example}` });
}
function toRegExp(text) {
    const [, source = text, flags = ""] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
    try {
        return new RegExp(source, flags.replace(/[gy]/g, ""));
    }
    catch {
        throw new Wrong({ message: `${text} is no regular expression` });
    }
}
function defaultPrefix(kind, event) {
    if (kind === "sha")
        return "sha-";
    return kind === "ref" && event === "pr" ? "pr-" : "";
}
function readAttributes(fields) {
    const result = new Map();
    for (const field of fields) {
        const [, key, value] = /^([A-Za-z0-9_-]+)=(.*)$/s.exec(field) ?? [];
        const [name, text] = key === undefined ? ["value", field] : [key.toLowerCase(), (value ?? "").trim()];
        if (result.has(name))
            return { message: `${name} is said twice` };
        if (key === undefined && (result.get("type") ?? "raw") !== "raw")
            return { message: `${field} has no attribute name` };
        result.set(name, text);
    }
    return result;
}
function splitFields(text) {
    const fields = [];
    let at = 0;
    while (at <= text.length) {
        const rest = text.slice(at);
        const [all, quoted, plain] = /^\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/.exec(rest) ?? [rest, undefined, rest];
        const field = quoted === undefined ? (plain ?? "").trim() : quoted.replaceAll('""', '"');
        if (quoted === undefined && field.startsWith('"'))
            return { message: "a quote is never closed" };
        if (field === "")
            return { message: text === "" ? "an empty rule" : "an empty field between commas" };
        fields.push(field);
        at += all.length + 1;
    }
    return fields;
}
function isKind(text) {
    return Object.hasOwn(types, text);
}

;

const legalTag = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
function checkRule(text) {
    const rule = parseRule(text);
    return "message" in rule ? rule : (wrongText(rule) ?? wrongWhole(rule));
}
function wrongText(rule) {
    const [first] = rule.prefix;
    for (const part of [...rule.prefix, ...bodyOf(rule), ...rule.suffix]) {
        if (part.kind !== "text")
            continue;
        const start = part === first && /^[.-]/.test(part.text);
        if (start || /[^a-zA-Z0-9._-]/.test(part.text) || part.text.length > 128)
            return illegal(part.text);
    }
    return undefined;
}
function wrongWhole(rule) {
    if (rule.kind !== "raw")
        return undefined;
    const parts = [...rule.prefix, ...rule.value, ...rule.suffix];
    const texts = parts.map((part) => (part.kind === "text" ? part.text : undefined));
    if (texts.includes(undefined))
        return undefined;
    const tag = texts.join("");
    return legalTag.test(tag) ? undefined : illegal(tag);
}
function bodyOf(rule) {
    switch (rule.kind) {
        case "raw":
            return rule.value;
        case "schedule":
        case "semver":
        case "pep440":
            return rule.pattern;
        default:
            return [];
    }
}
function illegal(text) {
    const why = text.length > 128
        ? `it has ${text.length} characters, 128 are allowed`
        : 'a tag holds letters, digits and "_", ".", "-", and begins with neither "." nor "-"';
    return { message: `no tag can hold "${text}"`, why, fix: "write it with the letters a tag may have" };
}

;







const secret = schemas .KCZ([
    parsed((text) => {
        const name = secretId(text);
        return name.ok ? envName(text) : name;
    }).transform((id) => ({ id, from: "env", env: id })),
    schemas .rej({
        id: parsed(secretId).meta({ description: "Name by which the Dockerfile mounts it.", examples: ["npm_token"] }),
        env: parsed(envName)
            .optional()
            .meta({ description: "Environment variable that holds it.", examples: ["NPM_TOKEN"] }),
        file: parsed(parsePath)
            .optional()
            .meta({ description: "File of the repository's folder that holds it.", examples: ["secrets/npm"] }),
    })
        .transform(({ id, env, file }, context) => {
        if (env !== undefined && file !== undefined) {
            const both = {
                code: "catalog/value",
                message: `secret ${id} has both env and file`,
                fix: "keep one of them",
            };
            context.addIssue({ code: "custom", message: both.message, params: { fault: both } });
            return core .tm;
        }
        if (file !== undefined)
            return { id, from: "file", file };
        return { id, from: "env", env: env ?? id };
    }),
]);
const namedContext = schemas .YjP().transform((text, context) => {
    const rest = /^([a-z-]+):(?:\/\/)?(.*)$/s.exec(text);
    switch (rest?.[1]) {
        case "target":
            return { kind: "service", service: read(parseServiceName, rest[2] ?? "", context) };
        case "docker-image":
            return { kind: "image", ref: read(names_parseReference, rest[2] ?? "", context) };
        case "http":
        case "https":
        case "git":
            if (/^(?:https?|git):\/\/[^\s-][^\s]*$/.test(text))
                return { kind: "url", url: text };
    }
    return { kind: "path", path: read(parsePath, text, context) };
});
const settings_schema_hardening = schemas .rej({
    read_only: yesNo.optional().meta({ description: "The container cannot write to its own root.", default: true }),
    tmpfs: schemas .YOg(parsed((text) => /^\/[^\s,:]*(?::[a-z0-9=,]+)?$/.test(text)
        ? good(text)
        : bad({ code: "catalog/value", message: `${show_quote(text)} is no folder`, fix: 'write it as in "/tmp"' })))
        .optional()
        .meta({ description: "Folders in memory that can be written to.", default: ["/tmp"] }),
    cap_drop: schemas .YOg(parsed(parseNameOf("a capability", /^[A-Z][A-Z_]+$/, "ALL")))
        .optional()
        .meta({ description: "Capabilities that are taken away.", default: ["ALL"] }),
    no_new_privileges: yesNo
        .optional()
        .meta({ description: "No program in the container gains rights over its parent.", default: true }),
    memory: parsedOrNumber(parseSize)
        .optional()
        .meta({ description: "Most memory it may take.", examples: ["256mb"] }),
    pids: positive.optional().meta({ description: "Most processes it may run.", examples: [100] }),
});
const verify = schemas .rej({
    user: parsedOrNumber(parseUser)
        .optional()
        .meta({
        description: "Numeric user, or user and group, that the image must run as.",
        examples: ["65532:65532"],
    }),
    max_size: parsedOrNumber(parseSize)
        .optional()
        .meta({ description: "Largest compressed size of the image.", examples: ["200mb"] }),
    labels: schemas .YOg(parsed(parseNameOf("a label", /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, "org.opencontainers.image.revision")))
        .optional()
        .meta({
        description: "Labels that the image must have, filled in.",
        examples: [["org.opencontainers.image.revision"]],
    }),
});
const policy = schemas .rej({
    smoke: word(["required", "advisory", "off"]).optional().meta({
        description: "Floating tags move only after smoke (required), whatever it says (advisory), or it is not run (off).",
        default: "required",
    }),
    verify: word(["required", "advisory"]).optional().meta({
        description: "A failed check of the pushed image stops it (required), or is only told (advisory).",
        default: "required",
    }),
});
const runnerLabel = parsed(parseNameOf("a runner's label", /^[A-Za-z0-9][A-Za-z0-9 ._:+=/@-]{0,127}$/, "ubuntu-24.04-arm"));
const tagRule = parsed((text) => {
    const wrong = checkRule(text);
    if (wrong === undefined)
        return good(text);
    const fix = wrong.fix ?? 'write it as in "type=sha,prefix=" (docs/tags.md)';
    return bad({
        code: "catalog/tag-rule",
        message: show(wrong.message, 200),
        ...(wrong.why && { why: wrong.why }),
        fix,
    });
});
const needs = schemas .YOg(parsed(parseServiceName))
    .optional()
    .meta({ description: "Services and externals that must be healthy before this one starts.", examples: [["redis"]] });
const env = mapOf(envName, anyText)
    .optional()
    .meta({ description: "Environment of the running container.", examples: [{ LOG_LEVEL: "INFO" }] });
const ports = schemas .YOg(parsedOrNumber(parsePort))
    .optional()
    .meta({
    description: "Ports in Compose's short form: the container's, or the host's and the container's.",
    examples: [[8080, "8081:8080", "53:53/udp"]],
});
const settingsShape = {
    platforms: schemas .YOg(parsed(parsePlatform))
        .min(1)
        .optional()
        .meta({
        description: "Platforms to build for.",
        default: ["linux/arm64"],
        examples: [["linux/arm64", "linux/amd64"]],
    }),
    runners: mapOf((text) => parsePlatform(text), schemas .KCZ([runnerLabel, schemas .YOg(runnerLabel).min(1)]))
        .optional()
        .meta({
        description: "Runner for each platform, in GitHub's words: a label, or a list of all that a self-hosted one must have. Without it, ubuntu-24.04-arm for linux/arm64 and ubuntu-24.04 for the others.",
        examples: [{ "linux/arm64": ["self-hosted", "raspberry-pi"] }],
    }),
    ttl: parsed(parseAge)
        .optional()
        .meta({
        description: "Time-to-live: with `stale`, the image is built anew once in this time, whatever has changed (docs/nightly.md).",
        examples: ["7d"],
    }),
    tags: schemas .YOg(tagRule)
        .optional()
        .meta({
        description: "Rules for tags that are written once and never moved, in the words of docker/metadata-action.",
        default: ["type=sha,prefix="],
        examples: [["type=sha,prefix=", "type=semver,pattern={{version}}"]],
    }),
    floating: schemas .YOg(tagRule)
        .optional()
        .meta({
        description: "Rules for tags that move to the new image, after smoke only.",
        default: ["type=raw,value=latest"],
        examples: [["type=raw,value=latest-arm64"]],
    }),
    labels: mapOf(parseNameOf("a label", /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, "com.acme.team"), templated)
        .optional()
        .meta({
        description: "Labels of the image. Values may use {{name}}, {{phase}} and the like.",
        examples: [{ "com.acme.service": "{{name}}" }],
    }),
    args: mapOf(parseNameOf("a build argument", /^[A-Za-z_][A-Za-z0-9_]*$/, "VERSION"), templated)
        .optional()
        .meta({
        description: "Build arguments. Values may use {{name}}, {{phase}} and the like.",
        examples: [{ VERSION: "1.0.0" }],
    }),
    secrets: schemas .YOg(secret)
        .optional()
        .meta({
        description: "Build secrets: an id, taken from the environment variable of that name or from what is said.",
        examples: [["npm_token", { id: "pip", env: "PIP_CONF" }]],
    }),
    contexts: mapOf(parseNameOf("a context", /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/, "shared"), namedContext)
        .optional()
        .meta({
        description: "Named build contexts: target:SERVICE, docker-image://REFERENCE, a folder, or an http(s) or git address.",
        examples: [{ shared: "libs/shared", base: "target:python-base" }],
    }),
    env,
    needs,
    hardening: settings_schema_hardening.optional().meta({ description: "How tightly the container is held when it is tried." }),
    verify: verify.optional().meta({ description: "What the pushed image must satisfy." }),
    policy: policy.optional().meta({ description: "Which checks stand between an image and its floating tags." }),
};
const settings = schemas .rej({
    ...settingsShape,
    health: health_schema_timing.optional().meta({ description: "How often and how long health checks try." }),
});

;






const title = parsed(oneLine).optional();
const phase = schemas .rej({
    title: title.meta({ description: "Name of the phase, for people.", examples: ["Core Services"] }),
    ...settings.shape,
});
const phaseId = parseNameOf("a phase", /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, '"1"');
const service = schemas .rej({
    phase: parsedOrNumber(phaseId)
        .optional()
        .meta({ description: "The phase it belongs to: a key of `phases`.", examples: ["3"] }),
    title: title.meta({
        description: "Name of the service, for people. Without it, made of its name.",
        examples: ["API Gateway"],
    }),
    description: parsed(someText)
        .optional()
        .meta({ description: "What it is, in a sentence.", examples: ["Entry point of all APIs"] }),
    planned: yesNo.optional().meta({
        description: "True for a service that has no Dockerfile yet: it only counts in the progress.",
        default: false,
    }),
    dockerfile: parsed(parsePath)
        .optional()
        .meta({
        description: "Its Dockerfile, relative to the catalog's folder. Without it, `Dockerfile` in the context.",
        examples: ["services/api/Dockerfile"],
    }),
    context: parsed(parsePath)
        .optional()
        .meta({
        description: "Folder that the build sees, relative to the catalog's folder.",
        default: ".",
        examples: ["services/api"],
    }),
    target: parsed(parseNameOf("a stage", /^[A-Za-z0-9][A-Za-z0-9._-]*$/, "runtime"))
        .optional()
        .meta({ description: "Stage of the Dockerfile to build. Without it, the last.", examples: ["runtime"] }),
    image: parsed(template(catalogNames))
        .optional()
        .meta({
        description: "Name of the image, in place of the one that the catalog's `image` gives.",
        examples: ["acme/api"],
    }),
    ports: ports,
    health: health.optional().meta({
        description: "How to see that it works: a path to ask for over HTTP, or a map with a path, a TCP port or a command.",
        examples: ["/health", { path: "/health", body: "healthy" }, { tcp: 6379 }],
    }),
    ...settingsShape,
});
const external = schemas .rej({
    image: parsed(names_parseReference).meta({ description: "The image to run.", examples: ["mongo:7"] }),
    command: schemas .YOg(schemas .YjP())
        .min(1)
        .optional()
        .meta({
        description: "What to run in it, in place of the image's own command.",
        examples: [["mongod", "--quiet"]],
    }),
    env: env,
    ports: ports,
    health: health
        .optional()
        .meta({ description: "How to see that it works, as for a service.", examples: [{ tcp: 27017 }] }),
    needs: needs,
});
const catalogSchema = schemas .rej({
    version: schemas .euz(1).meta({ description: "Version of this format: 1." }),
    project: parsed(parseNameOf("a project", /^[a-z0-9][a-z0-9_-]{0,62}$/, "lucid")).meta({
        description: "Name of the project: lower case, digits, dashes.",
        examples: ["lucid"],
    }),
    registry: parsed(parseRegistry)
        .optional()
        .meta({
        description: "Registry that images are pushed to, perhaps with a path that all share.",
        default: "docker.io",
        examples: ["ghcr.io/acme"],
    }),
    image: parsed(template(catalogNames))
        .optional()
        .meta({
        description: "Name of each image below the registry. May use {{name}}, {{phase}} and {{project}}.",
        default: "{{name}}",
        examples: ["acme/lucid-{{name}}"],
    }),
    network: schemas .rej({
        name: parsed(parseNameOf("a network", /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, "lucid-net"))
            .optional()
            .meta({ description: "Its name. Without it, the project's.", examples: ["lucid-pi-network"] }),
        subnet: parsed(parseSubnet)
            .optional()
            .meta({ description: "Its addresses.", examples: ["172.20.0.0/16"] }),
    })
        .optional()
        .meta({ description: "Network that the services share when they run." }),
    defaults: settings
        .optional()
        .meta({ description: "Settings of all services. A phase and a service may override each of them." }),
    phases: mapOf(phaseId, phase)
        .optional()
        .meta({
        description: "Groups of services in the order of the plan, by id. Each may have settings of its own.",
        examples: [{ "1": { title: "Base" } }],
    }),
    services: mapOf(parseServiceName, service).meta({
        description: "What is built, by name.",
        examples: [{ api: { context: "services/api", ports: [8080], health: "/health" } }],
    }),
    externals: mapOf(parseServiceName, external)
        .optional()
        .meta({
        description: "What services need when they run but is not built here, by name.",
        examples: [{ mongo: { image: "mongo:7", health: { tcp: 27017 } } }],
    }),
})
    .meta({ title: "Lucid service catalog, version 1", description: "Says what the services of a repository are." });

;


let schema;
function catalogJsonSchema() {
    schema ??= json_schema_processors .bl(catalogSchema, {
        target: "draft-07",
        io: "input",
        reused: "inline",
        override: ({ zodSchema, jsonSchema }) => {
            const meta = registries .fd.get(zodSchema);
            if (meta?.default !== undefined)
                jsonSchema.default = meta.default;
            if (meta?.examples !== undefined)
                jsonSchema.examples = meta.examples;
        },
    });
    return schema;
}
function allowedKeys(path) {
    let found = [catalogJsonSchema()];
    for (const step of path)
        found = found.flatMap((one) => alternatives(one)).flatMap((one) => below(one, step));
    return found.flatMap(alternatives).flatMap(({ properties }) => Object.keys(properties ?? {}));
}
function keyHome(key) {
    const places = [
        [[], "the top of the file"],
        [["services", "x"], "a service"],
        [["defaults"], "`defaults`, a phase or a service"],
        ...["network", "defaults.hardening", "defaults.verify", "defaults.policy"].map((name) => [name.split("."), `\`${name.replace("defaults.", "")}\``]),
        [["services", "x", "health"], "`health`"],
    ];
    return places.find(([path]) => allowedKeys(path).includes(key))?.[1];
}
function alternatives(one) {
    return one.anyOf === undefined ? [one] : one.anyOf.flatMap(alternatives);
}
function below({ properties, additionalProperties, items }, step) {
    if (typeof step === "number")
        return items === undefined ? [] : [items];
    const one = properties !== undefined && Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
    return typeof one === "object" ? [one] : [];
}

;




const standIns = { version: 1, project: "project", services: {}, image: "scratch" };
function validate({ value, locate }, problems) {
    const version = isObject(value) ? value.version : undefined;
    if (version !== undefined && version !== 1) {
        const message = `version ${show_quote(String(version))} of the catalog is not known`;
        const fault = { code: "catalog/version", message, fix: "write `version: 1`, or use a newer release" };
        problems.add(fault, locate(["version"], "value"));
        return undefined;
    }
    const first = catalogSchema.safeParse(value);
    if (first.success)
        return first.data;
    for (const issue of first.error.issues)
        if (!problems.full)
            report(issue, value, locate, problems);
    if (problems.full)
        return undefined;
    let rest = structuredClone(value);
    for (let issues = first.error.issues, round = 0; round < 8; round++) {
        rest = withoutWrong(rest, issues);
        const again = catalogSchema.safeParse(rest);
        if (again.success)
            return again.data;
        issues = again.error.issues;
    }
    return undefined;
}
function report(issue, root, locate, problems, base = []) {
    const path = [...base, ...issue.path];
    const value = valueAt(root, path);
    if (value === undefined && issue.code !== "custom") {
        problems.add(validate_missing(path), locate(path, "value"), path);
        return;
    }
    switch (issue.code) {
        case "unrecognized_keys":
            for (const key of issue.keys) {
                if (problems.full)
                    return;
                problems.add(unknownKey(key, path, value), locate([...path, key], "key"), [...path, key]);
            }
            return;
        case "invalid_union": {
            const branches = branchesOf(issue).filter((errors) => !errors.some(isOtherType));
            if (branches.length === 1) {
                for (const inner of branches[0] ?? [])
                    report(inner, root, locate, problems, path);
                return;
            }
            problems.add(wrongType([...new Set(expectedOf(issue))], value), locate(path, "value"), path);
            return;
        }
        case "invalid_type":
            problems.add(wrongType(expectedOf(issue), value), locate(path, "value"), path);
            return;
        case "custom": {
            const params = issue.params;
            const fault = params?.fault ?? { code: "catalog/value", message: issue.message };
            problems.add(fault, locate(path, params?.at ?? "value"), path);
            return;
        }
        default:
            problems.add({ code: "catalog/value", ...describe(issue) }, locate(path, "value"), path);
    }
}
function describe(issue) {
    switch (issue.code) {
        case "too_small":
            if (issue.origin === "array")
                return { message: "an empty list", fix: "write at least one, or leave the key out" };
            if (issue.origin === "string")
                return { message: "an empty text", fix: "write something, or leave the key out" };
            return { message: `a number below ${issue.minimum}`, fix: `write ${issue.minimum} or more` };
        case "too_big":
            return { message: `more than ${issue.maximum}`, fix: `write ${issue.maximum} or less` };
        case "invalid_value":
            return { message: `not ${either(issue.values.map(String))}` };
        default:
            return { message: show(issue.message) };
    }
}
const otherWords = {
    ...{ environment: "env", depends_on: "needs", dependencies: "needs", build_args: "args", healthcheck: "health" },
    ...{ port: "ports", expose: "ports", platform: "platforms", file: "dockerfile", tag: "tags", label: "labels" },
    ...{ build_contexts: "contexts", additional_contexts: "contexts", stage: "target", subnets: "subnet", url: "path" },
};
function unknownKey(key, path, holder) {
    const code = "catalog/unknown-key";
    const message = `unknown key ${show_quote(key)}`;
    if (key === "<<")
        return { code, message, why: "merge keys are not part of YAML 1.2", fix: "use `defaults` and `phases` instead" };
    const allowed = allowedKeys(path);
    const free = allowed.filter((name) => !isObject(holder) || !Object.hasOwn(holder, name));
    const other = otherWords[key.replaceAll("-", "_")];
    const meant = other !== undefined && allowed.includes(other) ? other : (suggest_nearest(key, free) ?? suggest_nearest(key, allowed));
    if (meant !== undefined)
        return { code, message, fix: `did you mean ${show_quote(meant)}?` };
    const home = keyHome(key);
    if (home !== undefined)
        return { code, message, fix: `it belongs under ${home}` };
    return { code, message, fix: allowed.length > 0 ? `known here: ${allowed.join(", ")}` : "remove it" };
}
function validate_missing(path) {
    const key = show(String(path.at(-1) ?? ""));
    return { code: "catalog/missing-key", message: `${show_quote(key)} is missing`, fix: `add \`${key}:\`` };
}
function wrongType(expected, value) {
    const code = "catalog/type";
    const found = typeName(value);
    const message = `${found} where ${either(expected)} is wanted`;
    if (value === null)
        return { code, message, fix: "write a value, or leave the key out" };
    if (typeof value === "number" || typeof value === "boolean")
        return expected.includes("a text") ? { code, message, fix: `write it in quotes: "${value}"` } : { code, message };
    if (typeof value === "string" && expected.includes("true or false"))
        return { code, message, fix: "write true or false, in lower case and without quotes" };
    if (typeof value === "string" && expected.some((word) => word.endsWith("number")))
        return { code, message, fix: "write a plain decimal number without quotes, without a zero before it" };
    if (expected.includes("a list"))
        return { code, message, fix: "write it in brackets, [ ], or one item a line after a dash" };
    return { code, message };
}
function typeName(value) {
    if (value === null)
        return "nothing";
    if (Array.isArray(value))
        return "a list";
    if (typeof value === "string")
        return `the text ${show_quote(value)}`;
    if (typeof value === "object")
        return "a map";
    return typeof value === "boolean" ? String(value) : `the number ${value}`;
}
const expectedNames = {
    ...{ string: "a text", number: "a number", int: "a whole number", boolean: "true or false", array: "a list" },
    ...{ object: "a map", record: "a map" },
};
function expectedOf(issue) {
    if (issue.code === "invalid_union")
        return branchesOf(issue).flat().flatMap(expectedOf);
    return issue.code === "invalid_type" ? [expectedNames[issue.expected] ?? issue.expected] : [];
}
function isOtherType(issue) {
    if (issue.path.length > 0)
        return false;
    if (issue.code === "invalid_union")
        return branchesOf(issue).every((errors) => errors.some(isOtherType));
    return issue.code === "invalid_type";
}
function branchesOf(issue) {
    return issue.errors;
}
function valueAt(root, path) {
    let value = root;
    for (const step of path) {
        if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
            return undefined;
        value = value[step];
    }
    return value;
}
function withoutWrong(root, issues) {
    const gone = new Set();
    const paths = issues.flatMap((issue) => {
        const path = issue.path;
        return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
    });
    let result = isObject(root) ? root : {};
    for (const path of paths) {
        const holder = valueAt(result, path.slice(0, -1));
        const key = path.at(-1);
        if (key === undefined)
            result = {};
        else if (Array.isArray(holder))
            gone.add(JSON.stringify(path.slice(0, -1)));
        else if (isObject(holder)) {
            delete holder[String(key)];
            const standIn = path.length === 1 || key === "image" ? standIns[String(key)] : undefined;
            if (standIn !== undefined && !(path.length === 3 && path[0] === "services"))
                holder[String(key)] = standIn;
        }
    }
    for (const text of gone) {
        const path = JSON.parse(text);
        const indexes = new Set(paths.filter((p) => JSON.stringify(p.slice(0, -1)) === text).map((p) => p.at(-1)));
        const list = valueAt(result, path);
        if (Array.isArray(list))
            list.splice(0, list.length, ...list.filter((_, i) => !indexes.has(i)));
    }
    return result;
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

var dist = __webpack_require__(8815);
;


const maxLength = 1024 * 1024;
const maxLexemes = 250_000;
const maxDepth = 64;
class Unfit extends Error {
    fault;
    offset;
    constructor(fault, offset) {
        super(fault.message);
        this.fault = fault;
        this.offset = offset;
    }
}
function* readTokens(text) {
    const large = { code: "catalog/too-large", message: "the catalog is too large", fix: "split it" };
    if (text.length > maxLength)
        throw new Unfit(large, 0);
    const odd = findInvisible(text.replace(/^\ufeff/, " "));
    if (odd !== undefined)
        throw new Unfit(illegalCharacter(text.slice(odd, odd + 2)), odd);
    const parser = new dist .iX();
    const depth = new Depth();
    let lexemes = 0;
    let offset = 0;
    for (const lexeme of new dist .JG().lex(text)) {
        if (++lexemes > maxLexemes)
            throw new Unfit(large, offset);
        const size = marks.has(lexeme) ? 0 : lexeme.length;
        if (depth.after(lexeme, size) > maxDepth)
            throw new Unfit({ code: "catalog/too-deep", message: `nested more than ${maxDepth} levels deep` }, offset);
        offset += size;
        yield* parser.next(lexeme);
    }
    yield* parser.end();
}
const marks = new Set(["\u0002", "\u0018", "\u001f"]);
class Depth {
    #flow = 0;
    #indicators = 0;
    #column = 0;
    #lineStart = true;
    #indents = [];
    after(lexeme, size) {
        const lineEnd = lexeme.lastIndexOf("\n");
        if (lexeme === "[" || lexeme === "{")
            this.#flow++;
        else if (lexeme === "]" || lexeme === "}")
            this.#flow--;
        else if (lexeme === "-" || lexeme === "?" || lexeme === ":")
            this.#indicators++;
        if (this.#lineStart && this.#flow === 0 && size > 0 && !/^\s*(?:#|$)/.test(lexeme)) {
            while ((this.#indents.at(-1) ?? -1) >= this.#column)
                this.#indents.pop();
            this.#indents.push(this.#column);
            this.#lineStart = false;
        }
        if (lineEnd < 0)
            this.#column += size;
        else {
            this.#column = size - lineEnd - 1;
            this.#indicators = 0;
            this.#lineStart = true;
        }
        return Math.max(this.#flow, this.#indents.length, this.#flow === 0 ? this.#indicators : 0);
    }
}
function illegalCharacter(text) {
    if (text.startsWith("\ufffd"))
        return { code: "catalog/character", message: "the file is not UTF-8 here", fix: "save it as UTF-8" };
    const message = `a character that one cannot see, ${codePoint(text)}`;
    return { code: "catalog/character", message, why: "it can make a text read as another one", fix: "remove it" };
}

;



const maxAliased = 20_000;
function readYaml(file, text, problems) {
    const lines = new dist .HN();
    addLines(lines, text);
    const place = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(1, line), column: Math.max(1, col) };
    };
    const stop = (fault, offset) => {
        problems.add(fault, place(offset));
        return undefined;
    };
    let document;
    try {
        document = compose(text);
    }
    catch (error) {
        if (error instanceof Unfit)
            return stop(error.fault, error.offset);
        throw error;
    }
    for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
        problems.add(syntaxFault(code, message), place(Math.min(pos[0], text.length)));
    }
    if (document.errors.length > 0)
        return undefined;
    if (document.contents === null || ((0,dist .jn)(document.contents) && document.contents.value === null))
        return stop({ code: "catalog/empty", message: "the catalog is empty", fix: "start with `version: 1`" }, 0);
    const reader = new yaml_Reader(problems, (node) => place(node.range?.[0] ?? 0));
    const value = reader.read(document.contents);
    return { value, locate: locator(document.contents, reader, place) };
}
function compose(text) {
    const composer = new dist .Dk({ schema: "core", version: "1.2", uniqueKeys: false });
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    let documents;
    try {
        documents = [...composer.compose(readTokens(text), true, text.length)];
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
    const [document, second] = documents;
    if (document === undefined)
        throw new TypeError("the composer gave no document");
    if (second !== undefined)
        document.errors.push(new dist .XT([second.range[0], second.range[0]], "MULTIPLE_DOCS", "a second document"));
    return document;
}
class yaml_Reader {
    aliases = new Map();
    #anchors = new Map();
    #open = new Set();
    #problems;
    #place;
    #inAlias = 0;
    #aliased = 0;
    constructor(problems, place) {
        this.#problems = problems;
        this.#place = place;
    }
    read(node) {
        if (node === null)
            return null;
        if ((0,dist .Vj)(node))
            return this.#alias(node, node.source);
        if (this.#inAlias > 0)
            this.#aliased++;
        const anchor = node.anchor;
        if (anchor !== undefined && this.#inAlias === 0)
            this.#anchors.set(anchor, node);
        if ((0,dist .jn)(node))
            return this.#scalar(node);
        this.#open.add(node);
        const value = (0,dist .jh)(node) ? this.#map(node) : (0,dist .oP)(node) ? this.#list(node.items) : undefined;
        this.#open.delete(node);
        return value;
    }
    #scalar(node) {
        const odd = typeof node.value === "string" && node.type === "QUOTE_DOUBLE" ? findInvisible(node.value) : undefined;
        if (odd !== undefined)
            this.#add(illegalCharacter(String(node.value).slice(odd)), node);
        return plain(node.value, node.type === "PLAIN" ? node.source : undefined);
    }
    #list(items) {
        return items.map((item) => this.read(((0,dist .tO)(item) ? null : item)));
    }
    #map(map) {
        const result = {};
        const seen = new Map();
        for (const { key, value } of map.items) {
            const name = keyText(key);
            const node = key;
            if ((0,dist .jn)(key))
                this.#scalar(key);
            if (name === undefined) {
                this.#add({ code: "catalog/key", message: "a key must be a plain word", fix: "put the key in quotes" }, node);
                continue;
            }
            const first = seen.get(name);
            if (first !== undefined) {
                const { line } = this.#place(first);
                const why = "the first one would be lost without a word";
                const message = `duplicate key ${show(name)}, first in line ${line}`;
                this.#add({ code: "catalog/duplicate-key", message, why, fix: "remove or rename one" }, node);
                continue;
            }
            seen.set(name, node);
            if (name === "__proto__") {
                this.#add({ code: "catalog/key", message: "__proto__ cannot be a key", fix: "choose another name" }, node);
                continue;
            }
            result[name] = this.read(value);
        }
        return result;
    }
    #alias(alias, name) {
        const target = this.#anchors.get(name);
        if (target === undefined) {
            this.#add({ code: "catalog/alias", message: `alias *${show(name)} has no anchor before it` }, alias);
            return null;
        }
        this.aliases.set(alias, target);
        if (this.#open.has(target)) {
            this.#add({ code: "catalog/alias", message: `alias *${show(name)} contains itself` }, alias);
            return null;
        }
        if (this.#aliased > maxAliased)
            return null;
        this.#inAlias++;
        const value = this.read(target);
        this.#inAlias--;
        if (this.#aliased > maxAliased && this.#inAlias === 0) {
            const message = "the aliases of this file stand for too much";
            const fix = "use `defaults` and `phases` in place of anchors";
            this.#add({ code: "catalog/alias", message, fix }, alias);
        }
        return value;
    }
    #add(fault, node) {
        if (this.#inAlias === 0)
            this.#problems.add(fault, this.#place(node));
    }
}
function plain(value, source) {
    if (typeof value === "bigint")
        return source ?? String(value);
    if ((typeof value === "number" || typeof value === "boolean") && source !== undefined)
        return String(value) === source ? value : source;
    return value;
}
function keyText(key) {
    if (!(0,dist .jn)(key))
        return undefined;
    if (typeof key.value === "string")
        return key.value;
    return key.value === null ? undefined : (key.source ?? String(key.value));
}
function locator(root, { aliases }, place) {
    const keys = new Map();
    const entries = (map) => {
        const known = keys.get(map);
        if (known !== undefined)
            return known;
        const index = new Map();
        for (const { key, value } of map.items) {
            const name = keyText(key);
            if (name !== undefined && !index.has(name))
                index.set(name, { key: key, value: value });
        }
        keys.set(map, index);
        return index;
    };
    return (path, what) => {
        let node = root;
        let offset = start(root, 0);
        for (const [i, step] of path.entries()) {
            if (node !== null && (0,dist .Vj)(node))
                node = aliases.get(node) ?? null;
            let key;
            let value;
            if (node !== null && (0,dist .jh)(node)) {
                const entry = entries(node).get(String(step));
                [key, value] = [entry?.key, entry?.value];
            }
            else if (node !== null && (0,dist .oP)(node)) {
                value = node.items[Number(step)];
            }
            if (key === undefined && value === undefined)
                break;
            const wantsKey = key !== undefined && (what === "key" || value == null || !hasText(value)) && i === path.length - 1;
            offset = wantsKey ? start(key, offset) : start(value, start(key, offset));
            node = value ?? null;
        }
        return place(offset);
    };
}
const start = (node, otherwise) => node?.range?.[0] ?? otherwise;
function hasText(node) {
    return node.range === undefined || node.range === null || node.range[1] > node.range[0];
}
function addLines(lines, text) {
    lines.addNewLine(0);
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
        lines.addNewLine(at + 1);
}
function syntaxFault(code, message) {
    const first = message.split("\n", 1)[0] ?? message;
    const known = {
        TAB_AS_INDENT: ["a tab at the start of a line", "indent with spaces"],
        MULTIPLE_DOCS: ["a second document begins here", "keep one catalog in a file, without `---` lines between"],
        TAG_RESOLVE_FAILED: [`a tag that means nothing here: ${show(first)}`, "remove the tag"],
    };
    const [what, fix] = known[code] ?? [`not YAML: ${show(first)}`, undefined];
    return { code: "catalog/syntax", message: what, ...(fix && { fix }) };
}

;






function loadCatalog({ file, text, root, host, registry }) {
    const problems = new Problems();
    const pushTo = registry === undefined ? undefined : parseRegistry(registry);
    if (pushTo?.ok === false)
        problems.add({ ...pushTo.fault, message: `option registry: ${pushTo.fault.message}` }, undefined);
    const yaml = readYaml(file, text, problems);
    const raw = yaml === undefined ? undefined : validate(yaml, problems);
    if (yaml === undefined || raw === undefined)
        return problems.fail();
    const written = asWritten(yaml);
    checkRelations(raw, written, problems);
    const around = { host, ...(pushTo?.ok === true && { registry: pushTo.value }) };
    const parts = resolve(raw, around, written, problems);
    if (!problems.empty)
        problems.fail();
    return { version: 1, file, root, ...parts };
}
function asWritten({ value, locate }) {
    const at = (path) => {
        let found = value;
        for (const step of path)
            found =
                typeof found === "object" && found !== null ? found[step] : undefined;
        return found;
    };
    const names = (key) => new Set(Object.keys(at([key]) ?? {}));
    const known = { services: names("services"), externals: names("externals"), phases: names("phases") };
    return {
        locate,
        names: (key) => known[key],
        list: (path) => {
            const list = at(path);
            return Array.isArray(list) ? list : [];
        },
    };
}

;




function filesBelow(root) {
    const top = (0,external_node_fs_.realpathSync)(root);
    const resolve = (name) => {
        if (name.includes("\0"))
            return "missing";
        try {
            const real = (0,external_node_fs_.realpathSync)(external_node_path_.join(top, name));
            return real === top || real.startsWith(top.endsWith(external_node_path_.sep) ? top : top + external_node_path_.sep) ? real : "outside";
        }
        catch {
            return "missing";
        }
    };
    const look = (name) => {
        const real = resolve(name);
        if (real === "missing" || real === "outside")
            return real;
        const stats = (0,external_node_fs_.statSync)(real, { throwIfNoEntry: false });
        if (stats === undefined)
            return "missing";
        return stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other";
    };
    return {
        look,
        list: (name) => {
            const real = resolve(name);
            if (real === "missing" || real === "outside")
                return [];
            try {
                return (0,external_node_fs_.readdirSync)(real).sort();
            }
            catch {
                return [];
            }
        },
    };
}
function readTextBelow(root) {
    return async (name) => {
        try {
            return await (0,promises_.readFile)(external_node_path_.join(root, name), "utf8");
        }
        catch (cause) {
            const { code, message } = cause;
            if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR")
                return undefined;
            const problem = {
                code: "dockerfile/unreadable",
                message: `${name} cannot be read`,
                why: message,
                at: { file: name },
            };
            throw new errors .yo(problem, { cause });
        }
    };
}

;
function gitIn(cwd, exec) {
    return async (args, input) => {
        try {
            const argv = ["git", "-c", "safe.directory=*", "-c", "core.quotePath=false", ...args];
            const { exitCode, stdout } = await exec(argv, {
                cwd,
                ...(input !== undefined && { input }),
                env: { GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
            });
            return exitCode === 0 ? stdout : undefined;
        }
        catch {
            return undefined;
        }
    };
}

;


const epoch = "1970-01-01T00:00:00Z";
async function readSource(git, hints = {}, modified = listModified(git)) {
    const [head, dirty, branch, remote, originHead] = await Promise.all([
        git(["rev-parse", "--verify", "HEAD^{commit}"]),
        isDirty(git, modified),
        git(["symbolic-ref", "--short", "-q", "HEAD"]),
        git(["config", "--get", "remote.origin.url"]),
        git(["symbolic-ref", "--short", "-q", "refs/remotes/origin/HEAD"]),
    ]);
    const here = head?.trim();
    const revision = (await named(git, hints.revision)) ??
        (here !== undefined && here === hints.mergeOf?.merge ? hints.mergeOf.head : here);
    const date = revision === undefined
        ? undefined
        : ((await git(["show", "-s", "--format=%ct", "--end-of-options", `${revision}^{commit}`])) ??
            (await git(["show", "-s", "--format=%ct", "HEAD"])));
    const defaultBranch = hints.defaultBranch ?? originHead?.trim().replace(/^origin\//, "");
    const url = hints.url ?? webUrl(remote?.trim());
    return {
        revision: revision ?? noGitRevision,
        committedAt: date === undefined ? epoch : new Date(Number(date.trim()) * 1000).toISOString().replace(".000Z", "Z"),
        dirty,
        event: hints.event ?? { kind: "manual", ...(branch?.trim() && { branch: branch.trim() }) },
        ...(defaultBranch && { defaultBranch }),
        ...(url && { url }),
        ...(hints.title && { title: hints.title }),
        ...(hints.description && { description: hints.description }),
        ...(hints.licenses && { licenses: hints.licenses }),
    };
}
async function isDirty(git, modified) {
    const staged = git(["diff-index", "--cached", "--name-only", "HEAD", "--", "."]);
    if (((await staged) ?? "") !== "")
        return true;
    if (((await modified) ?? "") === "")
        return false;
    return ((await git(["status", "--porcelain", "--untracked-files=no", "--", "."])) ?? "").trim() !== "";
}
async function named(git, revision) {
    if (revision === undefined || /^[0-9a-f]{40,64}$/.test(revision))
        return revision;
    const found = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
    return found?.trim() || revision;
}
function webUrl(remote) {
    if (!remote)
        return undefined;
    const ssh = /^(?:ssh:\/\/)?(?:[^@/]+@)?(?<host>[\w.-]+\.[a-z]+)(?::\d+)?[:/](?<path>[\w./~-]+?)(?:\.git)?\/?$/.exec(remote);
    const https = /^https?:\/\/(?:[^@/]+@)?(?<host>[^/]+)\/(?<path>[^?#]+?)(?:\.git)?\/?$/.exec(remote);
    const parts = https?.groups ?? ssh?.groups;
    return parts && `https://${parts.host}/${parts.path}`;
}

;






const tree_openFiles = 64;
const wholeAtOnce = 4 << 20;
async function readTree(root, git, modified = listModified(git)) {
    const algorithm = (await git(["rev-parse", "--show-object-format"]))?.trim() === "sha256" ? "sha256" : "sha1";
    const entries = (await fromGit(root, git, modified)) ?? (await walk(root, ""));
    const unique = new Map(entries.map((entry) => [entry.path, entry]));
    let checked;
    for (const { path: name } of entries) {
        const parent = name.slice(0, Math.max(0, name.lastIndexOf("/")));
        if (parent === checked)
            continue;
        if (addParents(unique, name))
            checked = parent;
        else
            unique.delete(name);
    }
    const sorted = [...unique.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const known = new Map();
    const limit = (0,p_limit .A)(tree_openFiles);
    return {
        entries: sorted,
        hash: (entry) => {
            if (entry.oid !== undefined)
                return entry.oid;
            const found = known.get(entry.path) ?? limit(() => hashEntry(external_node_path_.join(root, entry.path), entry, algorithm));
            known.set(entry.path, found);
            return found;
        },
    };
}
async function fromGit(root, git, suspects) {
    const [index, modified, untracked, attributes] = await Promise.all([
        git(["ls-files", "--stage", "-v", "-z"]),
        suspects,
        git(["ls-files", "--others", "--directory", "-z"]),
        git(["ls-files", "-z", "--", ":(top,glob)**/.gitattributes"]),
    ]);
    if (index === undefined || modified === undefined || untracked === undefined)
        return undefined;
    const tracked = parseIndex(index);
    const lookAgain = new Set(modified.split("\0").filter(Boolean));
    const others = untracked.split("\0").filter(Boolean);
    const hasAttributes = attributes !== "" || others.some((name) => /(?:^|\/)\.gitattributes$/.test(name));
    for (const name of await converted(root, git, tracked, hasAttributes))
        lookAgain.add(name);
    const entries = [];
    const onDisk = new Set(others);
    for (const { path: name, mode, oid } of tracked) {
        if (mode === "160000" || mode === "120000" || oid === undefined || lookAgain.has(name))
            onDisk.add(name);
        else
            entries.push({ path: name, kind: "file", executable: mode === "100755", oid });
    }
    const found = await Promise.all([...onDisk].map((name) => look(root, name.replace(/\/$/, ""))));
    return entries.concat(found.flat());
}
function parseIndex(text) {
    const entries = [];
    for (let at = 0, end = text.indexOf("\0"); end >= 0; at = end + 1, end = text.indexOf("\0", at)) {
        const tab = text.indexOf("\t", at);
        const mode = text.slice(at + 2, at + 8);
        const plain = text.startsWith("H ", at) && text.startsWith(" 0", tab - 2);
        entries.push({ mode, oid: plain ? text.slice(at + 9, tab - 2) : undefined, path: text.slice(tab + 1, end) });
    }
    return entries;
}
async function converted(root, git, tracked, attributesInTree) {
    const files = tracked.filter(({ mode }) => mode.startsWith("100")).map(({ path: name }) => name);
    const autocrlf = (await git(["config", "--get", "core.autocrlf"]))?.trim() ?? "false";
    if (!/^(?:false|no|off|0|)$/i.test(autocrlf))
        return files;
    if (!attributesInTree && !(await attributesElsewhere(root, git)))
        return [];
    const names = ["text", "eol", "crlf", "filter", "ident", "working-tree-encoding"];
    const answer = await git(["check-attr", "-z", "--stdin", ...names], files.map((name) => `${name}\0`).join(""));
    if (answer === undefined)
        return files;
    const fields = answer.split("\0");
    const found = new Set();
    for (let i = 0; i + 2 < fields.length; i += 3) {
        const [name, value] = [fields[i] ?? "", fields[i + 2] ?? ""];
        if (value !== "unspecified" && value !== "unset")
            found.add(name);
    }
    return [...found];
}
async function attributesElsewhere(root, git) {
    const [local, configured] = await Promise.all([
        git(["rev-parse", "--git-path", "info/attributes"]),
        git(["config", "--get", "--type=path", "core.attributesFile"]),
    ]);
    const settings = process.env.XDG_CONFIG_HOME || external_node_path_.join((0,external_node_os_.homedir)(), ".config");
    const own = configured?.trim() || external_node_path_.join(settings, "git/attributes");
    const files = [external_node_path_.resolve(root, local?.trim() ?? ""), own, "/etc/gitattributes"];
    return (await Promise.all(files.map(exists))).includes(true);
}
const exists = (file) => (0,promises_.lstat)(file).then((stats) => stats.isFile(), () => false);
async function look(root, name) {
    try {
        const stats = await (0,promises_.lstat)(external_node_path_.join(root, name));
        const entry = await toEntry(root, name, stats);
        return entry.kind === "dir" ? await walk(root, name, entry) : [entry];
    }
    catch (error) {
        const { code, message } = error;
        if (code === "ENOENT" || code === "ENOTDIR")
            return [];
        return [{ path: name, kind: "other", executable: false, unreadable: message }];
    }
}
async function walk(root, folder, entry) {
    const names = await (0,promises_.readdir)(external_node_path_.join(root, folder));
    const found = await Promise.all(names.filter((name) => name !== ".git").map((name) => look(root, folder === "" ? name : `${folder}/${name}`)));
    return (entry === undefined ? [] : [entry]).concat(found.flat());
}
async function toEntry(root, name, stats) {
    if (stats.isSymbolicLink())
        return { path: name, kind: "symlink", executable: false, target: await (0,promises_.readlink)(external_node_path_.join(root, name)) };
    const kind = stats.isFile() ? "file" : stats.isDirectory() ? "dir" : "other";
    return { path: name, kind, executable: kind === "file" && (stats.mode & 0o100) !== 0 };
}
function addParents(entries, name) {
    const missing = [];
    for (let end = name.lastIndexOf("/"); end > 0; end = name.lastIndexOf("/", end - 1)) {
        const parent = name.slice(0, end);
        const known = entries.get(parent);
        if (known !== undefined && known.kind !== "dir")
            return false;
        if (known !== undefined)
            break;
        missing.push(parent);
    }
    for (const parent of missing)
        entries.set(parent, { path: parent, kind: "dir", executable: false });
    return true;
}
async function hashEntry(file, entry, algorithm) {
    if (entry.kind === "symlink")
        return blobId(algorithm, Buffer.from(entry.target ?? ""));
    const handle = await (0,promises_.open)(file);
    try {
        const { size } = await handle.stat();
        if (size <= wholeAtOnce)
            return blobId(algorithm, await handle.readFile());
        const hash = (0,external_node_crypto_.createHash)(algorithm).update(`blob ${size}\0`);
        for await (const chunk of handle.createReadStream({ autoClose: false }))
            hash.update(chunk);
        return hash.digest("hex");
    }
    finally {
        await handle.close();
    }
}
const blobId = (algorithm, bytes) => (0,external_node_crypto_.createHash)(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");

;


async function githubHints(env) {
    if (env.GITHUB_ACTIONS !== "true" || !env.GITHUB_EVENT_NAME)
        return undefined;
    const file = env.GITHUB_EVENT_PATH;
    const text = file ? await (0,promises_.readFile)(file, "utf8").catch(() => "{}") : "{}";
    try {
        return readHints(env, toObject(JSON.parse(text)));
    }
    catch (cause) {
        if (!(cause instanceof SyntaxError))
            throw cause;
        throw new errors .yo({
            code: "environment/event",
            message: `the event file that GITHUB_EVENT_PATH names is no JSON: ${file}`,
            why: cause.message,
            fix: "say what happened with `event` and `revision`, outside of GitHub's own runner without GITHUB_ACTIONS",
        }, { cause });
    }
}
function readHints(env, payload) {
    const repository = toObject(payload.repository);
    const revision = revisionOf(env, payload);
    const defaultBranch = event_text(repository.default_branch);
    const server = env.GITHUB_SERVER_URL ?? "https://github.com";
    const url = event_text(repository.html_url) ?? (env.GITHUB_REPOSITORY && `${server}/${env.GITHUB_REPOSITORY}`);
    const title = event_text(repository.name);
    const description = event_text(repository.description);
    const licenses = event_text(toObject(repository.license).spdx_id);
    return {
        event: eventOf(env, payload),
        ...(revision && { revision }),
        ...mergeOf(payload),
        ...(defaultBranch && { defaultBranch }),
        ...(url && { url }),
        ...(title && { title }),
        ...(description && { description }),
        ...(licenses && { licenses }),
    };
}
function revisionOf(env, payload) {
    if (env.GITHUB_EVENT_NAME === "pull_request_target")
        return undefined;
    const head = toObject(toObject(payload.pull_request).head);
    const queued = toObject(payload.merge_group);
    const pushed = env.GITHUB_EVENT_NAME === "push" ? toObject(payload.head_commit) : {};
    return event_text(head.sha) ?? event_text(queued.head_sha) ?? event_text(pushed.id) ?? env.GITHUB_SHA;
}
function mergeOf(payload) {
    const pull = toObject(payload.pull_request);
    const [merge, head] = [event_text(pull.merge_commit_sha), event_text(toObject(pull.head).sha)];
    return merge !== undefined && head !== undefined ? { mergeOf: { merge, head } } : {};
}
function eventOf(env, payload) {
    const ref = env.GITHUB_REF ?? "";
    const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : undefined;
    switch (env.GITHUB_EVENT_NAME) {
        case "pull_request":
        case "pull_request_target": {
            const pull = toObject(payload.pull_request);
            const head = toObject(pull.head);
            const base = toObject(pull.base);
            return {
                kind: "pull_request",
                number: typeof pull.number === "number" ? pull.number : Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1] ?? 0),
                head: event_text(head.ref) ?? "",
                base: event_text(base.ref) ?? "",
                fork: event_text(toObject(head.repo).full_name) !== event_text(toObject(base.repo).full_name) || head.repo == null,
            };
        }
        case "merge_group":
            return {
                kind: "merge_group",
                base: (event_text(toObject(payload.merge_group).base_ref) ?? "").replace("refs/heads/", ""),
            };
        case "schedule":
            return { kind: "schedule", branch: branch ?? event_text(toObject(payload.repository).default_branch) ?? "" };
        default:
            if (ref.startsWith("refs/tags/"))
                return { kind: "tag", tag: ref.slice("refs/tags/".length) };
            if (env.GITHUB_EVENT_NAME === "push" && branch !== undefined)
                return { kind: "push", branch };
            return { kind: "manual", ...(branch !== undefined && { branch }) };
    }
}
const toObject = (value) => (typeof value === "object" && value !== null ? value : {});
const event_text = (value) => (typeof value === "string" && value !== "" ? value : undefined);

;

const mediaTypes = {
    index: "application/vnd.oci.image.index.v1+json",
    manifest: "application/vnd.oci.image.manifest.v1+json",
    dockerList: "application/vnd.docker.distribution.manifest.list.v2+json",
    dockerManifest: "application/vnd.docker.distribution.manifest.v2+json",
    empty: "application/vnd.oci.empty.v1+json",
};
const acceptedManifests = [
    mediaTypes.index,
    mediaTypes.manifest,
    mediaTypes.dockerList,
    mediaTypes.dockerManifest,
].join(", ");
function sha256(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
}
function readManifest(json) {
    const object = readObject(json);
    const annotations = readStrings(object?.annotations);
    if (object !== undefined && Array.isArray(object.manifests))
        return { kind: "index", manifests: object.manifests.map(readDescriptor), annotations };
    if (object !== undefined && Array.isArray(object.layers)) {
        const artifactType = readString(object.artifactType);
        const config = readDescriptor(object.config);
        const layers = object.layers.map(readDescriptor);
        return { kind: "image", config, layers, annotations, ...(artifactType !== undefined && { artifactType }) };
    }
    throw new Error("neither an image manifest nor an index of them");
}
function isAttestation({ annotations, platform }) {
    return annotations?.["vnd.docker.reference.type"] === "attestation-manifest" || platform?.os === "unknown";
}
function readDescriptor(json) {
    const object = readObject(json);
    const mediaType = readString(object?.mediaType);
    const digest = readString(object?.digest);
    const size = object?.size;
    if (mediaType === undefined || digest === undefined || typeof size !== "number")
        throw new Error("a descriptor lacks its media type, digest or size");
    const platform = readObject(object?.platform);
    const os = readString(platform?.os);
    const architecture = readString(platform?.architecture);
    const variant = readString(platform?.variant);
    const artifactType = readString(object?.artifactType);
    return {
        mediaType,
        digest,
        size,
        ...(os !== undefined &&
            architecture !== undefined && { platform: { os, architecture, ...(variant !== undefined && { variant }) } }),
        ...(artifactType !== undefined && { artifactType }),
        ...(object?.annotations !== undefined && { annotations: readStrings(object.annotations) }),
    };
}
function readObject(json) {
    return typeof json === "object" && json !== null && !Array.isArray(json)
        ? json
        : undefined;
}
function readString(json) {
    return typeof json === "string" && json !== "" ? json : undefined;
}
function readStrings(json) {
    const entries = Object.entries(readObject(json) ?? {});
    return Object.fromEntries(entries.filter((entry) => typeof entry[1] === "string"));
}
function readList(json) {
    return Array.isArray(json) && json.length > 0
        ? json.filter((one) => typeof one === "string")
        : undefined;
}

;


class RegistryError extends errors .yo {
    code;
    status;
    registryCode;
    constructor(problem, answer = {}, options) {
        super(problem, options);
        this.code = problem.code;
        this.status = answer.status;
        this.registryCode = answer.registryCode;
    }
}
function unreachable({ host, call }, cause, tries) {
    const code = cause?.code;
    const said = cause instanceof Error && cause.message !== "" ? cause.message : String(code ?? cause);
    return new RegistryError({
        code: "registry/unreachable",
        message: `cannot reach the registry ${host}: ${call}`,
        why: `${said}${tries > 1 ? ` (${tries} tries)` : ""}`,
        fix: `check that ${host} is right and that this machine can reach it`,
    }, {}, { cause });
}
function denied({ host, call }, status, said, known) {
    const login = `docker login${host === "docker.io" ? "" : ` ${host}`}`;
    const fix = host === "ghcr.io"
        ? `log in (${login}); in GitHub Actions use docker/login-action and give the job "permissions: packages: write"`
        : `log in (${login}) with an account that may do this`;
    return new RegistryError({
        code: "registry/denied",
        message: `${host} refuses: ${call}`,
        why: `${status}${said} (${known ? "with the credentials of Docker's config" : "without credentials"})`,
        fix: known ? `${fix}, and check that the repository's name is right` : fix,
    }, { status });
}
function unavailable({ host, call }, answer, tries) {
    const limited = answer.status === 429;
    return new RegistryError({
        code: limited ? "registry/rate-limited" : "registry/unavailable",
        message: `${host} ${limited ? "limits the rate" : "is failing"}: ${call}`,
        why: `${answer.status}${answer.said}, ${tries === 1 ? "one try" : `${tries} tries`}`,
        fix: limited ? `log in (docker login ${host}), use a mirror, or try again later` : "try again later",
    }, answer);
}
function refused({ host, call }, answer) {
    return new RegistryError({ code: "registry/refused", message: `${host} does not accept: ${call}`, why: `${answer.status}${answer.said}` }, answer);
}
function mismatch({ host, call }, why) {
    return new RegistryError({ code: "registry/mismatch", message: `${host} is wrong: ${call}`, why });
}
function notFound({ host, call }, fix) {
    return new RegistryError({ code: "registry/not-found", message: `not there: ${call} at ${host}`, fix }, { status: 404 });
}
function readAnswer(status, body) {
    let first;
    try {
        const { errors } = readObject(JSON.parse(new TextDecoder().decode(body.subarray(0, 16_384)))) ?? {};
        first = Array.isArray(errors) ? readObject(errors[0]) : undefined;
    }
    catch { }
    const registryCode = readString(first?.code);
    const said = [registryCode, readString(first?.message)].filter(Boolean).join(": ");
    const harmless = said.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ").slice(0, 300);
    return {
        status,
        said: harmless === "" ? "" : ` ${harmless}`,
        ...(registryCode !== undefined && { registryCode }),
    };
}

;


async function getBlob(client, at, digest, maxBytes) {
    const scope = { host: at.host, repository: at.repository, push: false };
    const name = { host: at.host, call: `GET blobs/${digest} of ${at.repository}` };
    const { status, body } = await client({ scope, method: "GET", path: `blobs/${digest}`, maxBytes });
    if (status === 404)
        throw notFound(name, "build and push the image again");
    if (sha256(body) !== digest)
        throw mismatch(name, `what it sends is ${sha256(body)}`);
    return body;
}
async function putBlob(client, at, body) {
    const { host, repository } = at;
    const digest = sha256(body);
    const descriptor = { mediaType: "application/octet-stream", digest, size: body.length };
    const scope = { host, repository, push: true };
    const there = await client({ scope, method: "HEAD", path: `blobs/${digest}` });
    if (there.status !== 404)
        return descriptor;
    const name = { host, call: `POST blobs/uploads/ of ${repository}` };
    const begun = await client({ scope, method: "POST", path: "blobs/uploads/" });
    const location = begun.headers.location;
    if (begun.status === 404)
        throw refused(name, readAnswer(404, begun.body));
    if (location === undefined)
        throw mismatch(name, "it names no place to upload to");
    const path = `${location}${location.includes("?") ? "&" : "?"}digest=${encodeURIComponent(digest)}`;
    const done = await client({ scope, method: "PUT", path, contentType: "application/octet-stream", body });
    if (done.status === 404)
        throw refused({ ...name, call: `PUT upload of ${repository}` }, readAnswer(404, done.body));
    return descriptor;
}

;
function readChallenge(header) {
    const text = header ?? "";
    const bearer = /(?:^|,\s*|\s)Bearer\s+(.*)$/i.exec(text)?.[1];
    if (bearer !== undefined) {
        const values = new Map();
        for (const [, name, quoted, plain] of bearer.matchAll(/([a-zA-Z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)) {
            const key = name?.toLowerCase() ?? "";
            if (!values.has(key))
                values.set(key, quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "");
        }
        const realm = values.get("realm") ?? "";
        const service = values.get("service");
        const scope = values.get("scope");
        if (URL.canParse(realm))
            return {
                kind: "bearer",
                realm: new URL(realm),
                ...(service ? { service } : {}),
                ...(scope ? { scope } : {}),
            };
    }
    return /(?:^|,\s*)Basic(?:\s|$|,)/i.test(text) ? { kind: "basic" } : undefined;
}

;
function openHttp(env) {
    const agents = new Map();
    const agentFor = ({ protocol, hostname }) => {
        const local = isLoopback(hostname);
        const key = `${protocol}${local}`;
        let agent = agents.get(key);
        if (agent === undefined) {
            agent = http_open(protocol, local ? {} : env);
            agents.set(key, agent);
        }
        return agent;
    };
    return async (request) => {
        const { request: start, agent } = await agentFor(request.url);
        try {
            return await http_once(start, agent, request);
        }
        catch (error) {
            if (error.stale)
                return http_once(start, agent, request);
            throw error;
        }
    };
}
async function http_open(protocol, env) {
    const http = protocol === "https:" ? await Promise.resolve( ).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : await Promise.resolve( ).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
    const proxyEnv = { ...env };
    return { request: http.request, agent: new http.Agent({ keepAlive: true, maxFreeSockets: 32, proxyEnv }) };
}
function isLoopback(hostname) {
    return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
}
function http_once(start, agent, request) {
    const { method, url, headers, body, signal, idleMs, totalMs, maxBytes } = request;
    return new Promise((resolve, reject) => {
        const length = body === undefined && method !== "PUT" && method !== "POST" ? undefined : (body?.length ?? 0);
        const sent = start(url, {
            method,
            agent,
            signal,
            headers: { ...headers, ...(length !== undefined && { "content-length": length }) },
        });
        const late = () => sent.destroy(failure("the time for this call ran out", "DEADLINE"));
        const timer = setTimeout(late, Math.max(1, totalMs));
        sent.on("close", () => clearTimeout(timer));
        sent.setTimeout(idleMs, () => sent.destroy(failure(`no answer for ${idleMs / 1000} s`, "ETIMEDOUT")));
        sent.on("error", (error) => reject(sent.reusedSocket && error.code === "ECONNRESET" ? Object.assign(error, { stale: true }) : error));
        sent.on("response", (answer) => {
            const chunks = [];
            let size = 0;
            answer.on("data", (chunk) => {
                size += chunk.length;
                if (size > maxBytes)
                    answer.destroy(failure(`the answer is longer than ${maxBytes} bytes`, "TOO_LARGE"));
                else
                    chunks.push(chunk);
            });
            answer.on("error", reject);
            answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: flat(answer.headers), body: Buffer.concat(chunks) }));
        });
        sent.end(body);
    });
}
function flat(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]));
}
function failure(message, code) {
    return Object.assign(new Error(message), { code });
}

;
const defaultRetry = { tries: 6, baseMs: 1000, capMs: 60_000, retryAfterCapMs: 120_000 };
const retry_passing = new Set([408, 429, 499, 500, 502, 503, 504, 522]);
function mayPass(status) {
    return retry_passing.has(status);
}
function connectionMayRecover(error) {
    const code = error?.code;
    return typeof code === "string" && ["ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT"].includes(code);
}
function retryDelay(policy, tried, random, retryAfterMs) {
    if (retryAfterMs !== undefined)
        return Math.min(retryAfterMs, policy.retryAfterCapMs);
    return random * Math.min(policy.capMs, policy.baseMs * 2 ** (tried - 1));
}
function readRetryAfter(retryAfter, serverDate) {
    if (retryAfter === undefined)
        return undefined;
    const text = retryAfter.trim();
    if (/^\d+$/.test(text))
        return Number(text) * 1000;
    const until = Date.parse(text);
    const now = Date.parse(serverDate ?? "");
    return Number.isNaN(until) || Number.isNaN(now) ? undefined : Math.max(0, until - now);
}
function sleep(ms, signal) {
    return new Promise((resolve, reject) => {
        if (signal.aborted)
            return reject(signal.reason);
        const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener("abort", stop);
            resolve();
        }, ms);
        signal.addEventListener("abort", stop, { once: true });
    });
}
function gate(limit) {
    const waiting = [];
    let running = 0;
    return async (work) => {
        if (running >= limit)
            await new Promise((go) => waiting.push(go));
        else
            running++;
        try {
            return await work();
        }
        finally {
            const next = waiting.shift();
            if (next)
                next();
            else
                running--;
        }
    };
}

;




function openClient(options) {
    return async (call) => {
        const { scope } = call;
        const name = { host: scope.host, call: callName(call) };
        const deadline = performance.now() + options.deadlineMs;
        const base = baseUrl(scope.host, options.insecure);
        const mayVisit = (url) => url.protocol === "https:" ||
            (base.protocol === "http:" && (isLoopback(url.hostname) || options.insecure.has(url.host)));
        const send = (request) => sendWithRetries(options, name, deadline, request);
        const ask = (realm, headers, form) => {
            if (!mayVisit(realm))
                throw mismatch(name, `it sends logins to ${realm.origin}, which is not https`);
            const body = form === undefined ? {} : { body: new TextEncoder().encode(form) };
            return send({ method: form === undefined ? "GET" : "POST", url: realm, headers, ...body, maxBytes: 1 << 20 });
        };
        const visit = (authorization) => follow(send, call, base, authorization, mayVisit, name);
        const known = options.logins.challengeOf(scope.host);
        let login = known && (await options.logins.get(scope, known, ask));
        let answer = await visit(login?.header);
        for (let again = 0; answer.status === 401 && again < 2; again++) {
            const challenge = readChallenge(answer.headers["www-authenticate"]);
            if (challenge === undefined)
                break;
            const before = login?.header;
            options.logins.learn(scope.host, challenge);
            if (before !== undefined)
                await options.logins.forget(scope, before);
            login = await options.logins.get(scope, challenge, ask);
            if (login.header === undefined || login.header === before)
                break;
            answer = await visit(login.header);
        }
        const { status } = answer;
        if ((status >= 200 && status < 300) || status === 404)
            return answer;
        const said = readAnswer(status, answer.body);
        if (status === 401 || status === 403)
            throw denied(name, status, said.said, login?.known ?? false);
        throw refused(name, said);
    };
}
async function follow(send, call, base, authorization, mayVisit, name) {
    let from = new URL(`/v2/${call.scope.repository}/`, base);
    let path = call.path;
    for (let hop = 0; hop <= 5; hop++) {
        const url = URL.canParse(path, from) ? new URL(path, from) : undefined;
        if (url === undefined || !mayVisit(url))
            throw mismatch(name, `it redirects to ${url?.origin ?? "no address"}`);
        const headers = {
            "user-agent": "lucid-build-action",
            ...(call.accept && { accept: call.accept }),
            ...(call.contentType && { "content-type": call.contentType }),
            ...(authorization && url.origin === base.origin && { authorization }),
        };
        const body = call.body && { body: call.body };
        const answer = await send({ method: call.method, url, headers, ...body, maxBytes: call.maxBytes ?? 4 << 20 });
        const location = answer.headers.location;
        if (answer.status < 300 || answer.status >= 400 || location === undefined)
            return answer;
        [from, path] = [url, location];
    }
    throw mismatch(name, "it redirects in a circle");
}
async function sendWithRetries(options, name, deadline, request) {
    const { http, retry, signal, gate, idleMs, random } = options;
    for (let tried = 1;; tried++) {
        signal.throwIfAborted();
        let retryAfter;
        let failed;
        try {
            const answer = await gate(() => http({ ...request, signal, idleMs, totalMs: deadline - performance.now() }));
            if (!mayPass(answer.status))
                return answer;
            retryAfter = readRetryAfter(answer.headers["retry-after"], answer.headers.date);
            failed = unavailable(name, readAnswer(answer.status, answer.body), tried);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error.code === "TOO_LARGE")
                throw mismatch(name, error.message);
            failed = unreachable(name, error, tried);
            if (error.code === "DEADLINE" || !connectionMayRecover(error))
                throw failed;
        }
        const wait = retryDelay(retry, tried, random(), retryAfter);
        if (tried >= retry.tries || performance.now() + wait >= deadline)
            throw failed;
        await sleep(wait, signal);
    }
}
function callName({ method, path, scope }) {
    return `${method} ${/^(?:\/|https?:)/.test(path) ? "upload" : path.split("?")[0]} of ${scope.repository}`;
}
function baseUrl(host, insecure) {
    const name = host === "docker.io" ? "registry-1.docker.io" : host;
    const https = new URL(`https://${name}`);
    return isLoopback(https.hostname) || insecure.has(host) ? new URL(`http://${name}`) : https;
}

;





const anonymous = async () => undefined;
function dockerCredentials(options) {
    const folder = options.env.DOCKER_CONFIG || external_node_path_.join(options.env.HOME || (0,external_node_os_.homedir)(), ".docker");
    let config;
    return async (host) => {
        config ??= readConfig(external_node_path_.join(folder, "config.json"));
        const file = await config;
        const helpers = readObject(file.credHelpers);
        const helper = readString(helpers?.[serverName(host)]) ?? readString(helpers?.[host]) ?? readString(file.credsStore);
        const stored = fromAuths(readObject(file.auths), host);
        if (helper === undefined)
            return stored;
        return (await askHelper(options.exec, helper, host)) ?? stored;
    };
}
async function readConfig(file) {
    const fix = "mend the file, or remove it and run docker login again";
    let text;
    try {
        text = await (0,promises_.readFile)(file, "utf8");
    }
    catch (cause) {
        if (cause.code === "ENOENT")
            return {};
        const why = cause.message;
        throw new errors .yo({ code: "registry/docker-config", message: "cannot read Docker's config", why, at: { file } });
    }
    try {
        const config = readObject(JSON.parse(text));
        if (config)
            return config;
    }
    catch {
    }
    const message = "Docker's config is not a JSON object";
    throw new errors .yo({ code: "registry/docker-config", message, fix, at: { file } });
}
const hubKey = "https://index.docker.io/v1/";
function serverName(host) {
    return host === "docker.io" ? hubKey : host;
}
function fromAuths(auths, host) {
    const bare = (key) => key.replace(/^https?:\/\//, "").split("/")[0];
    const hub = ["index.docker.io", "docker.io", "registry-1.docker.io"];
    const key = Object.keys(auths ?? {}).find((one) => one === serverName(host)) ??
        Object.keys(auths ?? {}).find((one) => (host === "docker.io" ? hub.includes(bare(one) ?? "") : bare(one) === host));
    const entry = key === undefined ? undefined : readObject(auths?.[key]);
    const token = readString(entry?.identitytoken);
    if (token !== undefined)
        return { kind: "identity", token };
    const pair = Buffer.from(readString(entry?.auth) ?? "", "base64").toString();
    const colon = pair.indexOf(":");
    const username = colon > 0 ? pair.slice(0, colon) : readString(entry?.username);
    const password = colon > 0 ? pair.slice(colon + 1).replace(/\0+$/, "") : readString(entry?.password);
    return username && password ? { kind: "password", username, password } : undefined;
}
async function askHelper(exec, name, host) {
    const program = `docker-credential-${name}`;
    const broken = (why, cause) => new errors .yo({
        code: "registry/credential-helper",
        message: `Docker's credential helper does not answer for ${host}`,
        why,
        fix: `install ${program}, or take it out of Docker's config.json`,
    }, { cause });
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
        throw broken(`${JSON.stringify(name)} is no name of a helper`);
    const { exitCode, stdout } = await exec([program, "get"], { input: serverName(host) }).catch((cause) => {
        throw broken(`${program} cannot be run`, cause);
    });
    if (exitCode !== 0) {
        if (/credentials not found|not found in native keychain/i.test(stdout))
            return undefined;
        throw broken(`${program} ended with ${exitCode}`);
    }
    let answer;
    try {
        answer = readObject(JSON.parse(stdout));
    }
    catch {
        throw broken(`${program} did not answer in JSON`);
    }
    const username = readString(answer?.Username);
    const secret = readString(answer?.Secret);
    if (username === undefined || secret === undefined)
        return undefined;
    return username === "<token>"
        ? { kind: "identity", token: secret }
        : { kind: "password", username, password: secret };
}

;
const architectures = { aarch64: "arm64", x86_64: "amd64", "x86-64": "amd64" };
function platform_normalPlatform({ os, architecture, variant }) {
    const cpu = architectures[architecture] ?? architecture;
    const implied = cpu === "arm64" ? "v8" : cpu === "amd64" ? "v1" : undefined;
    const shown = cpu === "arm" ? (variant ?? "v7") : variant === implied ? undefined : variant;
    return [os, cpu, shown].filter((part) => part !== undefined && part !== "").join("/");
}
function platform_parsePlatform(text) {
    const [os = "linux", architecture = "", variant] = text.split("/");
    return { os, architecture, ...(variant !== undefined && { variant }) };
}
function samePlatform(a, b) {
    return platform_normalPlatform(a) === platform_normalPlatform(b);
}

;


function facts_readConfig(json) {
    const image = readObject(json);
    const config = readObject(image?.config);
    const os = readString(image?.os) ?? "linux";
    const architecture = readString(image?.architecture) ?? "unknown";
    const variant = readString(image?.variant);
    const healthcheck = readHealthcheck(config?.Healthcheck);
    const optional = {
        variant,
        created: readString(image?.created),
        user: readString(config?.User),
        workingDir: readString(config?.WorkingDir),
        entrypoint: readList(config?.Entrypoint),
        command: readList(config?.Cmd),
        healthcheck,
    };
    return {
        os,
        architecture,
        platform: platform_normalPlatform({ os, architecture, ...(variant !== undefined && { variant }) }),
        env: readEnv(config?.Env),
        exposedPorts: Object.keys(readObject(config?.ExposedPorts) ?? {}).sort(),
        labels: readStrings(config?.Labels),
        onbuild: readList(config?.OnBuild) ?? [],
        history: (Array.isArray(image?.history) ? image.history : []).map(readStep),
        ...present(optional),
    };
}
function attestationsOf(manifests, digest) {
    return manifests.filter((one) => isAttestation(one) && one.annotations?.["vnd.docker.reference.digest"] === digest);
}
function present(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
function readEnv(json) {
    return Object.fromEntries((readList(json) ?? []).map((line) => {
        const equals = line.indexOf("=");
        return equals === -1 ? [line, ""] : [line.slice(0, equals), line.slice(equals + 1)];
    }));
}
function readStep(json) {
    const step = readObject(json);
    const created = readString(step?.created);
    return {
        createdBy: readString(step?.created_by) ?? "",
        ...(created !== undefined && { created }),
        empty: step?.empty_layer === true,
    };
}
function readHealthcheck(json) {
    const check = readObject(json);
    const test = readList(check?.Test);
    if (test === undefined)
        return undefined;
    const ms = (value) => (typeof value === "number" && value > 0 ? value / 1e6 : undefined);
    const retries = typeof check?.Retries === "number" && check.Retries > 0 ? check.Retries : undefined;
    const timing = {
        interval: ms(check?.Interval),
        timeout: ms(check?.Timeout),
        startPeriod: ms(check?.StartPeriod),
        retries,
    };
    return { test, ...present(timing) };
}

;



async function headManifest(client, reference) {
    const path = `manifests/${referenceTarget(reference)}`;
    const scope = { host: reference.host, repository: reference.repository, push: false };
    const { status, headers } = await client({ scope, method: "HEAD", path, accept: acceptedManifests });
    if (status === 404)
        return undefined;
    const digest = headers["docker-content-digest"];
    const mediaType = headers["content-type"]?.split(";")[0]?.trim();
    const size = Number(headers["content-length"]);
    if (digest === undefined || !isDigest(digest) || !mediaType || !Number.isInteger(size))
        return (await getManifest(client, reference))?.descriptor;
    if (reference.digest !== undefined && reference.digest !== digest)
        throw mismatch({ host: reference.host, call: `HEAD ${path} of ${reference.repository}` }, `it answers with ${digest}`);
    return { mediaType, digest, size };
}
async function getManifest(client, reference) {
    const { host, repository } = reference;
    const path = `manifests/${referenceTarget(reference)}`;
    const name = { host, call: `GET ${path} of ${repository}` };
    const scope = { host, repository, push: false };
    const { status, headers, body } = await client({ scope, method: "GET", path, accept: acceptedManifests });
    if (status === 404)
        return undefined;
    const digest = sha256(body);
    const told = headers["docker-content-digest"] ?? digest;
    if (told !== digest)
        throw mismatch(name, `it calls ${told} what is ${digest}`);
    if (reference.digest?.startsWith("sha256:") && reference.digest !== digest)
        throw mismatch(name, `what it sends is ${digest}`);
    let json;
    let content;
    try {
        json = JSON.parse(new TextDecoder().decode(body));
        content = readManifest(json);
    }
    catch (error) {
        throw mismatch(name, `what it sends is no image: ${error instanceof SyntaxError ? "not JSON" : error.message}`);
    }
    const typed = headers["content-type"]?.split(";")[0]?.trim();
    const fallback = content.kind === "index" ? mediaTypes.index : mediaTypes.manifest;
    const mediaType = typeof json.mediaType === "string" ? json.mediaType : typed?.includes("+json") ? typed : fallback;
    return { descriptor: { mediaType, digest, size: body.length }, bytes: body, json, content };
}
async function putManifest(client, reference, body, mediaType) {
    const { host, repository } = reference;
    const path = `manifests/${reference.tag ?? referenceTarget(reference)}`;
    const name = { host, call: `PUT ${path} of ${repository}` };
    const scope = { host, repository, push: true };
    const { status, headers, body: said } = await client({ scope, method: "PUT", path, contentType: mediaType, body });
    if (status === 404)
        throw refused(name, readAnswer(status, said));
    const digest = sha256(body);
    const told = headers["docker-content-digest"] ?? digest;
    if (told !== digest)
        throw mismatch(name, `it stored ${told} where ${digest} was sent`);
    return { mediaType, digest, size: body.length };
}

;







async function images_resolve(client, asked, reference, platform) {
    const { host, repository } = reference;
    const found = platform === undefined ? await headManifest(client, reference) : await getManifest(client, reference);
    if (found === undefined)
        throw notFound({ host, call: formatReference(reference) }, `check the name and tag of ${asked}`);
    const { digest } = "descriptor" in found ? found.descriptor : found;
    const pinned = formatReference({ host, repository, digest });
    if (platform === undefined || !("descriptor" in found))
        return { pinned, digest };
    if (found.content.kind === "image")
        return { pinned, digest, platformDigest: digest };
    const child = childFor(found.content.manifests, platform);
    if (child === undefined)
        throw images_noPlatform(formatReference(reference), found.content.manifests, platform);
    return { pinned, digest, platformDigest: child.digest };
}
async function imageFacts(client, ref, platform) {
    const reference = parseReference(ref);
    const { host, repository } = reference;
    const top = await getManifest(client, reference);
    if (top === undefined)
        return undefined;
    let manifest = top;
    let index;
    if (top.content.kind === "index") {
        const child = childFor(top.content.manifests, platform);
        if (child === undefined)
            throw images_noPlatform(ref, top.content.manifests, platform);
        const found = await getManifest(client, { host, repository, digest: child.digest });
        if (found === undefined)
            throw notFound({ host, call: `GET manifests/${child.digest} of ${repository}` }, "build and push it again");
        manifest = found;
        index = { indexDigest: top.descriptor.digest, attestations: attestationsOf(top.content.manifests, child.digest) };
    }
    const { content, descriptor } = manifest;
    const name = { host, call: `GET manifests/${descriptor.digest} of ${repository}` };
    if (content.kind !== "image")
        throw mismatch(name, "it is an index where an image should be");
    const bytes = await getBlob(client, { host, repository }, content.config.digest, 16 << 20);
    let config;
    try {
        config = JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        throw mismatch(name, "the image's config is not JSON");
    }
    return {
        ref,
        digest: descriptor.digest,
        mediaType: descriptor.mediaType,
        manifestSize: descriptor.size,
        ...(index ?? { attestations: [] }),
        annotations: content.annotations,
        layers: content.layers,
        size: content.layers.reduce((sum, { size }) => sum + size, content.config.size),
        ...facts_readConfig(config),
    };
}
function childFor(manifests, platform) {
    const wanted = platform_parsePlatform(platform);
    return manifests.find((one) => !isAttestation(one) && one.platform && samePlatform(one.platform, wanted));
}
function images_noPlatform(ref, manifests, platform) {
    const there = manifests.flatMap((one) => (one.platform && !isAttestation(one) ? platform_normalPlatform(one.platform) : []));
    return new RegistryError({
        code: "registry/no-platform",
        message: `${ref} is not made for ${platform}`,
        why: there.length === 0 ? "its index names no platform" : `it is there for ${there.join(", ")}`,
        fix: "take another image or tag, or another platform",
    });
}

;

class Logins {
    #credentials;
    #now;
    #challenges = new Map();
    #logins = new Map();
    constructor(credentials, now) {
        this.#credentials = credentials;
        this.#now = now;
    }
    challengeOf(host) {
        return this.#challenges.get(host);
    }
    learn(host, challenge) {
        const { scope: _, ...general } = { scope: undefined, ...challenge };
        this.#challenges.set(host, general);
    }
    async get(scope, challenge, ask) {
        const key = keyOf(scope);
        const kept = this.#logins.get(key);
        if (kept !== undefined && this.#now() < kept.expires)
            return kept.login;
        const entry = { login: Promise.resolve({ header: undefined, known: false }), expires: Infinity };
        const login = this.#login(scope, challenge, ask, (lifeMs) => {
            entry.expires = this.#now() + lifeMs;
        });
        const fresh = Object.assign(entry, { login });
        this.#logins.set(key, fresh);
        login.catch(() => {
            if (this.#logins.get(key) === fresh)
                this.#logins.delete(key);
        });
        return login;
    }
    async forget(scope, header) {
        const kept = this.#logins.get(keyOf(scope));
        if (kept && (await kept.login).header === header && this.#logins.get(keyOf(scope)) === kept)
            this.#logins.delete(keyOf(scope));
    }
    async #login(scope, challenge, ask, lives) {
        const credential = await this.#credentials(scope.host);
        const known = credential !== undefined;
        if (challenge.kind === "basic") {
            const header = credential?.kind === "password" ? basic(credential) : undefined;
            return { header, known };
        }
        const asked = challenge.scope ?? `repository:${scope.repository}:${scope.push ? "pull,push" : "pull"}`;
        const answer = await ask(...tokenRequest(challenge.realm, challenge.service, asked, credential));
        const json = answer.status === 200 ? readJson(answer.body) : undefined;
        const token = readString(json?.token) ?? readString(json?.access_token);
        if (token === undefined)
            return { header: undefined, known };
        const seconds = typeof json?.expires_in === "number" && json.expires_in > 0 ? json.expires_in : 60;
        lives(Math.max(seconds - 10, seconds / 2) * 1000);
        return { header: `Bearer ${token}`, known };
    }
}
function keyOf({ host, repository, push }) {
    return `${host} ${repository} ${push}`;
}
function basic({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
function tokenRequest(realm, service, scope, credential) {
    if (credential?.kind === "identity") {
        const form = new URLSearchParams({ grant_type: "refresh_token", client_id: "lucid", scope });
        form.set("refresh_token", credential.token);
        if (service)
            form.set("service", service);
        return [realm, { "content-type": "application/x-www-form-urlencoded" }, form.toString()];
    }
    const url = new URL(realm);
    if (service)
        url.searchParams.set("service", service);
    for (const one of scope.split(" "))
        url.searchParams.append("scope", one);
    return [url, credential ? { authorization: basic(credential) } : {}];
}
function readJson(body) {
    try {
        return readObject(JSON.parse(new TextDecoder().decode(body)));
    }
    catch {
        return undefined;
    }
}

;


function readMirrors(pairs) {
    const problems = [];
    const mirrors = new Map();
    for (const pair of pairs.flatMap((one) => one.split(",")).map((one) => one.trim())) {
        if (pair === "")
            continue;
        const [from = "", to = "", ...more] = pair.split("=");
        const prefix = to.replace(/\/+$/, "");
        const host = readReference(`${from}/name`);
        const sound = more.length === 0 &&
            host.kind === "reference" &&
            /^(?:library\/)?name$/.test(host.reference.repository) &&
            readReference(`${prefix}/name`).kind === "reference" &&
            /^[^/]*[.:]|^localhost/.test(prefix);
        if (sound)
            mirrors.set(host.reference.host, prefix);
        else {
            const fix = "write host=host/prefix, for example docker.io=127.0.0.1:5000/docker.io";
            problems.push({ code: "registry/bad-mirror", message: `${JSON.stringify(pair)} is no mirror`, fix });
        }
    }
    if (problems.length > 0)
        throw new errors .yo(problems);
    return mirrors;
}

;














function openRegistry(options = {}) {
    const { auth = anonymous, mirrors = new Map(), concurrency = 16 } = options;
    const client = openClient({
        http: openHttp(options.env ?? {}),
        logins: new Logins(auth, () => performance.now()),
        retry: options.retry ?? defaultRetry,
        deadlineMs: options.deadlineMs ?? 300_000,
        idleMs: options.idleMs ?? 30_000,
        insecure: new Set(options.insecure),
        signal: options.signal ?? new AbortController().signal,
        gate: gate(concurrency),
        random: Math.random,
    });
    const resolved = new Map();
    return {
        head: async (ref) => headManifest(client, parseReference(ref)),
        manifest: async (ref) => getManifest(client, parseReference(ref)),
        blob: async (repository, digest, maxBytes = 16 << 20) => getBlob(client, parseReference(repository), digest, maxBytes),
        putManifest: async (ref, bytes, mediaType) => putManifest(client, parseReference(ref), bytes, mediaType),
        putBlob: async (repository, bytes) => putBlob(client, parseReference(repository), bytes),
        async resolve(ref, platform) {
            const reference = mirrorReference(parseReference(ref), mirrors);
            const key = `${formatReference(reference)} ${platform ?? ""}`;
            const answer = resolved.get(key) ?? images_resolve(client, ref, reference, platform);
            resolved.set(key, answer);
            return answer;
        },
        imageFacts: async (ref, platform) => imageFacts(client, ref, platform),
        mirrored: (ref) => formatReference(mirrorReference(parseReference(ref), mirrors)),
    };
}

;












async function openCatalog({ catalog, registry }, { cwd }) {
    const absolute = external_node_path_.resolve(cwd, catalog);
    const file = external_node_path_.relative(cwd, absolute) || catalog;
    const root = external_node_path_.dirname(absolute);
    let text;
    try {
        text = await (0,promises_.readFile)(absolute, "utf8");
    }
    catch (cause) {
        throw new errors .yo({
            code: "catalog/unreadable",
            message: "there is no catalog to read",
            at: { file },
            why: cause instanceof Error ? cause.message : String(cause),
            fix: "name it with --catalog, or write one: docs/catalog.md",
        }, { cause });
    }
    const host = filesBelow(root);
    return loadCatalog({ file, text, root, host, ...(registry !== undefined && { registry }) });
}
async function openSource({ event, revision }, git, { env }, modified) {
    const hints = {
        ...(await githubHints(env)),
        ...(event !== undefined && { event }),
        ...(revision !== undefined && { revision }),
    };
    return readSource(git, hints, modified);
}
async function openTree(root, git, modified) {
    const tree = await readTree(root, git, modified);
    return { tree, files: openFiles(toTree(tree.entries), readTextBelow(root)) };
}
function gitOf(root, { exec }) {
    return gitIn(root, exec);
}
function openRegistries({ mirror }, { exec, env, signal }) {
    const mirrors = readMirrors([...mirror].map(([host, prefix]) => `${host}=${prefix}`));
    return openRegistry({ auth: dockerCredentials({ exec, env }), mirrors, env, signal });
}

var semver = __webpack_require__(2088);
;

function parseSemver(text) {
    const found = semver.parse(text);
    if (found === null)
        return undefined;
    const { version, major, minor, patch, prerelease } = found;
    return { version, major: `${major}`, minor: `${minor}`, patch: `${patch}`, special: prerelease.length > 0 };
}
const pep440 = new RegExp([
    /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,
    /(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preNumber>\d*))?/,
    /(?<post>-(?<implicit>\d+)|[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>\d*))?/,
    /(?<dev>[-_.]?dev[-_.]?(?<devNumber>\d*))?/,
    /(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/,
]
    .map(({ source }) => source)
    .join(""), "i");
const preNames = {
    ...{ alpha: "a", a: "a", beta: "b", b: "b", c: "rc", rc: "rc", pre: "rc", preview: "rc" },
};
function parsePep440(text) {
    const found = pep440.exec(text)?.groups;
    if (found === undefined)
        return undefined;
    const release = (found.release ?? "").split(".").map((number) => `${BigInt(number)}`);
    const number = (digits) => `${BigInt(digits || "0")}`;
    const version = [
        found.epoch === undefined || number(found.epoch) === "0" ? "" : `${number(found.epoch)}!`,
        release.join("."),
        found.pre === undefined ? "" : `${preNames[found.pre.toLowerCase()]}${number(found.preNumber)}`,
        found.post === undefined ? "" : `.post${number(found.implicit ?? found.postNumber)}`,
        found.dev === undefined ? "" : `.dev${number(found.devNumber)}`,
        found.local === undefined ? "" : `+${found.local.toLowerCase().replace(/[-_]/g, ".")}`,
    ].join("");
    const [major = "0", minor = "0", patch = "0"] = release;
    const special = found.pre !== undefined || found.post !== undefined || found.dev !== undefined;
    return { version, major, minor, patch, special };
}

;





const shortLength = 7;
function computeTags(rules, source, vars = {}) {
    const problems = [];
    const { kind } = source.event;
    const moves = kind !== "pull_request" && kind !== "merge_group";
    const immutable = tagsOf(rules.immutable, source, vars, problems);
    const floating = moves ? tagsOf(rules.floating, source, vars, problems) : [];
    for (const tag of floating.filter((one) => immutable.includes(one))) {
        problems.push({
            code: "tags/both",
            message: `tag ${tag} is written once and moved at the same time`,
            fix: "take one of its rules out of `tags` or `floating`",
        });
    }
    return { immutable, floating, problems };
}
function tagsOf(rules, source, vars, problems) {
    const values = valuesOf(source, vars);
    const found = [];
    for (const text of rules) {
        const rule = parseRule(text);
        const tag = "message" in rule ? { fault: rule } : tagOf(rule, source, values);
        if (tag === undefined)
            continue;
        if (typeof tag === "object")
            problems.push({ code: "tags/rule", ...located(text, tag.fault) });
        else if (!legalTag.test(tag))
            problems.push(tags_illegal(text, tag));
        else
            found.push({ tag, priority: rule.priority });
    }
    return [...new Set(found.sort((a, b) => b.priority - a.priority).map(({ tag }) => tag))];
}
function tagOf(rule, source, values) {
    const enabled = render(rule.enable, values);
    if (enabled === "false" || enabled === undefined)
        return undefined;
    if (enabled !== "true")
        return { fault: { message: `enable is ${JSON.stringify(enabled)}`, fix: "it must come to true or false" } };
    const core = coreOf(rule, source, values);
    if (core === undefined || core === "" || typeof core === "object")
        return core || undefined;
    const [prefix, suffix] = [render(rule.prefix, values), render(rule.suffix, values)];
    return prefix === undefined || suffix === undefined ? undefined : `${prefix}${core}${suffix}`;
}
function coreOf(rule, source, values) {
    const { event } = source;
    const branch = branchOf(source);
    switch (rule.kind) {
        case "schedule":
            return event.kind === "schedule" ? render(rule.pattern, values) : undefined;
        case "semver":
        case "pep440":
            return versionOf(rule, source, values);
        case "match": {
            const text = tags_given(rule.value, source, values);
            const found = text === undefined ? undefined : rule.pattern.exec(text)?.[rule.group];
            return found === undefined ? undefined : sanitize(found);
        }
        case "edge":
            return branch !== undefined && branch === (rule.branch ?? source.defaultBranch) ? "edge" : undefined;
        case "ref":
            if (rule.event === "branch")
                return branch === undefined ? undefined : sanitize(branch);
            if (rule.event === "tag")
                return event.kind === "tag" ? sanitize(event.tag) : undefined;
            return event.kind === "pull_request" ? `${event.number}` : undefined;
        case "raw":
            return render(rule.value, values);
        case "sha":
            return render([{ kind: "name", name: rule.format === "long" ? "revision" : "sha" }], values);
        default:
            return rule;
    }
}
function versionOf(rule, source, values) {
    const whole = tags_given(rule.value, source, values);
    const raw = whole === undefined || rule.match === undefined ? whole : rule.match.exec(whole)?.[1];
    if (raw === undefined)
        return undefined;
    const parts = (rule.kind === "semver" ? parseSemver : parsePep440)(raw);
    if (parts === undefined)
        return rule.value === undefined ? undefined : { fault: { message: `${raw} is no version by ${rule.kind}` } };
    if (parts.special)
        return sanitize(rule.raw ? raw : parts.version);
    const { version, major, minor, patch } = parts;
    const names = { ...values.names, raw: sanitize(raw), version: sanitize(version), major, minor, patch };
    return render(rule.pattern, { ...values, names });
}
function tags_given(value, { event }, values) {
    if (value !== undefined)
        return render(value, values);
    return event.kind === "tag" ? event.tag : undefined;
}
function branchOf({ event }) {
    return event.kind === "push" || event.kind === "schedule" || event.kind === "manual" ? event.branch : undefined;
}
function valuesOf(source, vars) {
    const { event, defaultBranch } = source;
    const branch = branchOf(source);
    const base = event.kind === "pull_request" || event.kind === "merge_group" ? event.base : undefined;
    const committed = !source.dirty && source.revision !== noGitRevision;
    const revision = committed ? source.revision : undefined;
    const isDefault = branch !== undefined && branch === defaultBranch;
    return {
        date: committed ? source.committedAt : undefined,
        names: {
            ...{ name: vars.name, phase: vars.phase, project: vars.project },
            branch: branch === undefined ? undefined : sanitize(branch),
            tag: event.kind === "tag" ? sanitize(event.tag) : undefined,
            base_ref: base === undefined ? undefined : sanitize(base),
            sha: revision?.slice(0, shortLength),
            revision,
            short_revision: revision?.slice(0, shortLength),
            is_default_branch: `${isDefault}`,
            is_not_default_branch: `${!isDefault}`,
        },
    };
}
function sanitize(ref) {
    return ref.replace(/\//g, "-").replace(/[^a-zA-Z0-9._-]+/g, "-");
}
function located(rule, { message, fix }) {
    return { message: `tag rule ${JSON.stringify(rule)}: ${message}`, ...(fix !== undefined && { fix }) };
}
function tags_illegal(rule, tag) {
    const shown = JSON.stringify(tag.length > 140 ? `${tag.slice(0, 137)}…` : tag);
    const long = tag.length > 128;
    return {
        code: "tags/illegal",
        message: `the rule ${JSON.stringify(rule)} gives ${shown}, which is no tag`,
        why: long
            ? `it has ${tag.length} characters, 128 are allowed`
            : 'a tag holds letters, digits and "_", ".", "-", and begins with neither "." nor "-"',
        fix: "change the rule",
    };
}

;


function tags_tagsOf(services, source, catalog) {
    const problems = [];
    const tags = services.map((service) => {
        const { immutable, floating, problems: wrong } = serviceTags(service, source, catalog);
        problems.push(...wrong.map((problem) => ({ ...problem, at: problem.at ?? service.at })));
        return [service.name, { immutable, floating }];
    });
    if (problems.length > 0)
        throw new errors .yo(problems);
    return Object.fromEntries(tags);
}
function serviceTags(service, source, { project }) {
    const vars = { name: service.name, project, ...(service.phase !== undefined && { phase: service.phase }) };
    return computeTags({ immutable: service.tags, floating: service.floating }, source, vars);
}

;


async function findImage(registry, ref, platform) {
    const manifest = await registry.manifest(ref);
    if (manifest === undefined)
        return undefined;
    const { content, descriptor } = manifest;
    if (content.kind === "image")
        return {
            digest: descriptor.digest,
            size: [content.config, ...content.layers].reduce((sum, { size }) => sum + size, 0),
        };
    const found = await registry.imageFacts(ref, platform);
    return found && { digest: found.digest, size: found.size };
}
async function findPrevious(registry, service, platform, source, catalog) {
    const push = { ...source, event: { kind: "push", branch: source.defaultBranch ?? "main" } };
    const [floating] = serviceTags(service, push, catalog).floating;
    const facts = floating === undefined ? undefined : await factsIn(registry, `${service.image}:${floating}`, platform);
    if (facts === undefined)
        return undefined;
    const revision = facts.labels["org.opencontainers.image.revision"];
    return {
        components: readComponents(facts.annotations["com.lucid.components"]),
        size: facts.size,
        ...(revision !== undefined && { revision }),
    };
}
async function factsIn(registry, ref, platform) {
    try {
        return await registry.imageFacts(ref, platform);
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw error;
    }
}
function readComponents(text) {
    try {
        const value = JSON.parse(text ?? "{}");
        return typeof value === "object" && value !== null ? value : {};
    }
    catch {
        return {};
    }
}
async function keepWritten(tags, services, registry) {
    const kept = services.map(async ({ name, image }) => {
        const own = tags[name] ?? { immutable: [], floating: [] };
        const there = await Promise.all(own.immutable.map((tag) => registry.head(`${image}:${tag}`)));
        const isThere = (_, i) => there[i] !== undefined;
        const written = own.immutable.filter(isThere);
        if (written.length === 0)
            return [name, own];
        return [
            name,
            { ...own, immutable: own.immutable.filter((_, i) => there[i] === undefined), kept: written },
        ];
    });
    return Object.fromEntries(await Promise.all(kept));
}

;


function platformNames(asked) {
    return asked.map((text) => {
        const read = parsePlatform(text);
        return read.ok ? read.value : text;
    });
}
function checkPlatforms(asked, services) {
    const there = [...new Set(services.flatMap(({ platforms }) => platforms))];
    const problems = platformNames(asked)
        .filter((name) => !there.includes(name))
        .map((name) => ({
        code: "select/platform",
        message: `no service is made for ${JSON.stringify(name)}`,
        fix: `one of ${there.join(", ")}`,
    }));
    if (problems.length > 0 && there.length > 0)
        throw new errors .yo(problems);
}

;


function inputReader(catalog, files, readBaseConfig) {
    const known = new Map();
    const read = async (service, platform) => {
        const found = await readInputs(service, platform, catalog, files, readBaseConfig);
        return "trace" in found ? found : { service, platform, problems: found };
    };
    const readOnce = (service, platform) => {
        const mine = known.get(service) ?? new Map();
        known.set(service, mine);
        const found = mine.get(platform) ?? read(service, platform);
        mine.set(platform, found);
        return found;
    };
    return {
        async readAll(services, platforms, reach) {
            const inputs = [];
            const seen = new Set();
            const wantedPlatforms = platformNames(platforms);
            let next = services;
            while (next.length > 0) {
                for (const { name } of next)
                    seen.add(name);
                const wanted = next.flatMap((service) => service.platforms.flatMap((platform) => platforms.length === 0 || wantedPlatforms.includes(platform) ? [{ service, platform }] : []));
                const now = await Promise.all(wanted.map(({ service, platform }) => readOnce(service, platform)));
                inputs.push(...now);
                const needs = reach === "to-run" ? next.flatMap((service) => service.needs) : [];
                const names = new Set([...needs, ...now.flatMap((one) => ("from" in one ? Object.values(one.from) : []))]);
                next = catalog.services.filter(({ name }) => names.has(name) && !seen.has(name));
            }
            return inputs;
        },
    };
}

;
const comment = /^lucid-ignore(-file)?:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)/;
function readSwitches({ instructions, text }, known) {
    const namesIn = (line, scope) => {
        const found = comment.exec(line);
        return found?.[1] === scope ? (found?.[2] ?? "").split(/\s*,\s*/).filter((name) => known.has(name)) : [];
    };
    const everywhere = new Set(text.split(/\r?\n/).flatMap((line) => namesIn(/^\s*#\s*(.*)$/.exec(line)?.[1] ?? "", "-file")));
    const ranges = instructions.flatMap(({ comments, line, endLine }) => comments.flatMap((one) => namesIn(one, undefined)).map((rule) => ({ rule, line, endLine })));
    return {
        isOff: (rule, line) => everywhere.has(rule) ||
            (line !== undefined &&
                ranges.some((range) => range.rule === rule && range.line <= line && line <= range.endLine)),
    };
}

;
const isSubject = (subject) => subject !== undefined && "trace" in subject;

;
function* collidingPorts({ services }) {
    const first = new Map();
    for (const { name, ports, at } of services) {
        for (const { published, protocol } of ports) {
            if (published === undefined)
                continue;
            const key = `${published}/${protocol}`;
            const other = first.get(key);
            if (other === undefined)
                first.set(key, name);
            else if (other !== name)
                yield {
                    service: name,
                    message: `${name} and ${other} both publish host port ${key}`,
                    at,
                    why: "they cannot run on one host as they are; smoke uses ephemeral ports and does not mind",
                    fix: `give ${name} another host port`,
                };
        }
    }
}
const catalogRules = [
    {
        id: "host-port-collision",
        scope: "catalog",
        severity: "note",
        title: "Two services publish the same host port",
        docs: "Only one of them can be started on a host with the ports as they are written. Smoke uses ephemeral ports and does not mind.",
        check: collidingPorts,
    },
];

;
function* hardcodedPlatform({ dockerfile }) {
    for (const { platform, line } of dockerfile.stages) {
        if (platform === undefined || platform.includes("$"))
            continue;
        yield {
            message: `FROM --platform=${platform} is always that platform, whatever is built`,
            at: { file: dockerfile.file, line },
            fix: "leave it out for the platform that is built, or say --platform=$BUILDPLATFORM for a stage of tools",
        };
    }
}
function* fromCasing({ dockerfile }) {
    for (const { instruction } of dockerfile.stages) {
        const as = instruction.args[1];
        const from = instruction.written;
        const lower = from === from.toLowerCase();
        if (as === undefined || (!lower && from !== from.toUpperCase()))
            continue;
        if (as === (lower ? "as" : "AS"))
            continue;
        yield {
            message: `${from} and ${as} are written in different case`,
            at: { file: dockerfile.file, line: instruction.line },
            fix: `write ${lower ? "as" : "AS"}`,
        };
    }
}
const fromRules = [
    {
        id: "hardcoded-platform",
        scope: "service",
        severity: "warning",
        title: "FROM with a fixed --platform",
        docs: "The stage stays on that platform when another one is built, so an arm64 image may hold amd64 programs. Leave `--platform` out, or use `$BUILDPLATFORM` for a stage whose result does not depend on the platform.",
        check: hardcodedPlatform,
    },
    {
        id: "from-casing",
        scope: "service",
        severity: "note",
        title: "FROM and AS in different case",
        docs: "`FROM python as builder` works, and BuildKit warns about it on every build.",
        check: fromCasing,
    },
];

;

const deepest = 20;
function standsOn(subject, request) {
    const stages = [];
    for (let next = subject; next !== undefined && stages.length < deepest; next = image_below(next, request))
        stages.push(next.trace.final);
    return stages;
}
function image_below({ trace, from }, request) {
    const { base } = trace.final;
    const service = base.kind === "named" ? from[base.name] : undefined;
    const found = service === undefined ? undefined : request.subjects.get(service);
    return isSubject(found) ? found : undefined;
}
function inherited(key, subject, request) {
    return standsOn(subject, request).find((stage) => stage[key] !== undefined)?.[key];
}
function outsideBase(subject, request) {
    const base = standsOn(subject, request).at(-1)?.base;
    return base?.kind === "image" ? base.ref : undefined;
}
const isDistroless = (subject, request) => /(?:^|[/-])distroless(?:[/:@-]|$)/.test(outsideBase(subject, request) ?? "");

;

const localUrl = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"`),;|&<>\\]*)?(?=[\s'"`),;|&<>\\]|$)/;
const variable = /\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})/g;
function* noHealthcheck(context) {
    const { trace, service, request } = context;
    if (service.health === undefined || inherited("healthcheck", context, request) !== undefined)
        return;
    yield {
        message: "the catalog says how to tell that it is healthy, the image does not: no HEALTHCHECK",
        at: { file: trace.file, line: trace.final.line },
        fix: "add a HEALTHCHECK in JSON form to the final stage",
    };
}
function* health_mismatch({ trace, service }) {
    const { healthcheck, env } = trace.final;
    const { health } = service;
    if (healthcheck === undefined || health?.kind !== "http" || healthcheck.value.kind === "none")
        return;
    const text = healthcheck.value.words
        .join(" ")
        .replace(variable, (all, plain, braced, otherwise) => env[plain ?? braced ?? ""]?.value ?? otherwise ?? all);
    const found = localUrl.exec(text);
    if (found === null || found[2]?.includes("$"))
        return;
    const port = found[1] === undefined ? 80 : Number(found[1]);
    const path = found[2] ?? "/";
    const at = { file: trace.file, line: healthcheck.line };
    if (port !== health.port)
        yield { message: `HEALTHCHECK asks port ${port}, the catalog says ${health.port}`, at, fix: "make them the same" };
    if (path !== health.path)
        yield { message: `HEALTHCHECK asks ${path}, the catalog says ${health.path}`, at, fix: "make them the same" };
}
function* notExposed(context) {
    const { trace, service, request } = context;
    const exposed = standsOn(context, request).flatMap(({ ports }) => ports.map(({ value }) => `${value.port}/${value.protocol}`));
    for (const { container, protocol } of service.ports) {
        if (exposed.includes(`${container}/${protocol}`))
            continue;
        const port = protocol === "tcp" ? `${container}` : `${container}/${protocol}`;
        yield {
            message: `the catalog says port ${port}, the image does not EXPOSE it`,
            at: { file: trace.file, line: trace.final.ports.at(-1)?.line ?? trace.final.line },
            fix: `add "EXPOSE ${port}" to the final stage, or correct the port in the catalog`,
        };
    }
}
const healthRules = [
    {
        id: "healthcheck-mismatch",
        scope: "service",
        severity: "warning",
        title: "HEALTHCHECK and catalog disagree on port or path",
        docs: "One of the two is wrong: either the container is called unhealthy while it works, or smoke asks for something that is not there.",
        check: health_mismatch,
    },
    {
        id: "no-healthcheck",
        scope: "service",
        severity: "note",
        title: "No HEALTHCHECK, though the catalog knows how to tell",
        docs: "Smoke does not need it; `docker ps` and Compose's `condition: service_healthy` do.",
        check: noHealthcheck,
    },
    {
        id: "port-not-exposed",
        scope: "service",
        severity: "warning",
        title: "A port of the catalog that the image does not EXPOSE",
        docs: "EXPOSE opens nothing, but it is where people and tools look for an image's ports. A difference mostly means that one of the numbers is old.",
        check: notExposed,
    },
];

;

function* finalUser(context) {
    const { trace, service, request } = context;
    const user = inherited("user", context, request);
    const wanted = service.verify.user;
    const example = wanted ?? "65532:65532";
    const own = trace.final.user !== undefined;
    const at = { file: trace.file, line: own ? (user?.line ?? trace.final.line) : trace.final.line };
    const fix = `add "USER ${example}" to the final stage`;
    if (user === undefined) {
        if (/nonroot/.test(outsideBase(context, request) ?? ""))
            return;
        yield { message: "the final stage sets no USER, so the image runs as root", at, fix };
    }
    else if (!/^[0-9]+(?::[0-9]+)?$/.test(user.value) || /^0+(?::|$)/.test(user.value))
        yield {
            message: `USER ${user.value} is ${/^(?:0+|root)(?::|$)/.test(user.value) ? "root" : "no number"}`,
            at,
            why: "Kubernetes and the like can tell a user that is not root by its number only",
            fix: `say "USER ${example}"`,
        };
    else if (wanted !== undefined && user.value !== wanted)
        yield {
            message: `USER ${user.value}, and the catalog wants ${wanted} (verify.user)`,
            at,
            fix: `say "USER ${wanted}"`,
        };
}
function finalInstructions({ dockerfile, trace }) {
    const all = [...trace.final.chain].reverse().flatMap((index) => dockerfile.stages[index]?.instructions ?? []);
    return all.filter(({ keyword }, i) => keyword === "RUN" || !all.slice(i + 1).some((later) => later.keyword === keyword));
}
const commands = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);
function* shellForm(context) {
    if (!isDistroless(context, context.request))
        return;
    for (const { keyword, form, args, line } of finalInstructions(context)) {
        if (!commands.has(keyword) || form === "json" || args.length === 0)
            continue;
        const health = keyword === "HEALTHCHECK" ? " CMD" : "";
        yield {
            message: `${keyword}${health} in shell form, and the final image has no shell`,
            at: { file: context.dockerfile.file, line },
            fix: keyword === "RUN"
                ? "do it in an earlier stage and COPY --from the result"
                : `write the program and its arguments as JSON: ${keyword}${health} ["/usr/bin/python3", "..."]`,
        };
    }
}
const absent = /^(?:\/(?:usr\/)?bin\/)?(?:sh|bash|ash|dash|curl|wget|nc|useradd|adduser|apt|apt-get|python|pip|pip3)$/;
function* missingTool(context) {
    if (!isDistroless(context, context.request))
        return;
    for (const { keyword, form, args, line } of finalInstructions(context)) {
        const [program = ""] = args;
        if (!commands.has(keyword) || form !== "json" || !absent.test(program))
            continue;
        yield {
            message: `${keyword} runs ${program}, which distroless images do not have`,
            at: { file: context.dockerfile.file, line },
            fix: "use what is there: /usr/bin/python3 in the Python ones",
        };
    }
}
const runtimeRules = [
    {
        id: "final-user",
        scope: "service",
        severity: "warning",
        title: "The image does not run as the numeric, non-root user it should",
        docs: "Without `USER` a container runs as root. A name cannot be checked from outside and needs an /etc/passwd; a number needs nothing. `verify.user` in the catalog says which one is wanted.",
        check: finalUser,
    },
    {
        id: "distroless-shell",
        scope: "service",
        severity: "warning",
        title: "Shell form on a distroless image",
        docs: "`RUN x`, `CMD x`, `ENTRYPOINT x` and `HEALTHCHECK CMD x` run `/bin/sh -c x`. There is no shell: the build fails, the container does not start, or it is unhealthy for ever. Use the JSON form.",
        check: shellForm,
    },
    {
        id: "distroless-tool",
        scope: "service",
        severity: "warning",
        title: "A program that distroless images do not have",
        docs: "No shell, no curl, no wget, no package manager, and Python only as `/usr/bin/python3`.",
        check: missingTool,
    },
];

;

const unquoted = (text) => text.replace(/^(["'])(.*)\1$/s, "$2");
function looksLikeOne(name, value) {
    const text = unquoted(value ?? "");
    if (/^\$\{?\w+\}?$/.test(text))
        return false;
    return credentialFault("build argument", name, text) !== undefined;
}
const secrets_check = (keywords) => function* ({ dockerfile }) {
    for (const { keyword, pairs, line } of dockerfile.instructions) {
        if (!keywords.includes(keyword))
            continue;
        for (const { key, value } of pairs) {
            const given = keyword === "ARG" && value === undefined ? "a value" : value;
            if (!looksLikeOne(unquoted(key), given))
                continue;
            yield {
                message: `${keyword} ${key} looks like a credential`,
                at: { file: dockerfile.file, line },
                why: "everyone who has the image can read it in its history or configuration",
                fix: "use RUN --mount=type=secret in the build, and the environment of the running container",
            };
        }
    }
};
const secretRules = [
    {
        id: "credential",
        scope: "service",
        severity: "error",
        title: "An ARG or LABEL that looks like a credential",
        docs: "Build args end in the image's history, labels in its configuration. Hand it to the build under `secrets` in the catalog, and use it by `RUN --mount=type=secret`.",
        check: secrets_check(["ARG", "LABEL"]),
    },
    {
        id: "credential-env",
        scope: "service",
        severity: "warning",
        title: "An ENV that looks like a credential",
        docs: "The value is in the image for all to read. Give it to the container when it starts.",
        check: secrets_check(["ENV"]),
    },
];

;
const own = new Set(["dockerfile/missing-source", "dockerfile/ignored-source"]);
const withCode = (wanted) => function* (problems, service) {
    for (const { code, at, message, why, fix } of problems)
        if (wanted(code))
            yield { message, at: at ?? service.at, ...(why && { why }), ...(fix && { fix }) };
};
const sourceRules = [
    {
        id: "missing-source",
        scope: "problems",
        severity: "error",
        title: "COPY or ADD of something that is not in the build context",
        docs: "Paths are relative to the context, not to the Dockerfile: with the context `.` a Dockerfile in `infrastructure/mesh/` has to say `COPY infrastructure/mesh/app/ .`. The path that was probably meant is in the message.",
        check: withCode((code) => code === "dockerfile/missing-source"),
    },
    {
        id: "ignored-source",
        scope: "problems",
        severity: "error",
        title: "COPY or ADD of something that the ignore file leaves out",
        docs: "It is on disk, but the engine does not get it. Take it back with a line `!path` after the pattern that hides it, or change the pattern.",
        check: withCode((code) => code === "dockerfile/ignored-source"),
    },
    {
        id: "dockerfile-error",
        scope: "problems",
        severity: "error",
        title: "A Dockerfile or ignore file the engine would refuse",
        docs: "A syntax error, an unknown stage, a malformed pattern, a link that leaves the context. The build would fail at this line.",
        check: withCode((code) => !own.has(code)),
    },
];

;
const platformArg = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;
const variables_keywords = new Set(["LABEL", "ENV"]);
function declaredAnywhere({ dockerfile }) {
    return new Set(dockerfile.instructions
        .filter(({ keyword }) => keyword === "ARG")
        .flatMap(({ pairs }) => pairs.map(({ key }) => key)));
}
function* undeclared(context) {
    const { trace, service } = context;
    const declared = declaredAnywhere(context);
    for (const { name, keyword, line, certainty } of trace.unset) {
        if (!variables_keywords.has(keyword))
            continue;
        const meant = declared.has(name) || Object.hasOwn(service.args, name) || platformArg.test(name);
        if (certainty === "maybe" && !meant && keyword !== "LABEL")
            continue;
        yield {
            message: `${keyword} uses $${name}, which this stage does not declare: it will be empty`,
            at: { file: trace.file, line },
            why: declared.has(name)
                ? "an ARG is seen only in the stage that declares it"
                : "nothing in the Dockerfile sets it",
            fix: `add "ARG ${name}" to this stage, above the ${keyword}`,
        };
    }
}
const variableRules = [
    {
        id: "undeclared-arg",
        scope: "service",
        severity: "warning",
        title: "LABEL or ENV uses a variable its stage does not declare",
        docs: "An `ARG` holds for its stage alone, and one before the first `FROM` for `FROM` lines alone. Used elsewhere it is empty, and labels such as the build date are lost without a word. Repeat `ARG NAME` in the stage that uses it.",
        check: undeclared,
    },
];

;







const rules = [
    ...sourceRules,
    ...variableRules,
    ...fromRules,
    ...runtimeRules,
    ...healthRules,
    ...secretRules,
    ...catalogRules,
];

;



const order = ["error", "warning", "note"];
const ids = new Set(rules.map(({ id }) => id));
function lint(request) {
    const findings = [];
    for (const rule of rules)
        if (rule.scope === "catalog")
            for (const found of rule.check(request.catalog))
                findings.push(toFinding(rule, found, found.service));
    for (const service of request.catalog.services)
        findings.push(...lintService(service, request));
    const unique = new Map(findings.map((finding) => [lint_keyOf(finding), finding]));
    return [...unique.values()].sort(compare);
}
function lintService(service, request) {
    const subject = request.subjects.get(service.name);
    if (subject === undefined)
        return [];
    const readable = isSubject(subject);
    const problems = readable ? subject.problems : subject;
    const switches = readable ? readSwitches(subject.dockerfile, ids) : undefined;
    return rules.flatMap((rule) => {
        const found = rule.scope === "problems"
            ? rule.check(problems, service)
            : rule.scope === "service" && readable
                ? rule.check({ ...subject, service, request })
                : [];
        return [...found]
            .filter(({ at }) => !(readable && at.file === subject.dockerfile.file && switches?.isOff(rule.id, at.line)))
            .map((one) => toFinding(rule, one, service.name));
    });
}
function toFinding({ id, severity }, { message, at, why, fix }, service) {
    return {
        code: id,
        severity,
        message,
        at,
        ...(why !== undefined && { why }),
        ...(fix !== undefined && { fix }),
        ...(service !== undefined && { service }),
    };
}
const lint_keyOf = ({ code, at, message }) => JSON.stringify([code, at?.file, at?.line, message]);
function compare(a, b) {
    const severity = order.indexOf(a.severity) - order.indexOf(b.severity);
    if (severity !== 0)
        return severity;
    const [fileA, fileB] = [a.at?.file ?? "", b.at?.file ?? ""];
    if (fileA !== fileB)
        return fileA < fileB ? -1 : 1;
    return (a.at?.line ?? 0) - (b.at?.line ?? 0);
}

;

function refuse(inputs, catalog) {
    const subjects = new Map(inputs.map((one) => [one.service.name, one.trace === undefined ? one.problems : one]));
    const errors = lint({ catalog, subjects }).filter(({ severity }) => severity === "error");
    return inputs.map((one) => {
        const known = new Set(one.problems.map(placeOf));
        const mine = errors.filter((error) => error.service === one.service.name && !known.has(placeOf(error)));
        const more = mine.map(({ severity: _, service: __, ...problem }) => problem);
        return more.length === 0 ? one : { ...one, problems: [...one.problems, ...more] };
    });
}
const placeOf = ({ at, message }) => JSON.stringify([at?.file, at?.line, message]);

;

async function treeAtCommit(git, ref, tree) {
    const revision = (await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]))?.trim();
    if (!revision)
        return undefined;
    const changed = await changedSince(git, revision, []);
    const records = await git(["ls-tree", "-r", "-z", revision]);
    if (changed === undefined || records === undefined)
        return undefined;
    const isChanged = new Set(changed);
    const before = parseTree(records).filter(({ path }) => isChanged.has(path));
    const links = before.filter(({ mode }) => mode === "120000");
    const targets = await Promise.all(links.map(({ oid }) => git(["cat-file", "blob", oid])));
    const target = new Map(links.map(({ path }, i) => [path, targets[i] ?? ""]));
    const submodules = before.filter(({ mode }) => mode === "160000");
    const files = before.flatMap(({ path, mode, oid }) => {
        if (mode === "160000")
            return [];
        if (mode === "120000")
            return [{ path, kind: "symlink", executable: false, target: target.get(path) ?? "", oid }];
        return [{ path, kind: "file", executable: mode === "100755", oid }];
    });
    const touched = new Set(changed.flatMap(at_commit_parents));
    const kept = tree.entries.flatMap((entry) => {
        if (isChanged.has(entry.path) && entry.kind !== "dir")
            return [];
        if (entry.kind === "dir" && touched.has(entry.path))
            return [];
        const submodule = submodules.find(({ path }) => entry.path.startsWith(`${path}/`));
        return [submodule === undefined ? entry : { ...entry, oid: `${submodule.oid} ${entry.path}` }];
    });
    return {
        changed,
        entries: [...kept, ...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
        hash: (entry) => tree.hash(entry),
        read: (path, now) => isChanged.has(path) ? git(["cat-file", "blob", "--end-of-options", `${revision}:./${path}`]) : now(path),
    };
}
function parseTree(text) {
    return text.split("\0").flatMap((record) => {
        const tab = record.indexOf("\t");
        if (tab < 0)
            return [];
        const [mode = "", , oid = ""] = record.slice(0, tab).split(" ");
        return [{ mode, oid, path: record.slice(tab + 1) }];
    });
}
function at_commit_parents(path) {
    const parts = path.split("/").slice(0, -1);
    return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}

;




async function changedServices(now, then) {
    const [after, before] = await Promise.all([contents(now), contents(then)]);
    const changed = now.inputs.filter(({ service, platform }) => {
        const key = work_imageKey(service.name, platform);
        return after.get(key) === undefined || after.get(key) !== before.get(key);
    });
    return new Set(changed.map(({ service }) => service.name));
}
async function contents({ inputs, hash }) {
    const byKey = new Map(inputs.map((one) => [work_imageKey(one.service.name, one.platform), one]));
    const known = new Map();
    const contentOf = (key, above) => {
        if (above.includes(key))
            return Promise.resolve(undefined);
        const found = known.get(key) ?? compute(byKey.get(key), [...above, key]);
        known.set(key, found);
        return found;
    };
    const compute = async (one, above) => {
        if (one === undefined || one.trace === undefined || one.problems.length > 0)
            return undefined;
        const { trace, service, platform, from } = one;
        const fingerprints = new Map();
        for (const name of Object.values(from)) {
            const content = await contentOf(work_imageKey(name, platform), above);
            if (content === undefined)
                return undefined;
            fingerprints.set(name, content);
        }
        const parts = await partsOf(one, { hash, fingerprints, bases: [] }).catch(changed_unreadable);
        if (parts === undefined)
            return undefined;
        const images = trace.images.map(({ ref, platformName }) => [ref, platformName]);
        return hashOf([parts, images, service.contexts]);
    };
    const all = await Promise.all([...byKey.keys()].map(async (key) => [key, await contentOf(key, [])]));
    return new Map(all);
}
function changed_unreadable(error) {
    if (!(error instanceof errors .yo))
        throw error;
}

;
function withDependents(services, selected, builtFrom) {
    const found = new Set(selected.map(({ name }) => name));
    for (let before = -1; before !== found.size;) {
        before = found.size;
        for (const { name, needs } of services)
            if ([...needs, ...builtFrom(name)].some((other) => found.has(other)))
                found.add(name);
    }
    return services.filter(({ name }) => found.has(name));
}

;











async function select_select(selecting) {
    const { catalog, options, reader } = selecting;
    checkPlatforms(options.platform, catalog.services);
    const named = selectServices(catalog, { services: options.service, phases: options.phase });
    const changed = options.changed === undefined ? named : await changedOf(named, options.changed, selecting);
    if (!options.dependents || changed.length === 0)
        return changed;
    const inputs = await reader.readAll(catalog.services, options.platform, "to-build");
    const from = new Map();
    for (const one of inputs)
        if ("from" in one)
            from.set(one.service.name, [...(from.get(one.service.name) ?? []), ...Object.values(one.from)]);
    return withDependents(catalog.services, changed, (name) => from.get(name) ?? []);
}
async function changedOf(services, ref, { catalog, options, git, tree, reader, readBaseConfig, readText }) {
    const then = await treeAtCommit(git, ref, tree);
    if (then === undefined)
        throw select_unknown(ref);
    if (then.changed.length === 0)
        return [];
    const inputs = await reader.readAll(services, options.platform, "to-build");
    const old = await catalogThen(catalog, then, options.registry, readText);
    if (old === undefined)
        return services;
    const names = new Set(inputs.map(({ service }) => service.name));
    const files = openFiles(toTree(then.entries), (name) => then.read(name, readText));
    const before = await inputReader(old, files, readBaseConfig).readAll(old.services.filter(({ name }) => names.has(name)), options.platform, "to-build");
    const changed = await changedServices({ inputs, hash: tree.hash }, { inputs: before, hash: then.hash });
    return services.filter(({ name }) => changed.has(name));
}
async function catalogThen(catalog, then, registry, now) {
    const name = external_node_path_.basename(catalog.file);
    if (!then.changed.includes(name))
        return catalog;
    const text = await then.read(name, now);
    if (text === undefined)
        return undefined;
    try {
        const host = hostOf(then.entries);
        return loadCatalog({
            file: catalog.file,
            text,
            root: catalog.root,
            host,
            ...(registry !== undefined && { registry }),
        });
    }
    catch (error) {
        if (error instanceof errors .yo)
            return undefined;
        throw error;
    }
}
function hostOf(entries) {
    const kinds = new Map([[".", "folder"]]);
    for (const { path: name, kind } of entries) {
        kinds.set(name, kind === "file" ? "file" : kind === "dir" ? "folder" : "other");
        for (let up = external_node_path_.dirname(name); up !== "."; up = external_node_path_.dirname(up))
            kinds.set(up, "folder");
    }
    return {
        look: (name) => kinds.get(name) ?? "missing",
        list: (name) => [...kinds.keys()].filter((one) => external_node_path_.dirname(one) === name).map((one) => external_node_path_.basename(one)),
    };
}
const select_unknown = (ref) => new errors .yo({
    code: "options/changed",
    message: `there is no commit ${JSON.stringify(ref)} in this clone`,
    why: "what changed since a commit is only known where the commit is; a shallow clone holds few",
    fix: "check out with fetch-depth: 0, or fetch that one: git fetch --depth=1 origin <branch or commit>",
});

;



async function readTimes({ times, out }, { cwd, log }) {
    const named = times === undefined ? external_node_path_.join(out, "build.json") : external_node_path_.resolve(cwd, times);
    const found = new Map();
    for (const file of await jsonFiles(named))
        for (const { service, platform, outcome, durationMs } of await imagesOf(file))
            if (outcome === "built" && typeof durationMs === "number" && durationMs >= 0)
                found.set(work_imageKey(service, platform), durationMs / 1000);
    if (times !== undefined && found.size === 0)
        log(`${times} holds no build times: jobs are spread by size`);
    return found;
}
async function jsonFiles(named) {
    const stats = await (0,promises_.stat)(named).catch(() => undefined);
    if (stats === undefined)
        return [];
    if (!stats.isDirectory())
        return [named];
    const names = await (0,promises_.readdir)(named, { recursive: true });
    return names
        .filter((name) => name.endsWith(".json"))
        .sort()
        .map((name) => external_node_path_.join(named, name));
}
async function imagesOf(file) {
    try {
        const value = JSON.parse(await (0,promises_.readFile)(file, "utf8"));
        if (value?.kind !== "lucid.build" || !Array.isArray(value.images))
            return [];
        return value.images.filter((image) => image !== null && typeof image === "object");
    }
    catch {
        return [];
    }
}

;













async function plan_plan(options, world, registry = openRegistries(options, world), reach = "to-build") {
    const catalog = await openCatalog(options, world);
    const git = gitOf(catalog.root, world);
    const modified = listModified(git);
    const [source, tree, times] = await Promise.all([
        openSource(options, git, world, modified),
        openTree(catalog.root, git, modified),
        readTimes(options, world),
    ]);
    const readBaseConfig = baseConfigs(registry);
    const reader = inputReader(catalog, tree.files, readBaseConfig);
    const { readText } = tree.files;
    const selected = await select_select({ catalog, options, git, tree: tree.tree, reader, readBaseConfig, readText });
    const inputs = refuse(await reader.readAll(selected, options.platform, reach), catalog);
    const tags = tags_tagsOf(selected, source, catalog);
    const again = options.stale || source.event.kind === "schedule";
    const request = {
        catalog,
        source,
        selected,
        force: options.force,
        ...(options.stale && { staleAt: (world.date ?? Date.now)() }),
        inputs,
        tags: again ? await keepWritten(tags, selected, registry) : tags,
        runners: options.emulate ? "emulated" : "native",
        maxJobs: options.maxJobs,
        times,
    };
    const made = await makePlan(request, {
        hash: tree.tree.hash,
        resolveBase: (ref, platform) => registry.resolve(ref, platform),
        findImage: (ref, platform) => findImage(registry, ref, platform),
        findPrevious: (service, platform) => findPrevious(registry, service, platform, source, catalog),
        changedSince: (revision, paths) => changedSince(git, revision, paths),
    });
    const listed = options.inputs ? { ...made, inputs: listAll(made, inputs) } : made;
    await writeDocument(options.out, listed);
    return listed;
}
function listAll({ images, selected }, inputs) {
    return selected.flatMap((name) => inputs.flatMap((one) => {
        if (one.service.name !== name || one.trace === undefined)
            return [];
        const image = images.find(({ service, platform }) => service === name && platform === one.platform);
        return [listInputs(one, image)];
    }));
}

;







async function planFor(options, world, registry, reach) {
    const { plan: given, out } = options;
    if (given === undefined || given === "new")
        return plan_plan(options, world, registry, reach);
    const file = external_node_path_.resolve(world.cwd, given);
    const found = await readDocument(file, "lucid.plan", 1);
    if (found === undefined)
        throw new errors .yo({
            code: "document/missing",
            message: "there is no such plan",
            at: { file: given },
            fix: "write one with `lucid plan`, or leave the option out to have one made",
        });
    const root = external_node_path_.dirname(external_node_path_.resolve(world.cwd, options.catalog));
    if (!(0,external_node_fs_.existsSync)(root))
        throw new errors .yo({
            code: "catalog/unreadable",
            message: "there is no such folder, which the plan's paths are relative to",
            at: { file: root },
            fix: "name the catalog that the plan was made of with --catalog",
        });
    const here = { ...found, root };
    const part = partOf(here, given, options, reach);
    await writeDocument(out, external_node_path_.resolve(out, "plan.json") === file ? here : part);
    return part;
}
function partOf(plan, file, { service, phase, platform }, reach = "to-build") {
    const chosen = plan.services.filter(({ name }) => plan.selected.includes(name));
    const wanted = selectServices({ ...plan, file, services: chosen }, { services: service, phases: phase });
    checkPlatforms(platform, plan.services);
    const platforms = platformNames(platform);
    if (wanted.length === chosen.length && platforms.length === 0)
        return plan;
    const names = new Set(wanted.map(({ name }) => name));
    const selected = plan.selected.filter((name) => names.has(name));
    for (const name of names) {
        const needs = plan.services.find((one) => one.name === name)?.needs ?? [];
        for (const need of reach === "to-run" ? needs : [])
            names.add(need);
        for (const image of plan.images)
            if (image.service === name)
                for (const parent of Object.values(image.from))
                    names.add(parent);
    }
    return {
        ...plan,
        selected,
        images: plan.images.filter((image) => names.has(image.service) && (platforms.length === 0 || platforms.includes(image.platform))),
    };
}

;






async function build_build(options, world) {
    const registry = openRegistries(options, world);
    const plan = await planFor(options, world, registry);
    if (options.print)
        return bakeDefinition({ plan, root: plan.root, ...(options.noCache && { cache: "none" }) });
    return buildPlan(options, world, registry, plan);
}
async function buildPlan(options, world, registry, plan) {
    const { docker, env, progress, signal, now } = world;
    const { builder } = options;
    const platforms = plan.images.flatMap(({ decision, platform }) => (decision.kind === "build" ? platform : []));
    const needs = { build: true, platforms: [...new Set(platforms)] };
    const engine = platforms.length === 0
        ? undefined
        : await (0,docker_engine .Wp)(docker, needs, { signal, ...(builder !== undefined && { builder }) });
    const result = await build({
        plan,
        root: plan.root,
        docker,
        registry,
        env,
        progress,
        signal,
        now,
        options: {
            cache: options.noCache ? "none" : "use",
            outDir: options.out,
            ...(builder !== undefined && { builder }),
            ...(engine?.native !== undefined && { native: engine.native }),
        },
    });
    await writeDocument(options.out, result);
    return result;
}

;





async function lint_lint(options, world) {
    const catalog = await openCatalog(options, world);
    const { files } = await openTree(catalog.root, gitOf(catalog.root, world));
    const selected = selectServices(catalog, { services: options.service, phases: options.phase });
    const subjects = await Promise.all(selected.map(async (service) => {
        const [platform = "linux/arm64"] = service.platforms;
        return [service.name, await readInputs(service, platform, catalog, files)];
    }));
    const findings = lint({ catalog, subjects: new Map(subjects) });
    const dockerfiles = new Set(selected.map(({ dockerfile }) => dockerfile));
    const result = { kind: "lucid.lint", version: 1, findings, files: dockerfiles.size };
    await writeDocument(options.out, result);
    return result;
}

;
async function compareRevisions(git, published, ours) {
    if (published === ours)
        return "same";
    const known = await Promise.all([published, ours].map((revision) => git(["cat-file", "-e", `${revision}^{commit}`])));
    if (known.includes(undefined))
        return "unknown";
    if ((await git(["merge-base", "--is-ancestor", published, ours])) !== undefined)
        return "newer";
    if ((await git(["merge-base", "--is-ancestor", ours, published])) !== undefined)
        return "older";
    return "unknown";
}

;
async function compareOnGitHub(env, token, published, ours) {
    const [owner, repo] = (env.GITHUB_REPOSITORY ?? "").split("/");
    if (!token || !owner || !repo)
        return "unknown";
    const { getOctokit } = await Promise.all( [__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    try {
        const { data } = await getOctokit(token).rest.repos.compareCommitsWithBasehead({
            owner,
            repo,
            basehead: `${published}...${ours}`,
            per_page: 1,
        });
        const orders = { identical: "same", ahead: "newer", behind: "older" };
        return orders[data.status] ?? "unknown";
    }
    catch {
        return "unknown";
    }
}

;

const indexType = "application/vnd.oci.image.index.v1+json";
const annotated = ["revision", "created", "source", "version", "url", "title", "description", "licenses"].map((key) => `org.opencontainers.image.${key}`);
function makeIndex(images) {
    const sorted = [...images].sort((a, b) => (a.platform < b.platform ? -1 : a.platform > b.platform ? 1 : 0));
    const annotations = annotated.flatMap((key) => {
        const value = sorted.map(({ labels }) => labels[key]).find((one) => one !== undefined && one !== "");
        return value === undefined ? [] : [[key, value]];
    });
    const index = {
        schemaVersion: 2,
        mediaType: indexType,
        manifests: [...sorted.map(descriptorOf), ...sorted.flatMap(({ attestations }) => attestations)],
        ...(annotations.length > 0 && { annotations: Object.fromEntries(annotations) }),
    };
    const bytes = new TextEncoder().encode(JSON.stringify(index));
    return { bytes, digest: `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}` };
}
function descriptorOf({ mediaType, digest, manifestSize, os, architecture, variant }) {
    const platform = { architecture, os, ...(variant !== undefined && { variant }) };
    return { mediaType, digest, size: manifestSize, platform };
}

;


function gather(service, planned, built) {
    const images = [];
    const gaps = [];
    for (const platform of service.platforms) {
        const mine = (list) => list.find((one) => one.service === service.name && one.platform === platform);
        const row = mine(built);
        const plan = mine(planned);
        if (row !== undefined) {
            const { outcome, contentRef, digest } = row;
            const good = outcome === "built" || outcome === "unchanged";
            if (good && digest !== undefined)
                images.push({ platform, contentRef, digest, fresh: outcome === "built" });
            else {
                const kind = outcome === "skipped" || outcome === "cancelled" ? "skipped" : "failed";
                const why = row.error?.message ?? (good ? "it has no digest" : undefined);
                gaps.push({ kind, text: `${platform}: build ${outcome}${why === undefined ? "" : `: ${why}`}` });
            }
        }
        else if (plan?.decision.kind === "unchanged")
            images.push({ platform, contentRef: plan.contentRef, digest: plan.decision.digest, fresh: false });
        else if (plan?.decision.kind === "blocked")
            gaps.push({ kind: "failed", text: `${platform}: ${plan.decision.problems[0]?.message ?? "blocked"}` });
        else
            gaps.push({ kind: "skipped", text: `${platform}: not built` });
    }
    if (gaps.length === 0 && images.length > 0)
        return { kind: "complete", images };
    const kind = gaps.some((gap) => gap.kind === "failed") ? "failed" : "skipped";
    return { kind, reason: gaps.map(({ text }) => text).join("; ") || "the catalog names no platform for it" };
}
async function indexOver(registry, images, patient) {
    const facts = await Promise.all(images.map((image) => factsOf(registry, image, patient)));
    return makeIndex(facts);
}
async function factsOf(registry, { platform, contentRef, digest, fresh }, patient) {
    let facts = await registry.imageFacts(contentRef, platform);
    while (facts === undefined && fresh && (await patient.again()))
        facts = await registry.imageFacts(contentRef, platform);
    const wrong = (message, fix) => new errors .yo({ code: "publish/content", message, fix });
    if (facts === undefined)
        throw wrong(`${contentRef} is not in the registry`, "build it again");
    if (facts.digest !== digest && facts.indexDigest !== digest)
        throw wrong(`${contentRef} holds ${facts.digest}, but ${digest} was built`, "another run built the same source meanwhile: run again");
    if (`${facts.os}/${facts.architecture}` !== platform.split("/", 2).join("/"))
        throw wrong(`${contentRef} is made for ${facts.platform}, not ${platform}`, "build it again for that platform");
    return facts;
}

;

function failedVerification({ policy }, images) {
    if (policy.verify !== "required")
        return undefined;
    const failed = images.flatMap(({ platform, checks }) => checks
        .filter(({ ok }) => !ok)
        .map(({ name, actual, expected }) => `${platform}: ${name} is ${actual}, not ${expected}`));
    return failed.length === 0 ? undefined : `verification failed: ${failed.join("; ")}`;
}
function heldForSource({ dirty, revision }, { allowDirty = false }) {
    if (allowDirty)
        return undefined;
    if (revision === noGitRevision)
        return "built without git: no commit stands for it (--allow-dirty lets it pass)";
    return dirty ? "uncommitted changes: commit them first (--allow-dirty lets them pass)" : undefined;
}
function smokeGate(service, images, smoked, { requireSmoke = true }) {
    if (!requireSmoke || service.policy.smoke !== "required")
        return { kind: "open" };
    if (service.health === undefined && service.ports.length === 0)
        return { kind: "open" };
    const rows = images.map((image) => ({
        image,
        row: smoked.find((row) => row.service === service.name && row.platform === image.platform),
    }));
    for (const { image, row } of rows)
        if (row?.verdict === "unhealthy" && row.digest === image.digest)
            return { kind: "shut", why: `smoke on ${image.platform}: ${wordsFor(row)}` };
    const open = rows.filter(({ image, row }) => row?.verdict !== "healthy" || row.digest !== image.digest);
    const [first] = open;
    if (first === undefined)
        return { kind: "open" };
    return { kind: "unproven", images: open.map(({ image }) => image), why: whyUnproven(first.image, first.row) };
}
function whyUnproven({ platform, digest }, row) {
    if (row === undefined || row.verdict === "skipped")
        return `smoke did not run on ${platform}${row?.reason === undefined ? "" : `: ${row.reason}`}`;
    if (row.digest !== digest)
        return `smoke on ${platform} ran ${row.digest}, which is not what is published`;
    return `smoke on ${platform}: ${wordsFor(row)}`;
}
function wordsFor({ verdict, failure, reason }) {
    const said = failure?.guess ?? reason;
    return said === undefined ? verdict : `${verdict}, ${said}`;
}

;
const firstMs = 50;
function patience(lagMs, wait, signal) {
    let next = firstMs;
    let left = lagMs;
    return {
        async again() {
            if (left <= 0 || signal?.aborted)
                return false;
            const ms = Math.min(next, left);
            left -= ms;
            next = Math.min(next * 2, 4000);
            await wait(ms);
            return true;
        },
        over() {
            next = firstMs;
        },
    };
}
function waitFor(signal) {
    return (ms) => new Promise((resolve) => {
        if (signal?.aborted)
            return resolve();
        const end = () => {
            clearTimeout(timer);
            signal?.removeEventListener("abort", end);
            resolve();
        };
        const timer = setTimeout(end, ms);
        signal?.addEventListener("abort", end, { once: true });
    });
}
const unknownParts = new Set(["BLOB_UNKNOWN", "MANIFEST_UNKNOWN", "MANIFEST_BLOB_UNKNOWN"]);
async function putPatiently(registry, ref, bytes, mediaType, patient) {
    for (;;) {
        try {
            return await registry.putManifest(ref, bytes, mediaType);
        }
        catch (error) {
            const code = error.registryCode;
            if (typeof code !== "string" || !unknownParts.has(code) || !(await patient.again()))
                throw error;
        }
    }
}

;



async function writeImmutable(registry, image, tags, index, patient, done) {
    const there = await Promise.all(tags.map((tag) => registry.head(`${image}:${tag}`)));
    const taken = tags.flatMap((tag, i) => {
        const digest = there[i]?.digest;
        return digest === undefined || digest === index.digest ? [] : [{ tag, digest }];
    });
    if (taken.length > 0)
        throw new errors .yo(taken.map(({ tag, digest }) => conflict(image, tag, digest, index.digest)));
    for (const [i, tag] of tags.entries()) {
        if (there[i] !== undefined) {
            done({ tag, kind: "immutable", state: "present" });
            continue;
        }
        await putPatiently(registry, `${image}:${tag}`, index.bytes, indexType, patient);
        await immutable_readBack(registry, image, tag, index.digest, patient);
        done({ tag, kind: "immutable", state: "written" });
    }
}
async function immutable_readBack(registry, image, tag, digest, patient) {
    let now = await registry.head(`${image}:${tag}`);
    while (now === undefined && (await patient.again()))
        now = await registry.head(`${image}:${tag}`);
    patient.over();
    if (now === undefined)
        throw new errors .yo({
            code: "publish/not-shown",
            message: `${image}:${tag} was accepted, but the registry does not show it`,
            fix: "publish again: what is done is found and kept",
        });
    if (now.digest !== digest)
        throw new errors .yo(conflict(image, tag, now.digest, digest));
}
function conflict(image, tag, there, ours) {
    return {
        code: "publish/immutable",
        message: `${image}:${tag} already names ${there}, and immutable tags are never overwritten`,
        why: `this run has ${ours}`,
        fix: "make the tag rule tell the builds apart, make the tag floating, or delete the tag if it is wrong",
    };
}

;


const ledgerType = "application/vnd.lucid.publication.v1+json";
const manifestType = "application/vnd.oci.image.manifest.v1+json";
const emptyBlob = new TextEncoder().encode("{}");
const ledger_keys = {
    revision: "org.opencontainers.image.revision",
    committedAt: "org.opencontainers.image.created",
    digest: "com.lucid.publication.index",
    sequence: "com.lucid.publication.sequence",
};
function ledgerTags(floating, copies) {
    return Array.from({ length: copies }, (_, i) => {
        const suffix = i === 0 ? ".published" : `.published-${i + 1}`;
        const room = 128 - suffix.length;
        if (floating.length <= room)
            return floating + suffix;
        const hash = (0,external_node_crypto_.createHash)("sha256").update(floating).digest("hex").slice(0, 16);
        return `${floating.slice(0, room - 17)}-${hash}${suffix}`;
    });
}
function writeLedger({ revision, committedAt, digest, sequence }) {
    const empty = {
        mediaType: "application/vnd.oci.empty.v1+json",
        digest: `sha256:${(0,external_node_crypto_.createHash)("sha256").update(emptyBlob).digest("hex")}`,
        size: emptyBlob.length,
    };
    const manifest = {
        schemaVersion: 2,
        mediaType: manifestType,
        artifactType: ledgerType,
        config: empty,
        layers: [empty],
        annotations: {
            [ledger_keys.revision]: revision,
            [ledger_keys.committedAt]: committedAt,
            [ledger_keys.digest]: digest,
            [ledger_keys.sequence]: String(sequence),
        },
    };
    return new TextEncoder().encode(JSON.stringify(manifest));
}
function readLedger({ content }, tag) {
    const { annotations } = content;
    const revision = annotations[ledger_keys.revision];
    const digest = annotations[ledger_keys.digest];
    const sequence = Number(annotations[ledger_keys.sequence]);
    const ours = content.kind === "image" && content.artifactType === ledgerType;
    if (!ours || !revision || !/^sha256:[0-9a-f]{64}$/.test(digest ?? "") || !digest || !Number.isSafeInteger(sequence))
        throw new errors .yo({
            code: "publish/ledger",
            message: `the tag ${tag} does not hold the record of who published`,
            why: "it was overwritten by something else",
            fix: `delete the tag ${tag}, then publish again`,
        });
    return { revision, committedAt: annotations[ledger_keys.committedAt] ?? "", digest, sequence };
}
function samePublication(a, b) {
    return a?.revision === b?.revision && a?.digest === b?.digest;
}
async function standing(order, allowUnordered, published, ours) {
    if (samePublication(published, ours))
        return "same";
    const known = published.revision === ours.revision ? "same" : await order(published.revision, ours.revision);
    if (known === "newer" || known === "older")
        return known;
    if (known === "unknown" && !allowUnordered)
        return "unknown";
    if (published.sequence !== ours.sequence)
        return ours.sequence > published.sequence ? "newer" : "older";
    return `${ours.digest} ${ours.revision}` > `${published.digest} ${published.revision}` ? "newer" : "older";
}

;




async function promote(promotion) {
    const tried = { tag: false };
    try {
        return await settle(promotion, tried);
    }
    catch (cause) {
        if (!tried.tag)
            throw cause;
        const { image, tag } = promotion;
        throw new errors .yo({
            code: "publish/unconfirmed",
            message: `${image}:${tag} may have moved, but that could not be confirmed`,
            why: cause.message.split("\n", 1)[0] ?? "",
            fix: "publish again: what is done is found and kept",
        }, { cause });
    }
}
async function settle(promotion, tried) {
    const { registry, image, tag, index, signal, patient } = promotion;
    const places = ledgerTags(tag, promotion.copies ?? 2);
    const look = async () => {
        const [named, ...ledger] = await Promise.all([
            registry.head(`${image}:${tag}`),
            ...places.map(async (place) => {
                const manifest = await registry.manifest(`${image}:${place}`);
                return manifest && readLedger(manifest, place);
            }),
        ]);
        return { ledger, tag: named?.digest };
    };
    const first = await look();
    const ours = ourPublication(promotion, first);
    let view = first;
    const written = new Map();
    for (let round = 0; round < 20; round++) {
        const newest = await newestOf(promotion, ours, view);
        if (newest.kind === "unordered")
            return newest;
        const best = newest.publication;
        const step = nextStep(view, best, best === ours ? undefined : written);
        if (step === undefined)
            return ending(promotion, ours, best, first.tag);
        if (written.size === 0 && signal?.aborted)
            return { kind: "cancelled" };
        const [ref, bytes, type] = step.kind === "tag"
            ? [`${image}:${tag}`, await indexOf(promotion, best), indexType]
            : [`${image}:${places[step.copy]}`, writeLedger(best), manifestType];
        if (step.kind === "ledger" && view.ledger[step.copy] === undefined)
            await registry.putBlob(image, emptyBlob);
        tried.tag ||= step.kind === "tag";
        await putPatiently(registry, ref, bytes, type, patient);
        written.set(promote_keyOf(step), promote_valueAt(best, step));
        const before = promote_shown(view, step);
        view = await look();
        while (promote_shown(view, step) === before && (await patient.again()))
            view = await look();
        patient.over();
    }
    throw new errors .yo({
        code: "publish/not-shown",
        message: `${image}:${tag} does not come to rest`,
        why: `the registry shows ${view.tag ?? "nothing"} where ${index.digest} was written`,
        fix: "publish again when nobody else does",
    });
}
function ourPublication({ index, revision, committedAt }, { ledger }) {
    const ours = { revision, committedAt, digest: index.digest, sequence: 0 };
    const same = ledger.find((entry) => samePublication(entry, ours));
    return same ?? { ...ours, sequence: 1 + Math.max(0, ...ledger.map((entry) => entry?.sequence ?? 0)) };
}
async function newestOf({ order, allowUnordered }, ours, { ledger }) {
    let newest = ours;
    for (const entry of ledger) {
        if (entry === undefined)
            continue;
        const stands = await standing(order, allowUnordered, entry, newest);
        if (stands === "older")
            newest = entry;
        else if (stands === "unknown" && newest === ours)
            return { kind: "unordered", than: entry };
    }
    return { kind: "newest", publication: newest };
}
function nextStep(view, best, written) {
    const steps = [
        ...view.ledger.map((_, copy) => ({ kind: "ledger", copy })),
        { kind: "tag" },
    ];
    return steps.find((step) => promote_shown(view, step) !== promote_valueAt(best, step) &&
        (written === undefined || written.get(promote_keyOf(step)) === promote_shown(view, step)));
}
function promote_keyOf(step) {
    return step.kind === "tag" ? "tag" : `ledger ${step.copy}`;
}
function promote_valueAt(publication, step) {
    return step.kind === "tag" ? publication.digest : `${publication.revision} ${publication.digest}`;
}
function promote_shown(view, step) {
    if (step.kind === "tag")
        return view.tag;
    const entry = view.ledger[step.copy];
    return entry && promote_valueAt(entry, step);
}
async function indexOf({ registry, image, index }, { digest }) {
    if (digest === index.digest)
        return index.bytes;
    const manifest = await registry.manifest(`${image}@${digest}`);
    if (manifest === undefined)
        throw new errors .yo({
            code: "publish/index-gone",
            message: `the index ${digest} of ${image} is gone, although it was published last`,
            fix: "run the newest commit's workflow again",
        });
    return manifest.bytes;
}
function ending({ tag }, ours, best, previous) {
    if (best === ours)
        return previous !== ours.digest
            ? { kind: "moved", ...(previous !== undefined && { previous }) }
            : { kind: "present" };
    const who = best.revision === ours.revision ? "a later run of this commit" : `${best.revision.slice(0, 12)}, which is newer`;
    return { kind: "superseded", by: best, why: `${tag} was published by ${who}` };
}

;

function row_tagsOf({ service }, plan) {
    return plan.tags[service.name] ?? { immutable: [], floating: [] };
}
function outcomeOf(tags) {
    if (tags.some(({ state }) => state === "written" || state === "moved"))
        return "published";
    if (tags.some(({ state }) => state === "present"))
        return "unchanged";
    return "skipped";
}
function toRow(candidate, plan) {
    const { service, images, index, tags, outcome = "skipped", reason } = candidate;
    const planned = row_tagsOf(candidate, plan);
    const missed = ["immutable", "floating"].flatMap((kind) => planned[kind]
        .filter((tag) => !tags.some((one) => one.kind === kind && one.tag === tag))
        .map((tag) => ({ tag, kind, state: "held", ...(reason !== undefined && { why: reason }) })));
    const all = [...tags, ...missed];
    const given = all.some(({ state }) => state !== "held");
    const why = reason ?? (all.length === 0 ? "this run gives it no tag" : undefined);
    return {
        service: service.name,
        image: service.image,
        outcome,
        ...(given && index && { digest: index.digest }),
        platforms: images.map(({ platform, digest }) => ({ platform, digest })),
        tags: all,
        ...(why !== undefined && { reason: why }),
    };
}
function tell({ service, outcome, reason, tags }, progress) {
    const moved = tags.filter(({ state }) => state === "written" || state === "moved").map(({ tag }) => tag);
    const text = reason ?? (moved.length > 0 ? moved.join(", ") : outcome);
    const state = outcome === "failed" ? "failed" : "done";
    progress?.({ stage: "publish", subject: service.name, state, ...(text !== undefined && { text }) });
}
function reasonOf(error) {
    if (error instanceof errors .yo)
        return error.problems
            .map(({ message, why, fix }) => [message, why, fix && `fix: ${fix}`].filter(Boolean).join("; "))
            .join(" | ");
    return error instanceof Error ? error.message : String(error);
}

;









async function publish(input) {
    const started = performance.now();
    const { plan } = input;
    const services = plan.selected.flatMap((name) => plan.services.find((service) => service.name === name) ?? []);
    const candidates = services.map((service) => ({ service, images: [], tags: [] }));
    const context = { ...input, order: publish_remembering(input.order) };
    for (const step of [publish_verify, immutable, floating])
        await each(candidates, input.options?.concurrency ?? 8, (candidate) => guarded(step, candidate, context));
    return {
        kind: "lucid.publish",
        version: 1,
        revision: plan.source.revision,
        services: candidates.map((candidate) => toRow(candidate, plan)),
        durationMs: Math.round(performance.now() - started),
    };
}
async function guarded(step, candidate, context) {
    if (candidate.outcome !== undefined)
        return;
    try {
        if (context.signal?.aborted)
            end(candidate, "skipped", "cancelled");
        else
            await step(candidate, context);
    }
    catch (error) {
        const unconfirmed = error instanceof errors .yo && error.problems[0]?.code === "publish/unconfirmed";
        if (context.signal?.aborted && !unconfirmed)
            end(candidate, "skipped", "cancelled");
        else
            end(candidate, "failed", reasonOf(error));
    }
    if (candidate.outcome !== undefined)
        tell(candidate, context.progress);
}
async function publish_verify(candidate, context) {
    const { service } = candidate;
    const { plan, build, registry, progress } = context;
    progress?.({ stage: "publish", subject: service.name, state: "started" });
    const built = build?.images.filter((image) => image.service === service.name) ?? [];
    const complete = gather(service, plan.images, built);
    if (complete.kind !== "complete")
        return end(candidate, complete.kind, complete.reason);
    candidate.images = complete.images;
    const failed = failedVerification(service, built);
    if (failed !== undefined)
        return end(candidate, "failed", failed);
    candidate.index = await indexOver(registry, complete.images, patient(context, context.signal));
}
async function immutable(candidate, context) {
    const { service, index, tags } = candidate;
    if (index === undefined)
        return;
    const wanted = row_tagsOf(candidate, context.plan).immutable;
    await writeImmutable(context.registry, service.image, wanted, index, patient(context, context.signal), (tag) => {
        tags.push(tag);
        context.signal?.throwIfAborted();
    });
}
async function floating(candidate, context) {
    const { service, index, tags } = candidate;
    const wanted = row_tagsOf(candidate, context.plan).floating;
    if (index === undefined)
        return;
    const held = wanted.length === 0 ? undefined : await whyHeld(candidate, wanted, context);
    if (held !== undefined) {
        candidate.reason = held;
        for (const tag of wanted)
            tags.push({ tag, kind: "floating", state: "held", why: held });
    }
    else {
        if (wanted.length > 0 && tags.length === 0)
            await putPatiently(context.registry, `${service.image}@${index.digest}`, index.bytes, indexType, patient(context, context.signal));
        for (const tag of wanted) {
            const { registry, order, signal, plan, options } = context;
            const { revision, committedAt } = plan.source;
            const promoted = await promote({
                registry,
                order,
                image: service.image,
                tag,
                index,
                revision,
                committedAt,
                allowUnordered: options?.allowUnordered ?? false,
                patient: patient(context),
                ...(signal && { signal }),
            });
            note(candidate, tag, promoted, revision);
        }
    }
    candidate.outcome ??= outcomeOf(tags);
}
async function whyHeld({ service, images }, wanted, { plan, smoke, options = {}, registry }) {
    const source = heldForSource(plan.source, options);
    if (source !== undefined)
        return source;
    const gate = smokeGate(service, images, smoke?.services ?? [], options);
    if (gate.kind === "open")
        return undefined;
    for (const tag of gate.kind === "unproven" ? wanted : []) {
        const named = (await registry.manifest(`${service.image}:${tag}`))?.content;
        const earned = new Set(named?.kind === "index" ? named.manifests.map(({ digest }) => digest) : []);
        if (gate.kind === "unproven" && gate.images.every(({ digest }) => earned.has(digest)))
            return undefined;
    }
    return gate.why;
}
function note(candidate, tag, promoted, revision) {
    const kind = "floating";
    const hold = (why) => {
        candidate.tags.push({ tag, kind, state: "held", why });
        candidate.reason ??= why;
    };
    switch (promoted.kind) {
        case "present":
            candidate.tags.push({ tag, kind, state: "present" });
            return;
        case "moved": {
            const { previous } = promoted;
            const state = previous === undefined ? "written" : "moved";
            candidate.tags.push({ tag, kind, state, ...(previous !== undefined && { previous }) });
            return;
        }
        case "superseded":
            hold(promoted.why);
            candidate.outcome = "superseded";
            return;
        case "unordered":
            hold(unorderedWords(tag, promoted.than.revision, revision));
            return;
        case "cancelled":
            hold("cancelled");
            candidate.outcome ??= "skipped";
            return;
    }
}
function unorderedWords(tag, published, ours) {
    const nameless = [published, ours].includes(noGitRevision);
    const fix = nameless
        ? "one of them was built without git; --allow-unordered moves the tag all the same"
        : "check out the whole history (fetch-depth: 0), or bring the branches together; --allow-unordered moves the tag all the same";
    return `${tag}: cannot tell whether ${published.slice(0, 12)}, which is published, comes before ${ours.slice(0, 12)}: ${fix}`;
}
function end(candidate, outcome, reason) {
    candidate.outcome = outcome;
    candidate.reason = reason;
}
function patient({ options }, signal) {
    return patience(options?.lagMs ?? 20_000, waitFor(signal), signal);
}
function publish_remembering(order) {
    const answers = new Map();
    return (published, ours) => {
        const key = `${published} ${ours}`;
        const ask = async () => order(published, ours);
        const answer = answers.get(key) ?? ask().catch(() => "unknown");
        answers.set(key, answer);
        return answer;
    };
}
async function each(items, limit, work) {
    const queue = items.values();
    const worker = async () => {
        for (const item of queue)
            await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}

;

async function buildFromRegistry(plan, registry) {
    const images = await Promise.all(plan.images.map((image) => find(image, plan, registry)));
    return { kind: "lucid.build", version: 1, revision: plan.source.revision, images, command: [], durationMs: 0 };
}
async function find(image, { services, source }, registry) {
    const { platform, fingerprint, contentRef, decision } = image;
    const service = services.find(({ name }) => name === image.service);
    if (service === undefined)
        throw new Error(`the plan has an image of ${image.service}, but no such service`);
    const row = { service: service.name, platform, fingerprint, contentRef, checks: [] };
    if (decision.kind === "blocked")
        return { ...row, outcome: "failed", error: { message: decision.problems[0]?.message ?? "cannot be planned" } };
    const facts = await registry.imageFacts(contentRef, platform);
    if (facts === undefined)
        return { ...row, outcome: "skipped", error: { message: `is not in the registry: ${contentRef}` } };
    const seen = rowFacts(facts, service, source, { platform, outcome: "unchanged" });
    return { ...row, outcome: decision.kind === "build" ? "built" : "unchanged", ...seen };
}

;







async function publish_publish(options, world) {
    const registry = openRegistries(options, world);
    const plan = await planFor(options, world, registry);
    const build = await buildFromRegistry(plan, registry);
    const smoke = await lastDocument(options.out, "lucid.smoke", 1);
    return publishBuilt(options, world, plan, build, smoke);
}
async function publishBuilt(options, world, plan, build, smoke) {
    const git = gitOf(plan.root, world);
    const result = await publish({
        plan,
        build,
        ...(smoke && { smoke }),
        registry: openRegistries(options, { ...world, signal: new AbortController().signal }),
        order: async (published, ours) => {
            const known = await compareRevisions(git, published, ours);
            return known === "unknown" ? compareOnGitHub(world.env, options.githubToken, published, ours) : known;
        },
        options: {
            requireSmoke: options.requireSmoke,
            allowDirty: options.allowDirty,
            allowUnordered: options.allowUnordered,
        },
        progress: world.progress,
        signal: world.signal,
    });
    await writeDocument(options.out, result);
    return result;
}

var summary = __webpack_require__(8750);
;




async function report_report(options, world) {
    const { out } = options;
    const plan = await planFor(options, world);
    const [lint, build, smoke, publish] = await Promise.all([
        lastDocument(out, "lucid.lint", 1),
        lastDocument(out, "lucid.build", 1),
        lastDocument(out, "lucid.smoke", 1),
        lastDocument(out, "lucid.publish", 1),
    ]);
    const mine = (document) => document?.revision === plan.source.revision ? document : undefined;
    return writeReport(out, {
        plan,
        ...(lint && { lint }),
        ...(mine(build) && { build: build }),
        ...(mine(smoke) && { smoke: smoke }),
        ...(mine(publish) && { publish: publish }),
    });
}
async function writeReport(out, { plan, ...rest }) {
    if (plan === undefined)
        throw new Error("a report needs a plan");
    const { reportPage } = await __webpack_require__.e(  888).then(__webpack_require__.bind(__webpack_require__, 4888));
    const files = {
        page: await writeWhole(external_node_path_.join(out, "report.html"), reportPage({ plan, ...rest })),
        summary: await writeWhole(external_node_path_.join(out, "summary.md"), `${(0,summary .x)({ plan, ...rest })}\n`),
    };
    return { kind: "lucid.report", version: 1, files };
}

var external_node_perf_hooks_ = __webpack_require__(643);
;

class EngineGone extends Error {
    name = "EngineGone";
}
const engine_gone = /cannot connect to the docker daemon|error during connect|is the docker daemon running|docker daemon is not running|no space left on device/i;
async function ask(docker, args, options = {}) {
    try {
        return await docker(args, { ...options, env: { COMPOSE_DISABLE_ENV_FILE: "1", ...options.env } });
    }
    catch (cause) {
        throw new EngineGone(cause instanceof Error ? cause.message : String(cause), { cause });
    }
}
async function call(docker, args, options = {}) {
    const result = await ask(docker, args, options);
    options.signal?.throwIfAborted();
    if (result.exitCode !== 0 && engine_gone.test(result.stderr))
        throw new EngineGone(lastLine(result.stderr));
    return result;
}
function lastLine(text) {
    return text.trimEnd().split("\n").at(-1)?.trim() ?? "";
}
const infoShape = schemas .Ikc({
    ServerVersion: schemas .YjP(),
    SystemTime: schemas .YjP(),
    NCPU: schemas .aig(),
    Architecture: schemas .YjP(),
});
async function engineInfo(docker, signal) {
    const { stdout, stderr } = await call(docker, ["info", "--format", "{{json .}}"], signal && { signal });
    const info = infoShape.safeParse(json(stdout));
    if (!info.success || info.data.ServerVersion === "")
        throw new EngineGone(lastLine(stderr) || "no Docker engine answers");
    return { cpus: info.data.NCPU, machine: info.data.Architecture, time: info.data.SystemTime };
}
const healthcheckShape = schemas .Ikc({
    Test: schemas .YOg(schemas .YjP()).nullish(),
    Interval: schemas .aig().nullish(),
    Timeout: schemas .aig().nullish(),
    Retries: schemas .aig().nullish(),
});
const imageShape = schemas .Ikc({
    Architecture: schemas .YjP(),
    Os: schemas .YjP(),
    Config: schemas .Ikc({
        Healthcheck: healthcheckShape.nullish(),
        Shell: schemas .YOg(schemas .YjP()).nullish(),
    })
        .nullish(),
});
async function inspectImage(docker, ref, signal) {
    const { exitCode, stdout } = await call(docker, ["image", "inspect", "--", ref], { signal });
    const images = exitCode === 0 ? schemas .YOg(imageShape).safeParse(json(stdout)) : undefined;
    const image = images?.data?.[0];
    if (image === undefined)
        return undefined;
    const { Test: test, Timeout, Retries } = image.Config?.Healthcheck ?? {};
    const argv = test?.[0] === "CMD"
        ? test.slice(1)
        : test?.[0] === "CMD-SHELL"
            ? [...(image.Config?.Shell ?? ["/bin/sh", "-c"]), test.slice(1).join(" ")]
            : [];
    return {
        platform: `${image.Os}/${image.Architecture}`,
        ...(argv.length > 0 && { healthcheck: { argv, timeoutMs: (Timeout || 30e9) / 1e6, retries: Retries || 3 } }),
    };
}
const containerShape = schemas .Ikc({
    Id: schemas .YjP(),
    Path: schemas .YjP(),
    Args: schemas .YOg(schemas .YjP()).nullish(),
    RestartCount: schemas .aig(),
    State: schemas .Ikc({
        Status: schemas .YjP(),
        Running: schemas .zMY(),
        OOMKilled: schemas .zMY(),
        Pid: schemas .aig(),
        ExitCode: schemas .aig(),
        Error: schemas .YjP(),
        StartedAt: schemas .YjP(),
        Health: schemas .Ikc({ Status: schemas .YjP() }).nullish(),
    }),
    Config: schemas .Ikc({
        Env: schemas .YOg(schemas .YjP()).nullish(),
        WorkingDir: schemas .YjP().nullish(),
        Labels: schemas .g1P(schemas .YjP(), schemas .YjP()).nullish(),
    }),
    NetworkSettings: schemas .Ikc({
        Ports: schemas .g1P(schemas .YjP(), schemas .YOg(schemas .Ikc({ HostIp: schemas .YjP(), HostPort: schemas .YjP() })).nullable()).nullish(),
    }),
});
const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
async function inspectContainers(docker, run, { ids, signal } = {}) {
    const options = signal && { signal };
    const wanted = ids ?? (await listContainers(docker, run, signal));
    if (wanted.length === 0)
        return [];
    const { stdout } = await call(docker, ["container", "inspect", "--", ...wanted], options);
    return schemas .YOg(containerShape)
        .parse(json(stdout) ?? [])
        .map(container);
}
async function listContainers(docker, run, signal) {
    const args = ["ps", "--all", "--quiet", "--no-trunc", `--filter=label=com.lucid.run=${run}`];
    const { stdout } = await call(docker, args, signal && { signal });
    return stdout.split("\n").filter((id) => id !== "");
}
function container({ Id, Path, RestartCount, State, Config, NetworkSettings, }) {
    const ports = Object.entries(NetworkSettings.Ports ?? {}).flatMap(([name, bindings]) => {
        const [port, protocol] = name.split("/");
        const host = bindings?.[0]?.HostPort;
        return protocol === "tcp" && host !== undefined ? [[Number(port), Number(host)]] : [];
    });
    return {
        id: Id,
        service: Config.Labels?.["com.docker.compose.service"] ?? "",
        path: Path,
        searchPath: Config.Env?.find((entry) => entry.startsWith("PATH="))?.slice(5) ?? usualPath,
        workingDir: Config.WorkingDir || "/",
        running: State.Running,
        restarts: RestartCount,
        startedAt: State.StartedAt,
        pid: State.Pid,
        exitCode: State.ExitCode,
        outOfMemory: State.OOMKilled,
        ...(State.Error !== "" && { error: State.Error }),
        ...(State.Health && { health: State.Health.Status }),
        ports: new Map(ports),
    };
}
function json(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



const machines = {
    3: "i686",
    21: "ppc64le",
    22: "s390x",
    40: "armv7l",
    62: "x86_64",
    183: "aarch64",
    243: "riscv64",
    258: "loongarch64",
};
const wantedMachines = {
    "386": "i686",
    amd64: "x86_64",
    arm: "armv7l",
    arm64: "aarch64",
    loong64: "loongarch64",
    ppc64le: "ppc64le",
    riscv64: "riscv64",
    s390x: "s390x",
};
function machineOf(platform) {
    return wantedMachines[platform.split("/")[1] ?? ""];
}
function programOf(head) {
    const bytes = Buffer.from(head);
    if (bytes.length >= 20 && bytes.readUInt32BE(0) === 0x7f454c46) {
        const machine = bytes[5] === 2 ? bytes.readUInt16BE(18) : bytes.readUInt16LE(18);
        return { kind: "elf", machine: machines[machine] ?? `machine ${machine}` };
    }
    if (bytes.subarray(0, 2).toString("latin1") === "#!") {
        const line = bytes.subarray(2, 256).toString("utf8").split("\n", 1)[0] ?? "";
        return { kind: "script", interpreter: line.trim().split(/\s+/) };
    }
    return { kind: "other" };
}
async function machineOfEntry(path, searchPath, read) {
    let name = path;
    for (let hop = 0; hop < 5 && name !== undefined; hop++) {
        const head = await firstOf(name.includes("/") ? [name] : searchPath.split(":").map((dir) => external_node_path_.posix.join(dir, name ?? "")), read);
        if (head === undefined)
            return undefined;
        const program = programOf(head);
        if (program.kind !== "script")
            return program.kind === "elf" ? program.machine : undefined;
        const [interpreter, ...rest] = program.interpreter;
        const started = rest.find((word) => !word.startsWith("-") && !word.includes("="));
        name = interpreter !== undefined && external_node_path_.posix.basename(interpreter) === "env" ? started : interpreter;
    }
    return undefined;
}
async function firstOf(paths, read) {
    for (const path of paths) {
        const head = await read(path);
        if (head !== undefined)
            return head;
    }
    return undefined;
}
async function headOf(copy) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "lucid-smoke-"));
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const target = (0,external_node_path_.join)(folder, "program");
            if (!(await copy(target)))
                return undefined;
            const file = __addDisposableResource(env_1, await (0,promises_.open)(target).catch(() => undefined), true);
            if (file === undefined)
                return undefined;
            const { buffer, bytesRead } = await file
                .read(Buffer.alloc(256), 0, 256, 0)
                .catch(() => ({ buffer: Buffer.alloc(0), bytesRead: 0 }));
            return buffer.subarray(0, bytesRead);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

var external_node_http_ = __webpack_require__(7067);
var external_node_net_ = __webpack_require__(7030);
;
const escapes = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g;
const harmless_invisible = /[\p{Cc}\p{Bidi_Control}\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/gu;
function harmless_harmless(line, limit = 500) {
    const plain = line
        .replace(escapes, "")
        .replaceAll("\t", " ")
        .replace(harmless_invisible, "")
        .replace(/^(\s*):(?=:)/, "$1: ")
        .replaceAll("##[", "## [");
    return plain.length > limit ? `${plain.slice(0, limit)} ... (${plain.length - limit} more)` : plain;
}
function harmlessLines(text, limit = 500) {
    return text
        .split(/\r\n|\n|\r/)
        .map((line) => harmless_harmless(line, limit))
        .filter((line) => line.trim() !== "");
}

;





const bodyLimit = 64 * 1024;
function tryHttp(health, port, timeoutMs, signal) {
    return timed((settle) => {
        const call = (0,external_node_http_.request)({
            host: "127.0.0.1",
            port,
            path: health.path,
            method: health.method,
            headers: { "user-agent": "lucid-smoke", ...health.headers, connection: "close" },
            agent: false,
        });
        const timer = setTimeout(() => finish({ ok: false, error: `no complete answer within ${seconds(timeoutMs)}` }), timeoutMs);
        const abort = () => finish({ ok: false, error: "interrupted" });
        signal?.addEventListener("abort", abort, { once: true });
        const finish = (result) => {
            clearTimeout(timer);
            signal?.removeEventListener("abort", abort);
            call.destroy();
            settle(result);
        };
        call.on("error", (error) => finish({ ok: false, error: plainError(error) }));
        call.on("response", (response) => {
            const status = response.statusCode ?? 0;
            const chunks = [];
            let size = 0;
            const judge = () => {
                const error = complaint(health, status, Buffer.concat(chunks).subarray(0, bodyLimit).toString());
                finish({ ok: error === undefined, status, ...(error !== undefined && { error }) });
            };
            response.on("data", (chunk) => {
                chunks.push(chunk);
                size += chunk.length;
                if (size >= bodyLimit)
                    judge();
            });
            response.on("end", judge);
            response.on("error", (error) => finish({ ok: false, status, error: plainError(error) }));
        });
        call.end();
    });
}
function complaint(health, status, body) {
    if (!health.status.some(([low, high]) => status >= low && status <= high))
        return `answered ${status}, wanted ${health.status.map(([low, high]) => (low === high ? low : `${low}-${high}`)).join(", ")}`;
    if (health.body !== undefined && !body.includes(health.body)) {
        const got = body === "" ? "an empty body" : `the body ${JSON.stringify(harmless_harmless(body.slice(0, 80)))}`;
        return `answered ${status} with ${got}, wanted ${JSON.stringify(health.body)} in it`;
    }
    return undefined;
}
function impossible(health) {
    return { ...health, path: `/lucid-smoke-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}` };
}
const holdMs = 250;
function tryTcp(port, timeoutMs, signal) {
    return timed((settle) => {
        const started = external_node_perf_hooks_.performance.now();
        const socket = (0,external_node_net_.connect)({ host: "127.0.0.1", port });
        let opened = 0;
        let hold;
        const timer = setTimeout(() => finish({ ok: false, error: `no connection within ${seconds(timeoutMs)}` }), timeoutMs);
        const abort = () => finish({ ok: false, error: "interrupted" });
        signal?.addEventListener("abort", abort, { once: true });
        const finish = (result) => {
            clearTimeout(timer);
            clearTimeout(hold);
            signal?.removeEventListener("abort", abort);
            socket.destroy();
            settle(result);
        };
        const good = () => finish({ ok: true, latencyMs: opened });
        socket.on("connect", () => {
            opened = external_node_perf_hooks_.performance.now() - started;
            clearTimeout(timer);
            hold = setTimeout(good, holdMs);
        });
        socket.on("data", good);
        socket.on("end", () => finish({ ok: false, error: "connection dropped at once: nothing listens on the port" }));
        socket.on("error", (error) => finish({ ok: false, error: plainError(error) }));
    });
}
function timed(start) {
    const started = external_node_perf_hooks_.performance.now();
    return new Promise((resolve) => start((result) => resolve({ ...result, latencyMs: Math.round((result.latencyMs ?? external_node_perf_hooks_.performance.now() - started) * 10) / 10 })));
}
function plainError(error) {
    switch (error.code) {
        case "ECONNREFUSED":
            return "connection refused";
        case "ECONNRESET":
            return "connection reset: nothing listens on the port, or it hung up";
        case "HPE_HEADER_OVERFLOW":
            return "headers larger than 16 KiB";
        default:
            return error.message || error.code || "failed";
    }
}
function seconds(ms) {
    return `${Math.round(ms / 100) / 10} s`;
}

;
const meanings = {
    0: "ended by itself, without an error",
    125: "the engine could not run it",
    126: "found, but cannot be executed",
    127: "program not found",
    128: "bad exit status",
    132: "SIGILL: an instruction this processor does not know",
    134: "SIGABRT",
    135: "SIGBUS",
    136: "SIGFPE",
    139: "SIGSEGV: segmentation fault",
    143: "SIGTERM",
};
function exitMeaning(exitCode, { outOfMemory }) {
    if (outOfMemory)
        return "killed: out of memory";
    if (exitCode === 137)
        return "SIGKILL: killed from outside, or out of memory";
    return meanings[exitCode] ?? (exitCode > 128 && exitCode < 165 ? `signal ${exitCode - 128}` : "error");
}

;


const signs = [
    {
        pattern: /exec format error/i,
        say: () => "exec format error: built for another architecture, or a script without a #! line",
    },
    {
        pattern: /ModuleNotFoundError: No module named ['"]([^'"]+)['"]/,
        say: ([, name]) => `ModuleNotFoundError: ${name}: not in the image, or not on PYTHONPATH`,
    },
    {
        pattern: /Cannot find (?:module|package) ['"]([^'"]+)['"]/,
        say: ([, name]) => `cannot find module ${name}: not in the image`,
    },
    {
        pattern: /error while loading shared libraries: (\S+?):/,
        say: ([, name]) => `shared library ${name} is not in the image`,
    },
    {
        pattern: /version [`'](GLIBC\S*?)' not found/,
        say: ([, name]) => `${name} is not in the image: built against a newer C library than it runs on`,
    },
    {
        pattern: /(?:Read-only file system|EROFS)[^'"/]*(?:['"]?(\/[^'",\s]+))?/i,
        say: ([, path]) => `writes to its read-only file system${path ? `: needs a writable ${path} (hardening.tmpfs)` : ""}`,
    },
    {
        pattern: /(?:can't start new thread|fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed)/i,
        say: () => "cannot start another thread or process: hardening.pids is too low",
    },
    {
        pattern: /(?:bind|listen)[^\n]*permission denied|permission denied[^\n]*(?:bind|listen)/i,
        say: () => "may not bind its port: below 1024 it needs NET_BIND_SERVICE, better take a higher one",
    },
    {
        pattern: /(?:Permission denied|EACCES)[^'"/]*['"]?(\/[^'",\s]+)/i,
        say: ([, path]) => `permission denied on ${path}: not readable or writable for the user the image runs as`,
    },
    {
        pattern: /(?:address already in use|EADDRINUSE)/i,
        say: () => "binds the same port twice: address already in use",
    },
    {
        pattern: /exec: "([^"]+)": [^\n]*(?:no such file|not found)/i,
        say: ([, name]) => `${name} is not in the image: check ENTRYPOINT and CMD`,
    },
    {
        pattern: /(?:exec|\/bin\/sh): ?[^\n]*?([^\s:]+): (?:no such file or directory|not found)/i,
        say: ([, name]) => `${name} is not in the image: check ENTRYPOINT and CMD`,
    },
    {
        pattern: /(?:getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (\S+)|Name or service not known|Temporary failure in name resolution|no such host)/i,
        say: ([, host]) => `cannot resolve ${host ?? "a host name"}: is a need missing in the catalog?`,
    },
];
function guess(symptoms) {
    const { architecture, exit, log, startError, probe, listeners } = symptoms;
    if (architecture !== undefined && architecture.wanted !== architecture.found)
        return `wrong architecture: ${architecture.found}, wanted ${architecture.wanted}`;
    if (exit?.outOfMemory)
        return `out of memory: hardening.memory is too low (exit ${exit.exitCode})`;
    const inward = probe?.port === undefined ? undefined : onlyInward(probe.port, listeners);
    if (inward !== undefined)
        return inward;
    const lines = [...(startError ? [startError] : []), ...(probe ? [probe.error] : []), ...log.toReversed()];
    const sign = probe?.status !== undefined && exit === undefined ? undefined : signIn(lines);
    if (sign !== undefined)
        return sign;
    if (exit !== undefined)
        return `exited with ${exit.exitCode} (${exitMeaning(exit.exitCode, exit)})${lastWords(log)}`;
    if (startError !== undefined)
        return `could not be started: ${startError}`;
    if (probe === undefined)
        return "no sign of the cause in its log";
    return aboutPort(probe, listeners, log) ?? aboutAnswer(probe);
}
function signIn(lines) {
    for (const { pattern, say } of signs)
        for (const line of lines) {
            const match = pattern.exec(line);
            if (match !== null)
                return say(match);
        }
    return undefined;
}
function lastWords(log) {
    const last = log.at(-1);
    return last === undefined ? "; it logged nothing" : `: ${last.slice(0, 160)}`;
}
function isLocal(address) {
    return address.startsWith("127.") || address === "::1";
}
function onlyInward(port, listeners = []) {
    const here = listeners.filter((listener) => listener.port === port);
    if (here.length === 0 || !here.every(({ address }) => isLocal(address)))
        return undefined;
    return `listens on ${here[0]?.address}:${port} only: let it listen on 0.0.0.0`;
}
function aboutPort({ port, status, afterMs }, listeners, log) {
    if (port === undefined || status !== undefined)
        return undefined;
    if (listeners?.some((listener) => listener.port === port))
        return undefined;
    if (listeners !== undefined) {
        const others = [...new Set(listeners.filter(({ address }) => !isLocal(address)).map((other) => other.port))];
        const after = afterMs === undefined ? "" : ` after ${seconds(afterMs)}`;
        return `nothing listens on port ${port}${others.length === 0 ? after : `; it listens on ${others.join(", ")}`}`;
    }
    if (log.some((line) => new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${port}\\b`).test(line)))
        return `listens on 127.0.0.1:${port} only, as its log says: let it listen on 0.0.0.0`;
    return undefined;
}
function aboutAnswer({ error, status, path }) {
    if (status === 404 && path !== undefined)
        return `answers 404 at ${path}: is the health path right?`;
    if (status !== undefined && status >= 500 && !error.startsWith("flaps"))
        return `${error}: it runs, and says itself that it is not well`;
    if (/^no complete answer/.test(error))
        return `takes the connection and gives ${error}`;
    return error;
}

;




const shownLines = 25;
function judge(member, platform, outcome) {
    const { name: service, image: ref } = member;
    const digest = ref.slice(ref.indexOf("@") + 1);
    const who = { service, platform, ref, digest };
    if (outcome?.kind !== "tried")
        return { ...who, verdict: "unknown", reason: harmless_harmless(outcome?.why ?? "not tried"), probes: [] };
    const { trial, exit, log } = outcome;
    const { probes, architecture, readyMs, broken, note } = trial;
    const found = {
        probes,
        ...(architecture !== undefined && { architecture }),
        ...(readyMs !== undefined && { readyMs }),
        ...(log?.file !== undefined && { logFile: log.file }),
    };
    if (broken === undefined) {
        const killed = exit?.killed === true && !exit.outOfMemory;
        const told = killed ? `ignores SIGTERM: killed after ${seconds(exit.stopMs ?? 0)}` : note;
        return {
            ...{ ...who, verdict: "healthy", ...found },
            ...(exit?.stopMs !== undefined && { stopMs: exit.stopMs }),
            ...(told !== undefined && { reason: told }),
        };
    }
    const lines = log?.lines ?? [];
    const unemulated = architecture !== undefined &&
        architecture === machineOf(platform) &&
        [broken.symptoms.startError ?? "", ...lines].some((line) => /exec format error/i.test(line));
    if (unemulated)
        return {
            ...{ ...who, verdict: "unknown", ...found },
            reason: `the engine's machine cannot run ${platform}: no emulation is set up`,
        };
    const ended = broken.symptoms.exit;
    return {
        ...{ ...who, verdict: "unhealthy", ...found },
        failure: {
            phase: broken.phase,
            guess: harmless_harmless(broken.guess ?? guess({ ...broken.symptoms, log: lines })),
            ...(ended !== undefined && { exitCode: ended.exitCode }),
            log: lines.slice(-shownLines),
        },
    };
}

;

const defaultTiming = { startPeriod: 60_000, interval: 1_000, timeout: 5_000, retries: 3 };
function pinned(image) {
    return `${repositoryOf(image.ref)}@${image.digest}`;
}
function excused({ health, ports, policy }) {
    if (policy.smoke === "off")
        return "its policy says: smoke off";
    return health === undefined && ports.length === 0 ? "nothing to probe: no ports and no health" : undefined;
}
function lineup(plan, images, platform, supporting = []) {
    const services = new Map(plan.services.map((service) => [service.name, service]));
    const externals = new Map(plan.externals.map((external) => [external.name, external]));
    const pushed = new Map(images.filter((image) => image.platform === platform).map((image) => [image.service, image]));
    const members = new Map();
    const bystanders = new Map();
    const missing = new Map();
    const visiting = new Set();
    const add = (name) => {
        if (members.has(name) || visiting.has(name))
            return undefined;
        const known = missing.get(name);
        if (known !== undefined)
            return known;
        visiting.add(name);
        const member = find(name);
        let problem;
        if (typeof member === "string")
            problem = member;
        else {
            const unfilled = member.needs.map(add).find((why) => why !== undefined);
            if (unfilled === undefined)
                members.set(name, member);
            else
                problem = unfilled;
        }
        visiting.delete(name);
        if (problem !== undefined)
            missing.set(name, problem);
        return problem;
    };
    const find = (name) => {
        const external = externals.get(name);
        if (external !== undefined)
            return { ...external, role: "external" };
        const service = services.get(name);
        if (service === undefined)
            return `${name} is neither a service nor an external of the catalog`;
        const support = supporting.find((image) => image.service === name && image.platform === platform);
        const image = pushed.get(name) ?? support ?? unchanged(plan, service, platform);
        if (image === undefined)
            return `there is no image of ${name} for ${platform}`;
        const { env, ports, health, needs, hardening } = service;
        const role = pushed.has(name) && excused(service) === undefined ? "subject" : "cast";
        return {
            ...{ name, role, image: pinned(image), platform, env, ports, needs, hardening },
            ...(health !== undefined && { health }),
        };
    };
    for (const image of pushed.values()) {
        const service = services.get(image.service);
        const reason = service && excused(service);
        if (reason !== undefined) {
            bystanders.set(image.service, { image, verdict: "skipped", reason });
            continue;
        }
        const problem = add(image.service);
        if (problem !== undefined)
            bystanders.set(image.service, { image, verdict: "unknown", reason: `not started: ${problem}` });
    }
    return { members: [...members.values()], bystanders: [...bystanders.values()] };
}
function unchanged(plan, service, platform) {
    const planned = plan.images.find((image) => image.service === service.name && image.platform === platform);
    if (planned?.decision.kind !== "unchanged")
        return undefined;
    return { service: service.name, platform, ref: service.image, digest: planned.decision.digest };
}
function tcpPorts(member) {
    const { health, ports } = member;
    const probed = health === undefined || health.kind === "command" ? [] : [health.port];
    return [...new Set([...probed, ...ports.filter((port) => port.protocol === "tcp").map((port) => port.container)])];
}

;


const ownerLabels = { run: "com.lucid.run", host: "com.lucid.host", pid: "com.lucid.pid" };
function composeFile({ project, owner, network, members, selfChecked }) {
    const labels = {
        [ownerLabels.run]: owner.run,
        [ownerLabels.host]: owner.host,
        [ownerLabels.pid]: owner.pid,
    };
    const names = new Set(members.map((member) => member.name));
    return compose_literal({
        name: project,
        services: Object.fromEntries(members.map((member) => [
            member.name,
            { ...compose_service(member, names, selfChecked), labels, networks: { [network.name]: { aliases: [member.name] } } },
        ])),
        networks: {
            [network.name]: {
                labels,
                ...(network.subnet !== undefined && { ipam: { config: [{ subnet: network.subnet }] } }),
            },
        },
    });
}
function composeText(stack) {
    const about = "# Made from the catalog. Images are pinned by digest; ports are on 127.0.0.1, picked by the engine.\n";
    return `${about}${(0,dist .As)(composeFile(stack), { version: "1.1", lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", aliasDuplicateObjects: false })}`;
}
function compose_service(member, names, selfChecked) {
    const needs = member.needs.filter((need) => names.has(need));
    const udp = member.ports.filter((port) => port.protocol === "udp").map((port) => `127.0.0.1::${port.container}/udp`);
    const ports = [...tcpPorts(member).map((port) => `127.0.0.1::${port}`), ...udp];
    return {
        image: member.image,
        ...(member.platform !== undefined && { platform: member.platform }),
        ...(member.command !== undefined && { command: member.command }),
        restart: "no",
        environment: Object.entries(member.env).map(([name, value]) => `${name}=${value}`),
        ...(ports.length > 0 && { ports }),
        ...(needs.length > 0 && {
            depends_on: Object.fromEntries(needs.map((need) => [need, { condition: selfChecked.has(need) ? "service_healthy" : "service_started" }])),
        }),
        ...hardened(member),
        logging: { driver: "json-file", options: { "max-size": "4m", "max-file": "2" } },
    };
}
function hardened({ hardening }) {
    if (hardening === undefined)
        return {};
    const { readOnly, tmpfs, capDrop, noNewPrivileges, memory, pids } = hardening;
    return {
        read_only: readOnly,
        ...(tmpfs.length > 0 && { tmpfs }),
        ...(capDrop.length > 0 && { cap_drop: capDrop }),
        ...(noNewPrivileges && { security_opt: ["no-new-privileges:true"] }),
        ...(memory !== undefined && { mem_limit: memory }),
        ...(pids !== undefined && { pids_limit: pids }),
    };
}
function compose_literal(value) {
    if (typeof value === "string")
        return value.replaceAll("$", "$$$$");
    if (Array.isArray(value))
        return value.map((item) => compose_literal(item));
    if (typeof value === "object")
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, compose_literal(inner)]));
    return value;
}

;





function ownerOf(run) {
    return { run, host: thisHost(), pid: `${process.pid}:${startOf(process.pid) ?? ""}` };
}
function thisHost() {
    try {
        return `${(0,external_node_os_.hostname)()}/${(0,external_node_fs_.readlinkSync)("/proc/self/ns/pid").replace(/\D/g, "")}`;
    }
    catch {
        return (0,external_node_os_.hostname)();
    }
}
function startOf(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, "utf8");
        return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    }
    catch {
        return undefined;
    }
}
function isDead({ host, pid }) {
    if (host !== thisHost())
        return false;
    const [number, start] = pid.split(":");
    const id = Number(number);
    if (!Number.isInteger(id) || id <= 0)
        return false;
    try {
        process.kill(id, 0);
    }
    catch (error) {
        return error.code === "ESRCH";
    }
    const now = startOf(id);
    return start !== undefined && start !== "" && now !== undefined && now !== start;
}
async function runsOnEngine(docker, signal) {
    const format = Object.values(ownerLabels)
        .map((label) => `{{.Label "${label}"}}`)
        .join("\t");
    const lists = [
        ["ps", "--all"],
        ["network", "ls"],
    ];
    const runs = new Map();
    for (const list of lists) {
        const args = [...list, "--format", format, `--filter=label=${ownerLabels.run}`];
        const { stdout } = await call(docker, args, signal && { signal });
        for (const line of stdout.split("\n")) {
            const [run, host, pid] = line.split("\t");
            if (run && host && pid)
                runs.set(run, { run, host, pid });
        }
    }
    return [...runs.values()];
}
const fine = { exitCode: 0 };
async function removeRun(docker, run) {
    const filter = `--filter=label=${ownerLabels.run}=${run}`;
    const ids = async (args) => {
        const { stdout } = await call(docker, [...args, "--quiet", filter]);
        return stdout.split("\n").filter((id) => id !== "");
    };
    for (let attempt = 1; attempt <= 3; attempt++) {
        const containers = await ids(["ps", "--all"]);
        const removed = containers.length > 0 ? await call(docker, ["rm", "--force", "--volumes", "--", ...containers]) : fine;
        const networks = await ids(["network", "ls"]);
        const freed = networks.length > 0 ? await call(docker, ["network", "rm", "--", ...networks]) : fine;
        if (removed.exitCode === 0 && freed.exitCode === 0)
            return;
        if (attempt < 3)
            await (0,external_node_timers_promises_.setTimeout)(500 * attempt);
    }
}
async function removeLeftovers(docker, signal) {
    const dead = (await runsOnEngine(docker, signal)).filter(isDead);
    for (const { run } of dead)
        await removeRun(docker, run);
    return dead.map(({ run }) => run);
}

;
function parse(cidr) {
    const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
    if (match === null)
        return undefined;
    const [a, b, c, d, bits] = match.slice(1).map(Number);
    if ([a, b, c, d].some((octet) => octet > 255) || bits > 32)
        return undefined;
    const size = 2 ** (32 - bits);
    const address = ((a * 256 + b) * 256 + c) * 256 + d;
    const first = address - (address % size);
    return { first, last: first + size - 1, bits };
}
function overlaps(one, other) {
    const a = parse(one);
    const b = parse(other);
    return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}
function chooseSubnet(wanted, used) {
    if (wanted === undefined)
        return {};
    const taken = used.find(({ cidr }) => overlaps(cidr, wanted));
    if (taken === undefined)
        return { subnet: wanted };
    const why = `${wanted} is in use (${taken.by})`;
    const bits = Math.max(parse(wanted)?.bits ?? 16, 16);
    const free = candidates(bits).find((candidate) => !used.some(({ cidr }) => overlaps(cidr, candidate)));
    if (free === undefined)
        return { note: `${why}; the engine picked another` };
    return { subnet: free, note: `${why}; ${free} was taken` };
}
function candidates(bits) {
    const inTwelve = Array.from({ length: 16 }, (_, index) => `172.${31 - index}.0.0/${bits}`);
    const inTen = Array.from({ length: 64 }, (_, index) => `10.${192 + index}.0.0/${bits}`);
    return [...inTwelve, ...inTen];
}

;






const overlap = /pool overlaps|invalid pool request/i;
async function createStack({ docker, stack, composePath, signal }) {
    const { name, subnet: wanted } = stack.network;
    const lost = [];
    for (let attempt = 1;; attempt++) {
        const { subnet, note } = chooseSubnet(wanted, [...(await usedSubnets(docker, signal)), ...lost]);
        const network = { name, ...(subnet !== undefined && { subnet }) };
        await (0,promises_.writeFile)(composePath, composeText({ ...stack, network }));
        const args = ["compose", `--file=${composePath}`, `--project-name=${stack.project}`, "--progress=plain"];
        const { exitCode, stderr } = await call(docker, [...args, "create"], { signal });
        const said = { ...network, ...(note !== undefined && { note }) };
        if (exitCode === 0)
            return { network: said, refused: new Map() };
        if (overlap.test(stderr) && subnet !== undefined && attempt < 10)
            lost.push({ cidr: subnet, by: "another run" });
        else if (/failed to create network/i.test(stderr))
            throw new EngineGone(lastLine(stderr));
        else
            return { network: said, refused: await oneByOne(docker, args, stack, signal) };
    }
}
async function oneByOne(docker, args, { members }, signal) {
    const refused = new Map();
    for (const { name } of members) {
        const up = ["up", "--no-start", "--no-deps", "--pull=never", "--", name];
        const { exitCode, stderr } = await call(docker, [...args, ...up], { signal });
        if (exitCode !== 0)
            refused.set(name, lastLine(stderr));
    }
    return refused;
}
const networkShape = schemas .Ikc({
    Name: schemas .YjP(),
    IPAM: schemas .Ikc({ Config: schemas .YOg(schemas .Ikc({ Subnet: schemas .YjP().optional() })).nullish() }),
});
async function usedSubnets(docker, signal) {
    const { stdout: list } = await call(docker, ["network", "ls", "--quiet"], { signal });
    const ids = list.split("\n").filter((id) => id !== "");
    const { stdout } = await call(docker, ["network", "inspect", "--", ...ids], { signal });
    const networks = schemas .YOg(networkShape).safeParse(json(stdout)).data ?? [];
    const taken = networks.flatMap(({ Name, IPAM }) => (IPAM.Config ?? []).flatMap(({ Subnet }) => Subnet === undefined ? [] : [{ cidr: Subnet, by: `network ${Name}` }]));
    const own = Object.entries((0,external_node_os_.networkInterfaces)()).flatMap(([by, addresses]) => (addresses ?? []).flatMap(({ cidr }) => (cidr === null ? [] : [{ cidr, by: `interface ${by}` }])));
    return [...taken, ...own];
}

;


const eventShape = schemas .Ikc({
    Action: schemas .YjP(),
    timeNano: schemas .aig(),
    Actor: schemas .Ikc({ Attributes: schemas .g1P(schemas .YjP(), schemas .YjP()) }),
});
function watchEvents(docker, { run, since, forMs, lost }) {
    const until = new Date(Date.parse(since) + forMs).toISOString();
    const watched = new Map();
    const of = (service) => {
        const known = watched.get(service);
        if (known !== undefined)
            return known;
        const fresh = { ended: Promise.withResolvers(), outOfMemory: false, killed: false };
        watched.set(service, fresh);
        return fresh;
    };
    const closing = new AbortController();
    const stream = docker([
        ...[
            "events",
            "--format",
            "{{json .}}",
            `--since=${since}`,
            `--until=${until}`,
            `--filter=label=com.lucid.run=${run}`,
        ],
        ...["--filter=event=die", "--filter=event=kill", "--filter=event=oom"],
    ], { signal: closing.signal, graceMs: 1_000, discard: true, onLine: (line) => take(line, of) }).then(({ exitCode }) => closing.signal.aborted || lost(`the engine's event stream ended (exit ${exitCode})`), (cause) => lost(cause instanceof Error ? cause.message : String(cause)));
    return {
        exitOf: (service) => of(service).ended.promise,
        exitedAs: (service) => of(service).exit,
        [Symbol.asyncDispose]: async () => {
            closing.abort();
            await stream;
        },
    };
}
function take(line, of) {
    const event = eventShape.safeParse(json(line));
    if (!event.success)
        return;
    const { Action, timeNano, Actor } = event.data;
    const entry = of(Actor.Attributes["com.docker.compose.service"] ?? "");
    if (Action === "oom")
        entry.outOfMemory = true;
    if (Action === "kill") {
        entry.firstKill ??= timeNano;
        if (Actor.Attributes.signal === "9")
            entry.killed = true;
    }
    if (Action === "die") {
        entry.exit = {
            exitCode: Number(Actor.Attributes.exitCode),
            outOfMemory: entry.outOfMemory,
            ...(entry.firstKill !== undefined && { stopMs: Math.round((timeNano - entry.firstKill) / 1e6) }),
            killed: entry.killed,
        };
        entry.ended.resolve(entry.exit);
    }
}

;




const keptLines = 2_000;
const longestLine = 4_000;
const logs_stamp = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s;
async function saveLog(docker, id, folder, name) {
    const entries = [];
    const latest = { stdout: "", stderr: "" };
    await call(docker, ["logs", "--timestamps", `--tail=${keptLines}`, "--", id], {
        discard: true,
        onLine: (line, stream) => {
            const [, time, rest] = logs_stamp.exec(line) ?? [];
            if (time !== undefined)
                latest[stream] = time;
            entries.push({ time: latest[stream], text: (rest ?? line).slice(0, longestLine) });
        },
    });
    if (entries.length === 0)
        return { lines: [] };
    entries.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
    const file = (0,external_node_path_.join)(folder, `${name}.log`);
    await (0,promises_.writeFile)(file, entries.map(({ time, text }) => `${time} ${harmless_harmless(text, longestLine)}\n`).join(""));
    return { file, lines: entries.flatMap(({ text }) => harmlessLines(text)) };
}

;


const pull_absent = /not found|manifest unknown|no matching manifest|does not provide|no match for platform/i;
const pull_refused = /unauthorized|denied|forbidden/i;
async function pull(docker, member, platform, signal) {
    const wanted = member.platform;
    let problem = "";
    for (let attempt = 1; attempt <= 3; attempt++) {
        const args = ["pull", "--quiet", ...(wanted === undefined ? [] : [`--platform=${wanted}`]), "--", member.image];
        const { exitCode, stderr } = await call(docker, args, { signal });
        if (exitCode === 0)
            return pull_check(docker, member, signal);
        problem = lastLine(stderr);
        if (pull_absent.test(problem) || pull_refused.test(problem))
            break;
        await (0,external_node_timers_promises_.setTimeout)(1_000 * 2 ** (attempt - 1), undefined, { signal });
    }
    if (pull_absent.test(problem) && wanted === undefined)
        return pull(docker, { ...member, platform }, platform, signal);
    if (pull_absent.test(problem) && !pull_refused.test(problem))
        return { kind: "wrong", why: `not in the registry for ${wanted ?? platform}: ${member.image}` };
    return {
        kind: "unknown",
        why: `cannot pull ${member.image}: ${problem.replace(/^Error response from daemon: /, "")}`,
    };
}
async function pull_check(docker, member, signal) {
    const image = await inspectImage(docker, member.image, signal);
    if (image === undefined)
        return { kind: "unknown", why: `pulled ${member.image}, but the engine does not have it` };
    const { platform } = member;
    if (platform !== undefined && platform.split("/", 2).join("/") !== image.platform)
        return { kind: "wrong", why: `wrong architecture: the image is for ${image.platform}, wanted ${platform}` };
    return { kind: "here", member: { ...member, platform: platform ?? image.platform }, image };
}

;

const listening = "0A";
function parseListeners(text) {
    return text
        .split("\n")
        .slice(1)
        .flatMap((line) => {
        const [, local, , state] = line.trim().split(/\s+/);
        const [address, port] = local?.split(":") ?? [];
        if (state !== listening || address === undefined || port === undefined)
            return [];
        return [{ address: readable(address), port: Number.parseInt(port, 16) }];
    });
}
function readable(hex) {
    const bytes = Buffer.from(hex, "hex");
    if (bytes.length === 4)
        return [...bytes].reverse().join(".");
    for (let word = 0; word + 4 <= bytes.length; word += 4)
        bytes.subarray(word, word + 4).reverse();
    const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2));
    if (groups.every((group) => group === 0))
        return "::";
    if (groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1)
        return "::1";
    if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
        return [...bytes.subarray(12)].join(".");
    return groups.map((group) => group.toString(16)).join(":");
}
async function listenersOf({ pid, id, }) {
    if (pid === 0)
        return undefined;
    try {
        const mine = await (0,promises_.readFile)(`/proc/${pid}/cgroup`, "utf8");
        const mounts = mine.includes(id) ? mine : await (0,promises_.readFile)(`/proc/${pid}/mountinfo`, "utf8");
        if (!mounts.includes(id))
            return undefined;
        const tables = await Promise.all(["tcp", "tcp6"].map((name) => (0,promises_.readFile)(`/proc/${pid}/net/${name}`, "utf8").catch(() => "")));
        return tables.flatMap(parseListeners).filter(({ address }) => address !== "127.0.0.11");
    }
    catch {
        return undefined;
    }
}

;


const firstPauseMs = 100;
async function untilReady({ attempt, timing, exited, signal, wanted = 2, startedAt }) {
    const over = new AbortController();
    let exit;
    exited.then((how) => {
        exit = how;
        over.abort();
    });
    const stop = AbortSignal.any([signal, over.signal]);
    let attempts = 0;
    let inARow = 0;
    let good = 0;
    let failures = 0;
    let readyMs;
    let pause = firstPauseMs;
    let last;
    for (;;) {
        const begun = external_node_perf_hooks_.performance.now();
        const result = await attempt(stop);
        signal.throwIfAborted();
        if (exit !== undefined)
            return { kind: "exited", attempts, ...(last !== undefined && { last }), exit };
        last = result;
        attempts += 1;
        if (result.ok) {
            good += 1;
            inARow += 1;
            readyMs ??= Math.round(external_node_perf_hooks_.performance.now() - startedAt);
            if (inARow >= wanted)
                return { kind: "ready", attempts, last, readyMs };
            pause = firstPauseMs;
        }
        else {
            inARow = 0;
            if (good > 0 || begun - startedAt >= timing.startPeriod)
                failures += 1;
            if (failures >= Math.max(timing.retries, 1)) {
                const why = good > 0 ? `flaps: ${good} of ${attempts} answers were good; ${result.error}` : (result.error ?? "failed");
                return { kind: "failed", attempts, last, why, afterMs: Math.round(external_node_perf_hooks_.performance.now() - startedAt) };
            }
        }
        const left = Math.max(0, startedAt + timing.startPeriod - external_node_perf_hooks_.performance.now());
        const wait = Math.min(pause, timing.interval, left > 0 && good === 0 ? left : timing.interval);
        await (0,external_node_timers_promises_.setTimeout)(wait, undefined, { signal: stop }).catch(() => { });
        pause = Math.min(pause * 1.5, timing.interval);
    }
}

;






async function probeUntil(target, health, { wanted, startedAt }) {
    const { exited, signal } = target;
    const attempt = (stop) => probes_once(target, health, stop);
    return untilReady({ attempt, timing: health.timing, exited, signal, wanted, startedAt });
}
async function probes_once({ docker, container }, health, signal) {
    const { timeout } = health.timing;
    if (health.kind === "command")
        return tryCommand(docker, container.id, health.command, timeout, signal);
    const port = container.ports.get(health.port);
    if (port === undefined)
        return { ok: false, latencyMs: 0, error: `port ${health.port} is not published` };
    return health.kind === "http" ? tryHttp(health, port, timeout, signal) : tryTcp(port, timeout, signal);
}
async function tryCommand(docker, id, argv, timeoutMs, signal) {
    const begun = external_node_perf_hooks_.performance.now();
    const late = AbortSignal.timeout(Math.ceil(timeoutMs));
    const options = { signal: AbortSignal.any([signal, late]), graceMs: 500, keep: 16_384 };
    const { exitCode, stdout, stderr } = await ask(docker, ["exec", id, ...argv], options);
    const latencyMs = Math.round(external_node_perf_hooks_.performance.now() - begun);
    if (signal.aborted)
        return { ok: false, latencyMs, error: "interrupted" };
    if (late.aborted)
        return { ok: false, latencyMs, error: `did not end within ${seconds(timeoutMs)}`, late: true };
    if (exitCode === 0)
        return { ok: true, latencyMs };
    const said = harmless_harmless(lastLine(stderr) || lastLine(stdout), 200);
    return { ok: false, latencyMs, error: `exit ${exitCode}${said === "" ? "" : `: ${said}`}` };
}
function nameOf(health, container) {
    switch (health.kind) {
        case "http":
            return `${health.method} http://127.0.0.1:${container.ports.get(health.port)}${health.path}`;
        case "tcp":
            return `tcp 127.0.0.1:${container.ports.get(health.port)} (port ${health.port})`;
        case "command":
            return health.command.join(" ");
    }
}
function resultOf(health, container, waited) {
    return row(health.kind, nameOf(health, container), waited);
}
function row(kind, target, waited) {
    const { last, attempts } = waited;
    const unanswered = waited.kind === "exited" ? (last?.error ?? "ended before it answered") : undefined;
    const error = waited.kind === "failed" ? waited.why : unanswered;
    return {
        ...{ kind, target, ok: waited.kind === "ready", attempts },
        ...(last?.status !== undefined && { status: last.status }),
        ...(last !== undefined && { latencyMs: last.latencyMs }),
        ...(error !== undefined && { error }),
    };
}
async function negativeControl({ container, signal }, health) {
    const nowhere = impossible(health);
    const port = container.ports.get(health.port) ?? 0;
    const { ok, status, latencyMs } = await tryHttp(nowhere, port, health.timing.timeout, signal);
    return {
        ...{ kind: "negative", target: nameOf(nowhere, container), ok: !ok, latencyMs, attempts: 1 },
        ...(status !== undefined && { status }),
        ...(ok && { error: `answers every path: one that cannot exist got ${status} and would pass as healthy` }),
    };
}
function otherPorts(target, member, main) {
    const timing = { ...main.timing, startPeriod: Math.min(main.timing.startPeriod, 5_000) };
    const ports = tcpPorts(member).filter((port) => main.kind === "command" || port !== main.port);
    return Promise.all(ports.map(async (port) => {
        const health = { kind: "tcp", port, timing };
        const waited = await probeUntil(target, health, { wanted: 1, startedAt: external_node_perf_hooks_.performance.now() });
        return { port, result: resultOf(health, target.container, waited) };
    }));
}
async function ownHealthcheck(target, { argv, timeoutMs, retries }) {
    const timing = { startPeriod: 0, interval: 1_000, timeout: timeoutMs, retries: Math.min(retries, 3) };
    const health = { kind: "command", command: argv, timing };
    const waited = await probeUntil(target, health, { wanted: 1, startedAt: external_node_perf_hooks_.performance.now() });
    return { result: row("healthcheck", "HEALTHCHECK", waited), late: waited.last?.late === true };
}

;









async function tryMember(setting, member, image, id) {
    const { docker, run, events, signal, stableMs } = setting;
    const startedAt = external_node_perf_hooks_.performance.now();
    const { exitCode, stderr } = await call(docker, ["start", "--", id], { signal });
    const [container] = await inspectContainers(docker, run, { ids: [id], signal });
    if (exitCode !== 0 || container === undefined)
        return failed(setting, member, container, unstarted(container, stderr));
    const exited = events.exitOf(member.name);
    const stable = () => Promise.race([exited, (0,external_node_timers_promises_.setTimeout)(stableMs, undefined, { signal })]);
    const health = mainHealth(member);
    if (health === undefined) {
        await stable();
        const broken = trial_ended(setting, member);
        if (broken === undefined)
            setting.onReady("up");
        return { probes: [], ...(broken && { broken }) };
    }
    const target = { docker, container, exited, signal };
    const waited = await probeUntil(target, health, { wanted: 2, startedAt });
    const first = resultOf(health, container, waited);
    if (waited.kind !== "ready")
        return failed(setting, member, container, await neverReady(container, health, waited), first);
    const { readyMs } = waited;
    setting.onReady(`answers after ${seconds(readyMs)}, in ${first.latencyMs} ms`);
    if (member.role !== "subject")
        return { probes: [first], readyMs };
    const [negative, ports, own, architecture] = await Promise.all([
        health.kind === "http" ? negativeControl(target, health) : undefined,
        otherPorts(target, member, health),
        ownCheck(setting, target, image),
        machineIn(setting, member, container),
        stable(),
    ]);
    const broken = trial_ended(setting, member) ??
        trial_mismatch(member, architecture) ??
        (negative && weakCheck(negative)) ??
        (await closedPort(container, ports)) ??
        (own && unwell(setting, own, health));
    return {
        probes: [
            first,
            ...(negative ? [negative] : []),
            ...ports.map(({ result }) => result),
            ...(own ? [own.result] : []),
        ],
        readyMs,
        ...(own?.late && { note: "its own HEALTHCHECK did not end in time under emulation, which decides nothing" }),
        ...(architecture !== undefined && { architecture }),
        ...(broken !== undefined && { broken }),
    };
}
async function failed(setting, member, container, broken, ...probes) {
    const { exit, startError } = broken.symptoms;
    const looksForeign = container !== undefined && (exit !== undefined || startError !== undefined);
    const architecture = looksForeign ? await machineIn(setting, member, container) : undefined;
    return {
        probes,
        broken: trial_mismatch(member, architecture) ?? broken,
        ...(architecture !== undefined && { architecture }),
    };
}
function mainHealth(member) {
    const [port] = tcpPorts(member);
    return member.health ?? (port === undefined ? undefined : { kind: "tcp", port, timing: defaultTiming });
}
function unstarted(container, stderr) {
    const startError = container?.error ?? lastLine(stderr);
    const exit = container !== undefined && container.exitCode !== 0
        ? { exit: { exitCode: container.exitCode, outOfMemory: container.outOfMemory } }
        : {};
    return { phase: "start", symptoms: { startError, ...exit } };
}
async function neverReady(container, health, waited) {
    if (waited.kind === "exited")
        return { phase: "ready", symptoms: { exit: waited.exit } };
    const { status } = waited.last;
    const probe = {
        error: waited.why,
        afterMs: waited.afterMs,
        ...(status !== undefined && { status }),
        ...(health.kind === "http" && { path: health.path }),
        ...(health.kind !== "command" && { port: health.port }),
    };
    const listeners = await listenersOf(container);
    return { phase: "ready", symptoms: { probe, ...(listeners && { listeners }) } };
}
async function ownCheck({ shared }, target, { healthcheck }) {
    return healthcheck && shared.commands(() => ownHealthcheck(target, healthcheck));
}
function machineIn({ docker, shared: { machines }, signal }, { image }, container) {
    const key = [image, container.path, container.searchPath, container.workingDir].join("\n");
    const found = machines.get(key) ?? architectureOf(docker, container, signal);
    machines.set(key, found);
    return found;
}
function architectureOf(docker, container, signal) {
    const { id, path, searchPath, workingDir } = container;
    return machineOfEntry(path, searchPath, (file) => headOf(async (to) => {
        const from = `${id}:${external_node_path_.posix.resolve(workingDir, file)}`;
        return (await call(docker, ["cp", "--follow-link", "--quiet", "--", from, to], { signal })).exitCode === 0;
    }));
}
function trial_mismatch({ platform }, found) {
    const wanted = platform === undefined ? undefined : machineOf(platform);
    if (wanted === undefined || found === undefined || wanted === found)
        return undefined;
    return { phase: "start", symptoms: { architecture: { wanted, found } } };
}
function trial_ended({ events }, { name }) {
    const exit = events.exitedAs(name);
    return exit && { phase: "stable", symptoms: { exit } };
}
function weakCheck({ ok, error = "answers every path" }) {
    return ok ? undefined : { phase: "ready", symptoms: { probe: { error } }, guess: error };
}
async function closedPort(container, ports) {
    const closed = ports.find(({ result }) => !result.ok);
    if (closed === undefined)
        return undefined;
    const listeners = await listenersOf(container);
    const probe = { error: closed.result.error ?? "closed", port: closed.port };
    return { phase: "ready", symptoms: { probe, ...(listeners && { listeners }) } };
}
function unwell({ shared }, { result, late }, health) {
    const { ok, error = "fails" } = result;
    if (ok || (late && shared.speed === "emulated"))
        return undefined;
    const guess = `answers its ${health.kind} check, but its own HEALTHCHECK fails: ${error}`;
    return { phase: "ready", symptoms: { probe: { error } }, guess };
}

;
var stack_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var stack_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});











async function runStack(input) {
    const { docker, composePath, members } = input;
    const run = `lucid-smoke-${(0,external_node_crypto_.randomBytes)(5).toString("hex")}`;
    const outcomes = new Map();
    const failing = new AbortController();
    const signal = AbortSignal.any([input.signal, failing.signal]);
    let network = input.network;
    let created = false;
    try {
        const { cpus, machine, time } = await engineInfo(docker, signal);
        const here = await pullAll({ ...input, signal }, outcomes);
        const present = [...here.values()].map(({ member }) => member);
        if (present.length > 0) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const events = stack_addDisposableResource(env_1, watchEvents(docker, {
                    ...{ run, since: time, forMs: input.deadlineMs + 60_000 },
                    lost: (why) => failing.abort(new EngineGone(why)),
                }), true);
                const selfChecked = new Set([...here].filter(([, { image }]) => image.healthcheck).map(([name]) => name));
                created = true;
                const stack = { project: run, owner: ownerOf(run), network: input.network, members: present, selfChecked };
                const made = await createStack({ docker, stack, composePath, signal });
                network = made.network;
                for (const [name, startError] of made.refused)
                    outcomes.set(name, brokenAt("start", { startError }));
                const ids = new Map((await inspectContainers(docker, run, { signal })).map(({ service, id }) => [service, id]));
                const speed = machineOf(input.platform) === machine ? "native" : "emulated";
                const atOnce = Math.max(input.maxParallel ?? cpus * (speed === "native" ? 4 : 2), 1);
                const shared = { machines: new Map(), commands: (0,p_limit .A)(cpus), speed };
                await tryAndStop({ ...input, signal, run, atOnce, events, outcomes, here, ids, shared }, failing);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = stack_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        }
    }
    catch (error) {
        const why = stack_explain(error, input.signal);
        if (why === undefined)
            throw error;
        for (const { name } of members)
            if (!outcomes.has(name))
                outcomes.set(name, { kind: "unknown", why });
    }
    finally {
        if (created)
            await removeRun(docker, run).catch(onlyGone);
    }
    return { network, outcomes, created };
}
function brokenAt(phase, symptoms, guess) {
    return { kind: "tried", trial: { probes: [], broken: { phase, symptoms, ...(guess !== undefined && { guess }) } } };
}
function stack_explain(error, signal) {
    if (signal.aborted)
        return signal.reason instanceof DOMException && signal.reason.name === "TimeoutError"
            ? "smoke took too long"
            : "interrupted";
    return error instanceof EngineGone ? `no answer from the engine: ${error.message}` : undefined;
}
function onlyGone(error) {
    if (!(error instanceof EngineGone))
        throw error;
}
const pullsAtOnce = 4;
async function pullAll(input, outcomes) {
    const limit = (0,p_limit .A)(pullsAtOnce);
    const here = new Map();
    const pulls = input.members.map((member) => limit(async () => ({ member, pulled: await pull(input.docker, member, input.platform, input.signal) })));
    for (const { member, pulled } of await Promise.all(pulls)) {
        const { name } = member;
        if (pulled.kind === "here")
            here.set(name, pulled);
        else if (pulled.kind === "wrong")
            outcomes.set(name, brokenAt("pull", { startError: pulled.why }, pulled.why));
        else
            outcomes.set(name, { kind: "unknown", why: pulled.why });
    }
    return here;
}
async function tryAndStop(run, failing) {
    const { docker, members, outcomes, events, ids, signal } = run;
    const limit = (0,p_limit .A)(run.atOnce);
    const ready = new Map();
    const trials = members.map((member) => {
        const before = Promise.all(member.needs.map((need) => ready.get(need)));
        const first = Promise.withResolvers();
        ready.set(member.name, first.promise);
        return tryInTurn(run, member, before, limit, () => first.resolve(undefined))
            .catch((error) => {
            failing.abort(error);
            throw error;
        })
            .finally(() => first.resolve(`${member.name}, which it needs, is not ready`));
    });
    await Promise.allSettled(trials);
    signal.throwIfAborted();
    for (const member of members) {
        const outcome = outcomes.get(member.name);
        const broken = outcome?.kind === "tried" && outcome.trial.broken === undefined ? trial_ended(run, member) : undefined;
        if (broken !== undefined && outcome?.kind === "tried")
            outcomes.set(member.name, { kind: "tried", trial: { ...outcome.trial, broken } });
    }
    await stop(run);
    for (const [name, id] of ids) {
        const outcome = outcomes.get(name);
        if (outcome?.kind !== "tried")
            continue;
        const exit = events.exitedAs(name);
        outcomes.set(name, { ...outcome, log: await saveLog(docker, id, run.logFolder, name), ...(exit && { exit }) });
        signal.throwIfAborted();
    }
}
async function tryInTurn(run, member, needs, limit, isReady) {
    const { outcomes, here, ids, tell } = run;
    const missing = (await needs).find((why) => why !== undefined);
    if (outcomes.has(member.name))
        return;
    if (missing !== undefined) {
        outcomes.set(member.name, { kind: "unknown", why: `not started: ${missing}` });
        return;
    }
    await limit(async () => {
        run.signal.throwIfAborted();
        const [pulled, id] = [here.get(member.name), ids.get(member.name)];
        if (pulled === undefined || id === undefined)
            throw new EngineGone(`the container of ${member.name} is gone`);
        tell(member, "started", "starting");
        const onReady = (text) => {
            isReady();
            tell(member, "update", text);
        };
        outcomes.set(member.name, {
            kind: "tried",
            trial: await tryMember({ ...run, onReady }, pulled.member, pulled.image, id),
        });
    });
}
async function stop({ docker, run, composePath, stopMs, events, signal, ids, outcomes }) {
    const args = ["compose", `--file=${composePath}`, `--project-name=${run}`, "--progress=quiet"];
    await call(docker, [...args, "stop", `--timeout=${Math.ceil(stopMs / 1_000)}`], { signal });
    const started = [...ids.keys()].filter((name) => {
        const outcome = outcomes.get(name);
        return outcome?.kind === "tried" && outcome.trial.broken?.phase !== "start";
    });
    await Promise.race([Promise.all(started.map((name) => events.exitOf(name))), (0,external_node_timers_promises_.setTimeout)(1_000, undefined, { signal })]);
}

;








const usualDeadlineMs = 30 * 60_000;
async function smoke(input) {
    const { plan, images, docker, outDir, options = {} } = input;
    const begun = external_node_perf_hooks_.performance.now();
    const deadline = AbortSignal.timeout(options.deadlineMs ?? usualDeadlineMs);
    const signal = AbortSignal.any([deadline, ...(input.signal ? [input.signal] : [])]);
    await (0,promises_.mkdir)(outDir, { recursive: true });
    if (images.length > 0)
        await removeLeftovers(docker, signal).catch(whenNobodyAnswers);
    const platforms = [...new Set(images.map(({ platform }) => platform))];
    const rows = [];
    let network = plan.network;
    const composeFiles = [];
    for (const platform of platforms) {
        const composeFile = (0,external_node_path_.join)(outDir, composeName(platform, platforms));
        const stage = await onPlatform({ ...input, options, signal }, platform, platforms.length > 1, composeFile);
        rows.push(...stage.rows);
        network = stage.network ?? network;
        if (stage.created)
            composeFiles.push(composeFile);
    }
    const [composeFile] = composeFiles;
    return {
        ...{ kind: "lucid.smoke", version: 1, revision: plan.source.revision, network },
        services: images.flatMap((image) => rows.filter((row) => row.service === image.service && row.platform === image.platform)),
        ...(composeFile !== undefined && { composeFile }),
        durationMs: Math.round(external_node_perf_hooks_.performance.now() - begun),
    };
}
function composeName(platform, platforms) {
    return platform === platforms[0] ? "compose.smoke.yml" : `compose.smoke.${platform.replaceAll("/", "-")}.yml`;
}
function whenNobodyAnswers(error) {
    if (!(error instanceof EngineGone) && !(error instanceof DOMException))
        throw error;
}
async function onPlatform(input, platform, severalPlatforms, composePath) {
    const { plan, docker, options, outDir, progress, signal } = input;
    const { members, bystanders } = lineup(plan, input.images, platform, input.supporting);
    const subject = (service) => (severalPlatforms ? `${service} ${platform}` : service);
    const rows = bystanders.map(({ image, verdict, reason }) => ({
        ...{ service: image.service, platform, ref: pinned(image), digest: image.digest },
        ...{ verdict, reason, probes: [] },
    }));
    if (members.length === 0)
        return { rows, created: false };
    const logFolder = (0,external_node_path_.join)(outDir, "logs", severalPlatforms ? platform.replaceAll("/", "-") : "");
    await (0,promises_.mkdir)(logFolder, { recursive: true });
    const { mirrored = (image) => image } = options;
    const { network, outcomes, created } = await runStack({
        ...{ docker, platform, network: plan.network, signal, composePath, logFolder },
        members: members.map((member) => member.role === "external" ? { ...member, image: mirrored(member.image) } : member),
        ...{ maxParallel: options.maxParallel, stableMs: options.stableMs ?? 1_000, stopMs: options.stopMs ?? 10_000 },
        deadlineMs: options.deadlineMs ?? usualDeadlineMs,
        tell: (member, state, text) => progress({ stage: "smoke", subject: subject(member.name), state, text }),
    });
    for (const member of members) {
        if (member.role !== "subject")
            continue;
        const row = judge(member, platform, outcomes.get(member.name));
        const text = row.verdict === "healthy" ? "healthy" : (row.failure?.guess ?? row.reason ?? row.verdict);
        progress({
            stage: "smoke",
            subject: subject(member.name),
            state: row.verdict === "healthy" ? "done" : "failed",
            text,
        });
        rows.push(row);
    }
    return { rows, network, created };
}

;







async function smoke_smoke(options, world) {
    const registry = openRegistries(options, world);
    const plan = await planFor(options, world, registry, "to-run");
    return smokeBuilt(options, world, registry, plan, await buildFromRegistry(plan, registry));
}
async function smokeBuilt(options, world, registry, plan, build) {
    const pushed = build.images.flatMap(({ service, platform, contentRef: ref, digest }) => digest === undefined ? [] : [{ service, platform, ref, digest }]);
    const selected = pushed.filter(({ service }) => plan.selected.includes(service));
    const why = options.smoke === "off" ? () => "smoke is off" : await proven(options, plan, selected, registry);
    const wanted = selected.filter((image) => why(image) === undefined);
    const left = selected.flatMap((image) => skipped(image, why(image)));
    if (wanted.length > 0)
        await (0,docker_engine .EV)(world.docker, world.signal);
    const ran = await smoke({
        plan,
        images: wanted,
        supporting: pushed.filter((image) => !wanted.includes(image)),
        docker: world.docker,
        progress: world.progress,
        signal: world.signal,
        outDir: options.out,
        options: {
            ...(options.maxParallel !== undefined && { maxParallel: options.maxParallel }),
            mirrored: (image) => registry.mirrored(image),
        },
    });
    const order = (one) => selected.findIndex(({ service, platform }) => service === one.service && platform === one.platform);
    const result = { ...ran, services: [...ran.services, ...left].sort((a, b) => order(a) - order(b)) };
    await writeDocument(options.out, result);
    return result;
}
async function proven({ smoke: which }, plan, pushed, registry) {
    if (which === "all")
        return () => undefined;
    const published = new Map(await Promise.all([...new Set(pushed.map(({ service }) => service))].map(async (name) => [name, await publishedDigests(name, plan, registry)])));
    return ({ service, digest }) => {
        const earned = published.get(service);
        return earned?.digests.has(digest) ? `already published as ${earned.tag}, after smoke` : undefined;
    };
}
async function publishedDigests(name, plan, registry) {
    const service = plan.services.find((one) => one.name === name);
    const [tag] = plan.tags[name]?.floating ?? [];
    if (service === undefined || tag === undefined)
        return undefined;
    const content = (await registry.manifest(`${service.image}:${tag}`))?.content;
    return { tag, digests: new Set(content?.kind === "index" ? content.manifests.map(({ digest }) => digest) : []) };
}
function skipped(image, reason) {
    if (reason === undefined)
        return [];
    const { service, platform, ref, digest } = image;
    return [
        {
            service,
            platform,
            ref: `${repositoryOf(ref)}@${digest}`,
            digest,
            verdict: "skipped",
            reason,
            probes: [],
        },
    ];
}

;







async function run(options, world) {
    const started = world.now();
    const registry = openRegistries(options, world);
    const plan = await plan_plan(options, world, registry, options.smoke === "off" ? "to-build" : "to-run");
    let documents = { plan };
    try {
        documents = { ...documents, lint: await lint_lint(options, world) };
        const build = await buildPlan(options, world, registry, plan);
        documents = { ...documents, build };
        const smoke = await smokeBuilt(options, world, registry, plan, build);
        documents = { ...documents, smoke };
        documents = { ...documents, publish: await publishBuilt(options, world, plan, build, smoke) };
    }
    catch (error) {
        await writeReport(options.out, documents).catch(() => undefined);
        throw error;
    }
    documents = { ...documents, durationMs: Math.round(world.now() - started) };
    return { ...documents, report: await writeReport(options.out, documents) };
}

;







const stages = { plan: plan_plan, lint: lint_lint, build: build_build, smoke: smoke_smoke, publish: publish_publish, report: report_report, run: run };


  })

};
