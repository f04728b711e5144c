export const id=1034
export const ids=[1034]
export const modules={34055:((e,t,s)=>{s.d(t,{_k:()=>dockerWithDirectPlugins,wc:()=>pluginVersion})
var n=s(73024)
var i=s(51455)
var o=s(76760)
var r=s(11939)
var a=s(16496)
var l=s(96273)
function dockerWith(e){return(t,s)=>e(["docker",...t],s)}var d=undefined&&undefined.__addDisposableResource||function(e,t,s){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var n,i
if(s){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
n=t[Symbol.asyncDispose]}if(n===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
n=t[Symbol.dispose]
if(s)i=n}if(typeof n!=="function")throw new TypeError("Object not disposable.")
if(i)n=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:n,async:s})}else if(s){e.stack.push({async:true})}return t}
var c=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(s){t.error=t.hasError?new e(s,t.error,"An error was suppressed during disposal."):s
t.hasError=true}var s,n=0
function next(){while(s=t.stack.pop()){try{if(!s.async&&n===1)return n=0,t.stack.push(s),Promise.resolve().then(next)
if(s.dispose){var e=s.dispose.call(s.value)
if(s.async)return n|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else n|=1}catch(e){fail(e)}}if(n===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,s){var n=new Error(s)
return n.name="SuppressedError",n.error=e,n.suppressed=t,n})
function dockerWithDirectPlugins(e){const t=dockerWith(e)
return async(s,n)=>{const[i=""]=s
const o=await findPlugin(i,{...process.env,...n?.env})
if(o===undefined)return t(s,n)
return e([o,...s],{...n,env:{...n?.env,...u}})}}const u={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,t){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const s=await firstOf((t.PATH??"").split(o.delimiter),"docker")
if(s===undefined||await isScript(s))return undefined
const n=o.join((0,r.P)(t),"cli-plugins")
return firstOf([n,...await extraFolders(t),...f],`docker-${e}`)}const f=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,t){for(const s of e){const e=o.join(s,t)
const r=await(0,i.access)(e,n.constants.X_OK).then(()=>true,()=>false)
if(s!==""&&r)return e}return undefined}async function isScript(e){try{const t={stack:[],error:void 0,hasError:false}
try{const s=d(t,await(0,i.open)(e),true)
const{buffer:n}=await s.read(Buffer.alloc(2),0,2,0)
return n.toString("latin1")==="#!"}catch(e){t.error=e
t.hasError=true}finally{const e=c(t)
if(e)await e}}catch{return true}}async function extraFolders(e){const t=await(0,l.Pd)(e,"cliPluginsExtraDirs")
return Array.isArray(t)?t.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,t,s,n){const i=await findPlugin(t,s)
if(i===undefined)return undefined
try{const{stdout:t}=await e([i,"docker-cli-plugin-metadata"],{signal:n})
return(0,a.E3)((0,a.Ag)((0,a.qF)(t))?.Version)}catch{return undefined}}}),96273:((e,t,s)=>{s.d(t,{Pd:()=>readConfigField,c7:()=>defaultEngineAddress,yt:()=>proxyArgs})
var n=s(51455)
var i=s(76760)
var o=s(11939)
var r=s(16496)
async function readConfigField(e,t){const s=await(0,n.readFile)(i.join((0,o.P)(e),"config.json"),"utf8").catch(()=>"")
return(0,r.Ag)((0,r.qF)(s))?.[t]}async function defaultEngineAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const t=e.DOCKER_CONTEXT||await readConfigField(e,"currentContext")
if(t&&t!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const t=await readConfigField(e,"proxies")
const s=new Set(Object.values((0,r.Ag)(t)??{}).flatMap(e=>Object.keys((0,r.Ag)(e)??{})))
return Object.entries(a).flatMap(([e,t])=>s.has(e)?[t]:[])}const a={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),44853:((e,t,s)=>{s.d(t,{C:()=>tailOf,m:()=>exec})
var n=s(31421)
var i=s(48161)
var o=s(80481)
const exec=(e,t={})=>new Promise((s,r)=>{const[a,...l]=e
const{signal:d,graceMs:c=1e4,onLine:u}=t
if(d?.aborted){s({exitCode:130,stdout:"",stderr:""})
return}const f=(0,n.spawn)(a,l,{cwd:t.cwd,env:{...process.env,...t.env},stdio:[t.input===undefined?"ignore":"pipe","pipe","pipe"]})
const h={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const s=f[e]
if(!s)continue
if(!t.discard)s.on("data",s=>append(h[e],s,t.tailBytes))
if(u)(0,o.createInterface)({input:s,crlfDelay:Number.POSITIVE_INFINITY}).on("line",t=>u(t,e))
else if(t.discard)s.resume()}f.stdin?.on("error",()=>{})
f.stdin?.end(t.input)
let p
const stop=()=>{f.kill("SIGINT")
p=setTimeout(()=>{f.kill("SIGKILL")
f.stdout?.destroy()
f.stderr?.destroy()},c)}
d?.addEventListener("abort",stop,{once:true})
const cleanUp=()=>{clearTimeout(p)
d?.removeEventListener("abort",stop)}
f.on("error",e=>{cleanUp()
r(new Error(`cannot run ${a}: ${e.message}`,{cause:e}))})
f.on("close",(e,t)=>{cleanUp()
s({exitCode:e??128+i.constants.signals[t??"SIGKILL"],stdout:Buffer.concat(h.stdout).toString(),stderr:Buffer.concat(h.stderr).toString()})})})
function tailOf(e){let t=""
e.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
return()=>t}function append(e,t,s){e.push(t)
if(s===undefined)return
let n=e.reduce((e,{length:t})=>e+t,-s)
while(e[0]!==undefined&&n>=e[0].length)n-=e.shift()?.length??0}}),65538:((e,t,s)=>{s.d(t,{HH:()=>failedChecks,ZA:()=>formatFailedCheck,iQ:()=>plannedOrBuiltDigest,uI:()=>i,uJ:()=>withVerification})
var n=s(39893)
function failedChecks(e){return e.filter(({ok:e,level:t})=>!e&&t!=="warning")}const formatFailedCheck=({name:e,expected:t,actual:s})=>`${e}: expected ${t}, found ${s}`
function plannedOrBuiltDigest({images:e},t,s,n){const isIt=e=>e.service===s&&e.platform===n
const i=t?.images.find(isIt)?.digest
const o=e.find(isIt)?.decision
return i??(o?.kind==="unchanged"?o.digest:undefined)}const i={...{skipped:0,healthy:1,"not tried":2,unknown:3,unhealthy:4}}
function withVerification(e,{images:t}){const s=new Map(t.map(e=>[`${e.service} ${e.platform} ${e.digest}`,e]))
return{...e,images:e.images.map(e=>{const t=e.digest===undefined?undefined:s.get(`${e.service} ${e.platform} ${e.digest}`)
if(t===undefined)return e
const{checks:i,unchecked:o,packages:r}=t
return{...e,checks:i,unchecked:o,...(0,n.s)({packages:r})}})}}}),69838:((e,t,s)=>{s.d(t,{Jm:()=>parseBuildSecrets,av:()=>textsToMask,rh:()=>linesToMask})
var n=s(25921)
var i=s(85465)
const o=/^[A-Za-z_][A-Za-z0-9_]*$/
const r="options/build-secrets"
const[a,l]=["*","none"]
function parseBuildSecrets(e,t,s){const o=parse(e??"")
const a=allowedNames(t,s)
const l=[...o.problems,...[...a??[]].flatMap(e=>problemOf(e)??[])]
if(o.values.size>0&&a?.size===0)l.push({code:r,message:"build-secrets is given, but build-secret-names is missing",why:"builds may read only the names in build-secret-names",fix:"list the names that the catalog uses, for example `build-secret-names: NPM_TOKEN`"})
if(l.length>0)throw new i.yo(l)
const isAllowed=e=>a===undefined?!(0,n.Pl)(e):a.has(e)
const d=[...o.values].filter(([e,t])=>t!==""&&isAllowed(e))
return{values:new Map(d),...a!==undefined&&{names:a}}}function allowedNames(e,{GITHUB_ACTIONS:t}){if(e.includes(a))return undefined
if(e.length===0&&t!=="true")return undefined
return new Set(e.filter(e=>e!==l))}function problemOf(e){const t=`build-secret-names: invalid name ${JSON.stringify(e)}`
if(!o.test(e))return{code:r,message:t,fix:"use letters, digits and underscores, separated by commas or newlines"}
const s=(0,n.Ip)(e)
return s===undefined?undefined:{code:r,message:`build-secret-names: no build may read ${e}, a variable of ${s}`,fix:"remove it"}}function textsToMask(e){const{values:t,problems:s}=parse(e)
return[...t.values(),...s.length>0?[e]:[]].flatMap(linesToMask)}function linesToMask(e){return e.split(/\r\n|\r|\n/).map(e=>e.trim()).filter(e=>e.length>=4)}const parse=e=>e.trimStart().startsWith("{")?parseJson(e):parseLines(e)
function parseJson(e){let t
try{t=JSON.parse(e)}catch{const e="build-secrets is not valid JSON"
const t="it starts with `{`; a value with several lines or quotes must be escaped"
const s="let GitHub write it: `toJSON(secrets)`, or `toJSON(secrets.NAME)` for one value"
return{values:new Map,problems:[{code:r,message:e,why:t,fix:s}]}}const s=new Map
const n=[]
for(const[e,i]of Object.entries(t))if(!o.test(e))n.push(invalidName(e))
else if(typeof i==="string")s.set(e,i)
else if(i===null)s.set(e,"")
else{const t=`build-secrets: the value of ${e} is not a string`
n.push({code:r,message:t,fix:"put the value in double quotes"})}return{values:s,problems:n}}function parseLines(e){const t=new Map
const s=[]
for(const[n,i]of e.split(/\r\n|\r|\n/).entries()){if(i.trim()==="")continue
const[,e="",o=""]=/^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(i)??[]
if(e==="")s.push({code:r,message:`build-secrets: line ${n+1} is not NAME=value`,why:"each value takes one line in this form",fix:`write NAME=value, or for a value with several lines a JSON object: \`{"NAME": $`+"{{ toJSON(secrets.NAME) }}}`"})
else if(t.has(e)){const t=`build-secrets: line ${n+1} sets ${e} again`
s.push({code:r,message:t,fix:"remove one of the lines"})}else t.set(e,o)}return{values:t,problems:s}}const invalidName=e=>({code:r,message:`build-secrets: a name of ${e.length} characters is invalid`,fix:"use letters, digits and underscores in names"})}),8780:((e,t,s)=>{s.d(t,{fF:()=>w,cz:()=>optionsOf,hL:()=>n})
const n=["plan","lint","build","verify","smoke","sign","publish","report","run","bake","verify-host","init","doctor","setup"]
const i=["plan","build","verify","smoke","sign","publish","report","run","bake"]
const o=[...i,"lint","verify-host"]
const r=["plan","build","run","bake"]
const a=["build","run","bake"]
const l=[{name:"no-cache",kind:"flag",stages:a,description:"Runs every build step again, without BuildKit's cache. Images that the registry has are not rebuilt; see `force`."},{name:"builder",kind:"string",placeholder:"name",stages:[...a,"doctor"],description:"Name of the buildx builder. Without it, the current one."},{name:"cache-type",kind:"choice",choices:["auto","gha","registry","local","inline","none"],default:"auto",stages:a,description:"Layer cache that machines share (docs/build.md). `auto` is GitHub's cache if it is available and the builder does not outlive the job, else only the builder's own cache."},{name:"cache-folder",kind:"path",placeholder:"folder",stages:a,description:"Folder of the `local` cache. Without it, a folder in the user's cache."},{name:"provenance",kind:"choice",choices:["off","min","max"],default:"off",stages:a,description:"Attaches a provenance attestation to each image. `max` includes the values of build args, and is an error if the catalog sets any."},{name:"sbom",kind:"string",placeholder:"image",default:"off",none:"off",stages:a,description:"Attaches an SBOM from this generator, an image that follows BuildKit's scanner protocol. `on` is BuildKit's own (docker.io/docker/buildkit-syft-scanner)."},{name:"build-secrets",kind:"string",only:"action",stages:["build","run"],description:"Values for the catalog's `secrets`: a JSON object such as `toJSON(secrets)`, or single-line values as one `NAME=value` per line. Values are masked, and only builds can read them."},{name:"build-secret-names",kind:"list",placeholder:"name",stages:["build","run"],description:"Names that builds may read from `build-secrets` and from the environment: all others are refused. `*` allows all names, `none` allows none. Without it, builds read nothing on GitHub Actions, and the whole environment elsewhere."},{name:"ssh-keys",kind:"string",only:"action",stages:["build","run"],description:"Private keys without a passphrase, one after the other. An SSH agent with these keys runs for the rest of the job, for the catalog's `ssh: [default]`."},{name:"print",kind:"flag",only:"command",stages:["build"],description:"Prints the bake definition and builds nothing."}]
const d=[{name:"fail-on",kind:"choice",choices:["error","warning","note","never"],default:"error",stages:["lint"],description:"Lowest severity that fails the stage."},{name:"index-url",kind:"string",placeholder:"url",env:"PIP_INDEX_URL",stages:["lint","run"],description:"Package index for requirements, in pip's syntax. Credentials in it are never shown. Requirements files and Dockerfiles override it. Without any of them, PyPI."},{name:"index-timeout",kind:"number",placeholder:"seconds",default:"10",stages:["lint","run"],description:"Total time for all package index requests. Packages without a response in this time are not checked."},{name:"offline",kind:"flag",stages:["lint","run"],description:"Sends no request to a package index, and in lint none to a registry. Uses cached responses of earlier runs, regardless of age."},{name:"build-checks",kind:"choice",choices:["auto","on","off"],default:"auto",stages:["lint"],description:"Includes BuildKit's own checks (`docker buildx build --call=check`). Without an engine, `auto` skips them and `on` fails."},{name:"baseline",kind:"path",placeholder:"file",stages:["lint"],description:"File with known findings. They are counted, but do not fail the stage."},{name:"update-baseline",kind:"flag",stages:["lint"],description:"Writes the current findings to the baseline file."},{name:"sarif",kind:"path",placeholder:"file",stages:["lint"],description:"Also writes the findings to this file, as SARIF 2.1.0 for code scanning. `lint.sarif` in `out` is always written."},{name:"fix",kind:"flag",only:"command",stages:["lint"],description:"Applies the safe fixes and shows them as a diff."},{name:"dry-run",kind:"flag",only:"command",stages:["lint","init"],description:"Shows the changes without writing them. In lint, use it with `fix`."}]
const c=[{name:"progress",kind:"choice",choices:["auto","plain"],default:"auto",stages:["build","verify","smoke","sign","publish","run","verify-host"],description:"Progress display. `auto`: one line per service on a terminal; in a log, finished work, and at least every 10 seconds what is running. `plain`: every line of every step, prefixed with the service."},{name:"min-disk",kind:"number",placeholder:"GB",default:"10",only:"command",stages:["doctor"],description:"Free space that the engine's disk must have."},{name:"timeout",kind:"duration",placeholder:"time",stages:[...o],description:"Ends the stage as failed after this time, for example `58m`. Results so far are written. In a workflow, set it two minutes below the step's `timeout-minutes`: then a build that hangs fails with a reason and does not delay other services."},{name:"json",kind:"flag",only:"command",stages:[...o,"init","doctor"],description:"Prints the document as JSON to standard output. Everything else goes to standard error."}]
const u=[{name:"github-token",kind:"string",placeholder:"token",env:"GITHUB_TOKEN",actionDefault:"$"+"{{ github.token }}",only:"action",stages:["plan","build","verify","smoke","sign","publish","report","run","setup"],description:"Token for GitHub's API. Used to read the catalog and the heads of branches and to order commits in a shallow clone (`contents: read`), to spread jobs by the times of the last run (`actions: read`), and for `comment` and `issue`. Also the login for `ghcr.io` without a `registry-password`."},{name:"comment",kind:"choice",choices:["auto","true","false"],default:"auto",actionDefault:{run:"$"+"{{ strategy.job-total > 1 && 'false' || 'auto' }}"},only:"action",stages:["report","run"],description:"Keeps one comment on the pull request up to date (`pull-requests: write`). Without that permission, `auto` reports what is missing, and `true` is an error. A fork's pull request gets no comment."},{name:"report-name",kind:"string",placeholder:"name",default:"lucid-report",only:"action",stages:["report","run"],description:"Name that separates the comment and issue of this report from those of another report on the same catalog in the same workflow."},{name:"issue",kind:"flag",only:"action",stages:["report","run"],description:"For nightly runs: opens an issue when a run fails (`issues: write`), comments on it when the failure changes, and closes it when a run succeeds."},{name:"issue-title",kind:"string",placeholder:"title",only:"action",stages:["report","run"],description:"Title of the issue. Without it, a title that names the failing workflow."},{name:"issue-labels",kind:"list",placeholder:"label",default:"lucid",only:"action",stages:["report","run"],description:"Labels of the issue. The first label and a hidden marker identify it."},{name:"recall",kind:"flag",only:"action",stages:["report"],description:"Also reports the other jobs of this run: builds and smoke from their records in the registry, publish from `publish-result`."},{name:"publish-result",kind:"string",only:"action",stages:["report"],description:"Output `packed` of `publish` from another job."},{name:"job-results",kind:"list",placeholder:"result",only:"action",stages:["report"],description:"Results of the earlier jobs: `join(needs.*.result, ',')`, or `publish=failure` with the name of a job. A failed job makes the run red, even without a document. A cancelled job makes the run cancelled: no comment, no issue."}]
const f=[{name:"force",kind:"flag",short:"f",stages:["plan","build","run"],description:"Builds the selected images even if the registry has them."},{name:"stale",kind:"flag",stages:i,description:"Rebuilds, without a cache, images older than their `ttl` in the catalog. For nightly runs; set it in every job of the run (docs/nightly.md)."},{name:"max-jobs",kind:"number",placeholder:"n",stages:["plan"],description:"Packs the matrix into at most this many legs, with at least one per platform and kind of runner. Without it, one leg per image, up to GitHub's limit of 256."},{name:"smoke-jobs",kind:"choice",choices:["off","changed","dependents","all"],default:"off",only:"action",stages:["plan"],description:"Also computes the jobs for smoke, for the output `smoke-matrix`. Set it to the value of `smoke` in those jobs."},{name:"smoke-runner",kind:"string",only:"action",stages:["plan"],description:"Runner of the smoke jobs: a label, or a JSON list of labels. Overrides the runner of the platform."},{name:"times",kind:"path",placeholder:"file",stages:["plan"],description:"Build times for packing the matrix: a `build.json`, or a folder with those of all legs of an earlier run. Without it, the `build.json` in `out`, else the jobs of the workflow's last successful run, else the image sizes."},{name:"estimate",kind:"flag",stages:["plan","run"],description:"Estimates the cost of the matrix jobs on GitHub. Always on inside GitHub Actions."},{name:"inputs",kind:"flag",stages:["plan"],description:"Lists the inputs of each selected image: files, images, URLs, contexts, arguments, secrets."},{name:"event",kind:"event",placeholder:"event",stages:i,description:"Event that decides the tags: `push:main`, `tag:v1.2.0`, `pull_request:7`, `merge_group:main`, `schedule:main`, `manual`. Without it, GitHub's event and the checkout, else the local branch. Inside GitHub Actions it changes names and labels only: no floating tag moves and no version is written."},{name:"revision",kind:"string",placeholder:"commit",stages:i,description:"Commit for labels and tags. Without it, the checked-out commit. Inside GitHub Actions another commit changes names and labels only: no floating tag moves and no version is written."},{name:"date",kind:"string",placeholder:"date",default:"commit",stages:i,description:"Date for tags, labels and `BUILD_DATE`: `commit`, `now`, or a date such as `2025-10-24T15:51:32Z`. It does not apply to files in layers. With `now`, pass the plan to later jobs."},{name:"registry-timeout",kind:"number",placeholder:"seconds",default:"60",stages:i,description:"Fails the plan if no request to a registry has succeeded for this time. After ten minutes the plan waits for no request."}]
const h=[{name:"require-smoke",kind:"flag",default:"true",stages:["sign","publish","run"],description:"Moves floating tags only to digests that passed smoke. If off, to any digest.",offDescription:"Moves floating tags also to digests that have not passed smoke."},{name:"despite-smoke",kind:"flag",stages:["sign","publish"],description:"Publishes one service although smoke failed or did not run. Needs `reason`. Report, comment and ledger show who did it, when and why."},{name:"reason",kind:"string",placeholder:"text",stages:["sign","publish"],description:"Reason for `despite-smoke`, on a single line."},{name:"smoke-results",kind:"path",placeholder:"file",stages:["sign","publish"],description:"Results of smoke: a `smoke.json`, or a folder with those of all legs. Without it, the file in `out`; `publish` also reads the results that other jobs wrote to the registry."},{name:"allow-dirty",kind:"flag",stages:["sign","publish","run"],description:"Moves floating tags even if the working tree has uncommitted changes."},{name:"allow-unordered",kind:"flag",stages:["publish","run"],description:"Moves floating tags to this commit even if another branch published last, or if it is not proven that this commit is newer (a shallow clone without a token)."}]
const p=[{name:"results",kind:"path",placeholder:"folder",stages:["report"],description:"Folder that contains the documents of all jobs, at any depth (the downloaded artifacts of a matrix), for one report on all jobs. Without it, the documents in `out`."},{name:"history",kind:"path",placeholder:"file",stages:["report","run"],description:"JSON file with sizes, times and health of the last 90 runs, for trends. Each report adds its run. Keep it in a cache, an artifact or a branch. Without it, `history.json` in `out`."},{name:"completion",kind:"flag",stages:["report"],description:"Also writes `completion.md`: images, specifications, checks, commands, fixes and progress, as a document to keep. Every tick in it is a check that ran."},{name:"summary",kind:"flag",default:"true",actionDefault:"$"+"{{ !(strategy.job-total > 1) }}",only:"action",stages:n.filter(e=>e!=="setup"&&e!=="bake"),description:"Writes a step summary. Off by default in a matrix, since one report covers all legs."}]
const m=[{name:"catalog",kind:"path",short:"c",placeholder:"file",default:"lucid.yml",stages:[...o,"init","doctor"],description:"Path of the service catalog."},{name:"from",kind:"list",placeholder:"file",only:"command",stages:["init"],description:"Also imports the `docker build` commands of this Markdown file or shell script. They are parsed, not executed."},{name:"service",kind:"list",default:"*",refuseBlank:true,stages:o,description:"Services to process, by name or glob (`session-*`)."},{name:"phase",kind:"list",stages:o,description:"Processes only services of these phases."},{name:"changed",kind:"string",placeholder:"commit",stages:r,description:"Processes only services whose fingerprint or smoke checks differ from this commit or branch. Ignores changes of base images. Needs the commit in the clone."},{name:"dependents",kind:"flag",stages:r,description:"Also processes services that are built from the selected ones or need them at runtime."},{name:"platform",kind:"list",placeholder:"os/arch",stages:[...i,"verify-host"],description:"Processes only these platforms, for example `linux/arm64`. Without it, all platforms of the catalog."},{name:"registry",kind:"string",placeholder:"host",stages:[...o,"doctor","setup"],description:"Overrides the catalog's registry: `ghcr.io/acme`, `127.0.0.1:5000`. The path is converted to lower case."},{name:"mirror",kind:"pairs",placeholder:"host=prefix",env:"LUCID_MIRRORS",stages:[...i,"verify-host","setup"],description:"Mirrors to pull base images and the images of setup from: `docker.io=127.0.0.1:5000/docker.io`. Not used for pushes."},{name:"registry-token-hosts",kind:"list",placeholder:"host",env:"LUCID_REGISTRY_TOKEN_HOSTS",stages:[...o,"doctor","setup"],description:"Token servers that may get a registry's login although they are on another domain: `auth.example.com`. Without it, a login goes only to hosts of the registry's own domain."},{name:"out",kind:"path",short:"o",placeholder:"folder",stages:o,description:"Folder for documents, logs and the report. Without it, `$RUNNER_TEMP/lucid` in a workflow, else a folder per catalog in the user's cache."},{name:"plan",kind:"path",placeholder:"file",default:"new",none:"new",refuseBlank:true,stages:["build","verify","smoke","sign","publish","report","bake"],description:"Plan to follow: the path of a `plan.json`, or the output `packed` of `plan` from another job. `new` makes a plan from the current state of the registry."}]
const g=[{name:"platforms",kind:"list",default:"linux/arm64",stages:["setup"],description:"Platforms for builds and smoke."},{name:"emulate",kind:"flag",actionDefault:{setup:"true"},stages:["plan","setup"],description:"Uses QEMU for platforms that the machine cannot run. In setup: registers QEMU; if off, a missing platform is an error. In plan: all legs use the default runner; if off, each platform has its own runner."},{name:"binfmt-image",kind:"string",default:"docker.io/tonistiigi/binfmt@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0",stages:["setup"],description:"Image with QEMU and its registration program, which runs once: as root beside the engine if possible, else in a container with `--privileged`. GitHub's cache keeps it if it is pinned by digest."},{name:"driver",kind:"choice",choices:["auto","docker-container","kubernetes","remote"],default:"auto",stages:["setup"],description:"Driver of the builder. `auto` keeps the current builder if it is suitable and none of the inputs below is set. Any other value creates a builder, which is removed at the end of the job."},{name:"buildkit-image",kind:"string",default:"docker.io/moby/buildkit@sha256:cec9f139f45e93c5c69c60f8b07cfad9f43f4ef6b6a6cd917527fea5ff2e3dea",stages:["setup"],description:"BuildKit image of the created builder, unless `driver-opts` names one. GitHub's cache keeps it if it is pinned by digest."},{name:"driver-opts",kind:"lines",stages:["setup"],description:"Options of the created builder, one per line, as for `docker buildx create --driver-opt`."},{name:"endpoint",kind:"string",stages:["setup"],description:"Address of the created builder, for the driver `remote`: for example `tcp://buildkit:1234`."},{name:"nodes",kind:"string",stages:["setup"],description:"Machines of the created builder: a YAML list of `name`, `endpoint`, `platforms`, `driver-opts` and `buildkitd-flags`, as for `docker buildx create`: `- {name: pi, endpoint: ssh://pi@raspberrypi, platforms: linux/arm64}`."},{name:"buildkitd-config",kind:"path",stages:["setup"],description:"Configuration file of the created BuildKit. Without it, one is made from `mirror`, the engine's mirrors and `max-parallelism`."},{name:"max-parallelism",kind:"number",placeholder:"n",stages:["setup"],description:"Maximum number of steps that the created builder runs at the same time."},{name:"cache-images",kind:"flag",actionDefault:{setup:"true"},stages:["setup"],description:"Keeps the images of QEMU and BuildKit in GitHub's cache, so that not every job pulls them from Docker Hub. A fork's pull request only reads them."},{name:"registry-username",kind:"string",only:"action",stages:["setup","run"],description:"User for a login to `registry`, which must be set, for this job only. Without it, existing logins are used."},{name:"registry-password",kind:"string",only:"action",stages:["setup","run"],description:"Password or token for `registry-username`. Without it, the job's token, which is sent only to the registry that it belongs to: `ghcr.io`, or on another GitHub server `containers.<its host>`."},{name:"logins",kind:"lines",only:"action",stages:["setup","run"],description:"Registries to log in to for this job only, one per line: host, user and password, separated by spaces. `docker.io` is Docker Hub."}]
const b=["plan","build","smoke","publish","run"]
const k=[{name:"build-results",kind:"path",placeholder:"file",stages:["build","smoke","sign","publish"],description:"Results of build of this run's other jobs: a `build.json`, or a folder with those of all legs. Then only these digests count as built by this run, not what the registry has now. Without it, `sign` uses the file in `out`, and the others the registry."},{name:"sign",kind:"choice",choices:["off","key","keyless"],default:"off",stages:["run"],description:"Signs what the run built and smoked before floating tags name it (docs/signing.md): with the job's identity (`keyless`, needs `id-token: write`), or with `sign-key` (`key`, needs an installed cosign)."},{name:"sign",kind:"choice",choices:["keyless","key"],default:"keyless",stages:["sign"],description:"Signs with the job's identity (`keyless`, needs `id-token: write`), or with `sign-key` (`key`, needs an installed cosign)."},{name:"sign-key",kind:"string",placeholder:"key",env:"COSIGN_KEY",stages:["sign","run"],description:"Key for `sign: key`, in cosign's syntax: a file, `env://COSIGN_PRIVATE_KEY`, the address of a key service. Its password is read from `COSIGN_PASSWORD`."},{name:"sign-log",kind:"choice",choices:["on","off","public"],wasFlag:true,default:"on",stages:["sign","run"],description:"Public transparency log. `on` (or `true`): for key signatures, and for keyless ones of a public repository. `off` (or `false`): not for key signatures. `public`: also for keyless signatures of a private repository, whose names stay there forever."},{name:"require-signed",kind:"flag",stages:b,description:"Reuses images and smoke results only if a run of this repository signed them. The catalog's `reuse.from` overrides it (docs/signing.md)."},{name:"require-signed",kind:"flag",stages:["verify-host"],description:"Starts an image only if a run of this repository signed its index; others are `unsigned` (docs/signing.md). Always on if the catalog has `reuse.from` other than `any`."},{name:"trusted-root",kind:"path",placeholder:"file",env:"LUCID_TRUSTED_ROOT",stages:[...b,"verify-host","sign"],description:"Trusted root of Sigstore, a JSON file: the authorities and logs whose signatures count. Without it, the last refresh in the cache folder, else the copy in this program."}]
const y=[{name:"smoke",kind:"choice",choices:["changed","dependents","all","off"],default:"changed",stages:["smoke","run"],description:"Services to start and probe. `changed`: those whose image has not passed the same checks before; `dependents`: also the services that need them at runtime; `all`: all selected services; `off`: none."},{name:"docker-host",kind:"string",placeholder:"address",stages:["smoke","run","verify-host"],description:"Engine to start the services on: `ssh://pi@raspberrypi`, `tcp://10.0.0.7:2376`. Without it, Docker's own choice. Builds are not affected."},{name:"docker-context",kind:"string",placeholder:"name",stages:["smoke","run","verify-host"],description:"Docker context of the engine to start the services on, as an alternative to `docker-host`."},{name:"max-parallel",kind:"number",placeholder:"n",stages:["build","smoke","run","verify-host"],description:"Maximum number of images to build, and of services to start, at the same time. Without it, BuildKit limits builds, and smoke starts four services per CPU (two if emulated), within the engine's memory."}]
const w=[...m,...f,...l,...y,...h,...k,...d,...p,...u,...g,...c]
function optionsOf(e,t){const s=w
return s.filter(s=>s.stages.includes(e)&&(s.only??t)===t)}}),42600:((e,t,s)=>{s.d(t,{Il:()=>Activity,Sv:()=>formatCurrentWork,ow:()=>subjectKey,zt:()=>formatCountdown})
var n=s(39893)
var i=s(65421)
var o=s(68261)
var r=s(16760)
var a=s(35257)
function subjectKey({stage:e,subject:t=""}){return`${e}\n${t}`}class Activity{#e
#t=new Map
constructor(e){this.#e=e}record(e){const{stage:t,subject:s,state:i,text:o,step:r,bytes:a,countdown:l}=e
const d=subjectKey(e)
const c=this.#t.get(d)
const u=c&&this.#e()-c.since
if(i==="done"||i==="failed"){this.#t.delete(d)
if(s===undefined&&c!==undefined)this.#s(c.since)
return u}const f=c??{...{stage:t,since:this.#e(),lastText:undefined,steps:new Map},...(0,n.s)({subject:s})}
this.#t.set(d,f)
if(i==="started")f.steps.clear()
if(r!==undefined)this.#n(f,r)
else if(o!==undefined||a!==undefined)f.lastText={...{name:o??f.lastText?.name??"",beside:0},...(0,n.s)({bytes:a,countdown:l})}
return u}active(){const e=[...this.#t].map(([e,{stage:t,subject:s,since:i,lastText:o,steps:r}])=>{const[a]=r.values()
const l=a===undefined?o:{...a,beside:r.size-1}
return{...{key:e,stage:t,since:i},...(0,n.s)({subject:s,work:l})}})
return[...e.filter(({work:e})=>e!==undefined),...e.filter(({work:e})=>e===undefined)]}#s(e){for(const[t,{subject:s,since:n}]of this.#t)if(s!==undefined&&n>=e)this.#t.delete(t)}#n({steps:e},{id:t,name:s,state:i,last:o,bytes:r}){if(i!=="running"){e.delete(t)
return}const{since:a=this.#e(),...l}=e.get(t)??{}
const d={...(0,n.s)({last:o,bytes:r})}
e.set(t,{...l,...d,name:s,since:a})}}function formatCountdown({until:e,next:t},s){const n=Math.max(0,Math.ceil((e-s)/1e3))
return`${t==="retry"?"retrying":"giving up"} in ${n<60?`${n} s`:(0,i.a3)(n*1e3)}`}function formatCurrentWork({subject:e,work:t},s,n){if(t===undefined)return e===undefined?"":"waiting"
const{name:l,since:d,bytes:c,countdown:u,beside:f}=t
const h=[c===undefined?"":`, ${(0,a.z3)(c)}`,d===undefined?"":` (${(0,i.a3)(s-d)})`,u===undefined?"":`; ${formatCountdown(u,s)}`,f>0?` and ${f} more`:""].join("")
return`${(0,r.A4)((0,o.g$)(l),Math.max(2,n-h.length))}${h}`}}),26617:((e,t,s)=>{s.d(t,{A:()=>logView})
var n=s(65421)
var i=s(68261)
var o=s(16760)
var r=s(42600)
var a=s(35257)
const every=(e,t)=>{const s=setInterval(t,e).unref()
return()=>clearInterval(s)}
const l=8e3
const d=16
const c=10
const u=2e3
function logView(e){const{mode:t,write:s,now:n,fold:i,silenceMs:o=l}=e
const u=new r.Il(n)
const f=new Map
const h=new Map
let p=n()
const say=e=>{p=n()
s(e)}
const m=new StepLines(say)
const look=()=>{if(t==="plain")m.flush()
const e=u.active()
const silentMs=({key:e,since:t})=>n()-(f.get(e)??t)
const s=e.filter(({subject:e})=>e!==undefined)
const i=s.some(e=>silentMs(e)>=o)
const r=i?s.filter(e=>silentMs(e)>=o/2):[]
const l=n()-p>=o?e.filter(({subject:e})=>e===undefined):[]
const d=r.length>0?r:l.slice(-1)
for(const e of d.slice(0,c))say((0,a.oz)({...e,text:runningText(e,n())},"running",n()-e.since))
if(d.length>c)say(`         and ${d.length-c} more`)
for(const{key:e}of d)f.set(e,n())}
const g=(e.every??every)(o/d,look)
const end=(e,o)=>{const r=(0,a.oz)(e,e.state,o)
const l=i!==undefined&&t==="auto"&&e.steps?.some(({state:e})=>e!=="failed")
p=n()
if(l)i(r,(0,a.mR)(e,"all"))
else s(r)
for(const n of(0,a.mR)(e,i||t==="plain"?"only failed":"failed"))s(n)}
return{progress:e=>{const s=(0,r.ow)(e)
const i=u.record(e)
if(e.state==="done"||e.state==="failed"){m.flush()
f.delete(s)
h.delete(s)
if(e.subject!==undefined)end(e,i)}else if((t==="plain"||isWait(e,n()))&&e.subject!==undefined){if(e.state==="started")h.delete(s)
const t=p
if(e.step!==undefined)m.take({...e,step:e.step})
else if(e.text!==undefined&&h.get(s)!==e.text){h.set(s,e.text)
say((0,a.oz)({...e,text:textWithCountdown(e,n())},"running",i))}if(p!==t)f.set(s,p)}},line:say,[Symbol.dispose]:()=>{g()
m.flush()}}}const isWait=({stage:e,countdown:t},s)=>e==="waiting"||t!==undefined&&t.until-s>f
const f=2e3
const textWithCountdown=({text:e="",countdown:t},s)=>t===undefined?e:`${e}; ${(0,r.zt)(t,s)}`
function runningText(e,t){const{last:s}=e.work??{}
const n=(0,r.Sv)(e,t,100)
return s===undefined?n:`${n}: ${(0,o.A4)((0,i.g$)(s.trim()),120)}`}class StepLines{#i
#o=new Map
#r=new Map
#a=new Set
constructor(e){this.#i=e}take(e){const{stage:t,subject:s="",step:o}=e
const{id:a,name:l,state:d,durationMs:c=0,lines:f=[]}=o
const h=(0,r.ow)(e)
const p=this.#o.get(a)??{number:this.#o.size+1,key:h,lines:0}
this.#o.set(a,p)
const m=`${t.padEnd(7)}  ${(0,i.g$)(s)}  #${p.number}`
const g=`${h}\n${a}`
if(!this.#a.has(g))this.#i(`${m} ${(0,i.g$)(l)}`)
this.#a.add(g)
this.#r.delete(g)
if(p.key===h)this.#l(p,m,f)
if(d==="running")return
const b=p.lines-u
const k=b>0&&p.key===h?`; ${(0,n.LS)(b,"line")} not shown`:""
const y=d==="cached"?"CACHED":`${d==="failed"?"ERROR":"DONE"} ${(c/1e3).toFixed(1)}s`
this.#r.set(g,`${m} ${y}${k}`)}flush(){for(const e of this.#r.values())this.#i(e)
this.#r.clear()}#l(e,t,s){for(const n of s){e.lines++
if(e.lines<=u)this.#i(`${t} | ${(0,i.g$)(n.slice(0,4e3))}`)
else if(e.lines===u+1)this.#i(`${t} | ... more than ${u} lines: the rest is not shown`)}}}}),35257:((e,t,s)=>{s.d(t,{mR:()=>stepLines,oz:()=>progressLine,z3:()=>formatBytes})
var n=s(65421)
var i=s(68261)
function progressLine({stage:e,subject:t="",text:s,bytes:o},r,a){const l=a===undefined?"":` ${(0,n.a3)(a)}`
const d=[e.padEnd(7),(0,i.g$)(t),`${r}${l}`,(0,i.g$)(s??""),o?formatBytes(o):""]
return d.filter(e=>e!=="").join("  ").trimEnd()}function formatBytes({done:e,total:t}){return t===undefined?(0,n.Xq)(e):`${(0,n.Xq)(e)} of ${(0,n.Xq)(t)}`}const o="         "
const r=4e3
function stepLines({steps:e=[]},t="failed"){return e.flatMap(({text:e,state:s,log:l,dropped:d=0})=>{if(t==="only failed"&&s!=="failed")return[]
if(t==="failed"&&(s==="cached"||e.startsWith("0.0s")))return[]
const c=t==="all"?l:s==="failed"?l.slice(-a):[]
const u=t==="all"?d:0
return[`${o}${(0,i.g$)(e)}`,...u>0?[`${o}  (${(0,n.LS)(u,"earlier line")} not kept)`]:[],...c.map(e=>`${o}  | ${(0,i.g$)(e.slice(0,r))}`)]})}const a=20}),57107:((e,t,s)=>{s.d(t,{Hs:()=>formatCommit,eG:()=>formatEstimate,pL:()=>holdText,rK:()=>remarkTexts})
var n=s(65421)
const remarkTexts=({remarks:e=[]})=>e.map(({severity:e,message:t,why:s,fix:n})=>`${e}: ${[t,s,n].filter(Boolean).join("; ")}`)
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function formatCommit({revision:e,event:t}){const s=e.slice(0,12)
const n=t.kind==="pull_request"?t.headRevision:undefined
return n===undefined||n===e?s:`${s}, the merge of ${n.slice(0,12)}`}const i={times:"by earlier build times",sizes:"by image sizes",guess:"estimated: no build times are known yet"}
function formatEstimate({matrix:e,jobEach:t,by:s}){const o=t.jobs-e.jobs
const r=insteadOf((0,n.LS)(e.jobs,"job"),e.jobs,t.jobs)
const a=insteadOf(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(t.wallSeconds))
const l=insteadOf((0,n.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,t.billedMinutes)
return`on GitHub ${r}${o>0?` (${o} saved)`:""}: ${a}, ${l}, ${i[s]}`}const insteadOf=(e,t,s)=>t===s?e:`${e} instead of ${s}`
const minutes=e=>Math.ceil(e/60)}),39893:((e,t,s)=>{s.d(t,{s:()=>defined})
function defined(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==undefined))}}),65421:((e,t,s)=>{s.d(t,{LS:()=>plural,VK:()=>shortDigest,Xq:()=>formatSize,a3:()=>formatDuration,vm:()=>formatSizeChange})
function formatDuration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const t=Math.round(e/1e3)
if(t<60)return`${t} s`
return`${Math.floor(t/60)} min ${t%60} s`}function formatSize(e){const t=["B","kB","MB","GB","TB"]
let s=e
let n=0
while(s>=999.5&&n<t.length-1){s/=1e3
n+=1}return`${s>=100||n===0?Math.round(s):s.toFixed(1)} ${t[n]}`}function formatSizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${formatSize(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,t,s=`${t}s`){return`${e} ${e===1?t:s}`}}),16760:((e,t,s)=>{s.d(t,{A4:()=>truncateToWidth,Ho:()=>padLeft,M7:()=>padRight,sc:()=>textWidth})
var n=s(93223)
const i=/^[\x20-\x7e]*$/
function textWidth(e){return i.test(e)?e.length:(0,n.A)(e)}function truncateToWidth(e,t){if(textWidth(e)<=t)return e
let s=""
let n=t-1
for(const{segment:t}of(new Intl.Segmenter).segment(e)){n-=textWidth(t)
if(n<0)break
s+=t}return`${s}\u2026`}const padRight=(e,t)=>e+" ".repeat(Math.max(0,t-textWidth(e)))
const padLeft=(e,t)=>" ".repeat(Math.max(0,t-textWidth(e)))+e})}
