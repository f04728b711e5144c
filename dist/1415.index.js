export const id=1415
export const ids=[1415]
export const modules={17048:((e,n,t)=>{t.d(n,{IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,c4:()=>withEmulated,ez:()=>s,hh:()=>refuseEngine,kj:()=>readBuilder,p7:()=>engineProblems})
var i=t(62088)
var o=t(56008)
const r={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,n={}){const{builder:t,signal:i,needs:o}=n
const r=o===undefined||o.build===true||o.platforms!==undefined
const[s,a]=await Promise.all([e(["info","--format","{{json .}}"],i===undefined?{}:{signal:i}).catch(()=>undefined),r?inspectBuilder(e,{builder:t,signal:i}):undefined])
i?.throwIfAborted()
if(s===undefined)return{containerdStore:false}
return{...readInfo(s.stdout,s.stderr),...a!==undefined&&{builder:a}}}async function inspectBuilder(e,{builder:n,signal:t}){const i=["buildx","inspect",...n===undefined?[]:["--",n]]
const o=await e(i,t===undefined?{}:{signal:t}).catch(()=>undefined)
return o&&withEmulated(readBuilder(o),process.env[s])}const s="LUCID_EMULATED"
function withEmulated(e,n){if(e===undefined||e.driver!=="docker"||!n)return e
return{...e,platforms:[...new Set([...e.platforms,...n.split(",")])]}}function readInfo(e,n){let t
try{t=JSON.parse(e)}catch{t={}}const plugin=e=>t.ClientInfo?.Plugins?.find(n=>n.Name===e)?.Version
const i=t.ServerVersion||undefined
const o=t.ClientInfo?.Version||undefined
const r=t.ServerErrors?.join("; ")||n.trim()||"no daemon answers"
const s=a[t.Architecture??""]??t.Architecture
return{...o!==undefined&&{client:o},...i!==undefined?{server:i}:{unreachable:r},...i!==undefined&&s!==undefined&&{native:`${t.OSType??"linux"}/${s}`},...t.Name&&t.KernelVersion&&{machine:{name:t.Name,kernel:t.KernelVersion}},...t.RegistryConfig?.Mirrors?.length&&{mirrors:t.RegistryConfig.Mirrors},...optional("buildx",plugin("buildx")),...optional("compose",plugin("compose")),containerdStore:(t.DriverStatus??[]).some(([,e])=>e==="io.containerd.snapshotter.v1")}}const a={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function optional(e,n){return n===undefined||n===""?{}:{[e]:n}}function readBuilder({exitCode:e,stdout:n,stderr:t}){const field=e=>{const t=new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(n)?.[1]
return t?.trim()}
const i=field("Name")
const o=field("Error")??(e===0?undefined:t.trim())
if(i===undefined)return o===undefined?undefined:{name:"",driver:"",platforms:[],error:o}
const r=[...n.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
return{name:i,driver:field("Driver")??"",platforms:[...new Set(r)],...o!==undefined&&{error:o}}}function canRun(e,n){const plain=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>plain(e)===plain(n))}function refuseEngine(e,n){const t=engineProblems(e,n)
if(t.length>0)throw new o.yo(t)
return e}function engineProblems(e,n){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"there is no docker command",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and see that docker is on the PATH"}]
const t=[]
if(e.server===undefined)t.push({code:"engine/not-running",message:"no Docker daemon answers",...e.unreachable!==undefined&&{why:e.unreachable},fix:"start Docker (systemctl start docker, or Docker Desktop), or point DOCKER_HOST or DOCKER_CONTEXT at one that runs; joining the group docker helps when permission was denied"})
else t.push(...tooOld("Docker Engine",e.server,r.server,"engine/too-old"))
if(n.build)t.push(...buildProblems(e))
if(n.smoke)t.push(...plugin("Docker Compose","docker-compose-plugin",e.compose,r.compose,"compose"))
if(t.length===0)t.push(...platformProblems(e,n.platforms??[]))
return t}function buildProblems(e){const n=[...plugin("buildx","docker-buildx-plugin",e.buildx,r.buildx,"buildx")]
const{builder:t}=e
if(e.server===undefined||e.buildx===undefined||t===undefined)return n
if(t.error!==undefined)n.push({code:"engine/builder",message:`the builder ${t.name||"that was named"} is of no use`,why:t.error,fix:"see `docker buildx ls`; `docker buildx use default` goes back to Docker's own"})
else if(t.driver==="docker"&&!e.containerdStore)n.push({code:"engine/image-store",message:"this Docker Engine keeps images in its old store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a builder of its own",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or `docker buildx create --driver=docker-container --use`'})
return n}function platformProblems({builder:e,native:n},t){const i=e?.platforms.length?e.platforms:n===undefined?[]:[n]
return t.filter(e=>!canRun(i,e)).map(n=>({code:"engine/platform",message:`nothing here runs ${n}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${i.join(", ")||"nothing"}`,fix:`take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${n.split("/")[1]??"arm64"}\`, or the package qemu-user-static`}))}function plugin(e,n,t,i,o){if(t===undefined)return[{code:`engine/${o}-missing`,message:`${e} is not installed`,fix:`install the package ${n}`}]
return tooOld(e,t,i,`engine/${o}-too-old`)}function tooOld(e,n,t,o){const r=i.coerce(n)
if(r===null||i.gte(r,t))return[]
return[{code:o,message:`${e} ${n} is too old`,fix:`install ${e} ${t} or newer`}]}}),39661:((e,n,t)=>{t.d(n,{MC:()=>asNormalPush,Pi:()=>i,g1:()=>mayFloat,ty:()=>isFromFork})
const i="manual-build"
function mayFloat({event:e,hold:n}){return n===undefined&&!["pull_request","merge_group","commit"].includes(e.kind)}function isFromFork({event:e,fromFork:n}){return n===true||e.kind==="pull_request"&&e.fork}function asNormalPush({hold:e,...n}){return{...n,event:{kind:"push",branch:n.defaultBranch??"main"}}}}),91415:((e,n,t)=>{t.r(n)
t.d(n,{doctor:()=>doctor})
var i=t(51455)
var o=t(76760)
var r=t(17048)
var s=t(56008)
var a=t(6391)
const d=1e4
async function registryChecks({services:e},n){const t=new Map
for(const n of e.flatMap(({image:e,copies:n=[]})=>[e,...n])){const{host:e}=(0,a.F2)(n)
if(!t.has(e))t.set(e,n)}const i=await Promise.all([...t].map(([e,t])=>checkRegistry(e,t,n)))
return i.flat()}async function checkRegistry(e,n,{exec:t,env:i,signal:o}){const r=(0,a.d8)({exec:t,env:i,signal:o})
const s={tries:1,baseMs:1e3,capMs:1e3,retryAfterCapMs:1e3}
const c=(0,a.Me)({auth:r,env:i,signal:o,deadlineMs:d,idleMs:d,retry:s})
const[u,l]=await Promise.all([r(e).catch(e=>e),c.head(`${n}:lucid-doctor`).catch(e=>e)])
o.throwIfAborted()
const f=`registry:${e}`
const m=loginCheck(e,u)
if(!(l instanceof Error))return[{id:f,state:"good",found:`${e} answers`},m]
const[h]=l instanceof a.gl?l.problems:[]
if(h?.code==="registry/denied"){const n={id:f,state:"good",found:`${e} answers`}
if(u===undefined)return[n,m]
return[n,{...told(m.id,h),found:`${e} does not take the login that is there`}]}if(h!==undefined)return[told(f,h),m]
return[{id:f,state:"failed",found:l.message,fix:"see that the name is right and that this machine gets there"},m]}function loginCheck(e,n){const t=`login:${e}`
if(n instanceof Error)return{id:t,state:"failed",found:`the login of ${e} cannot be read`,why:n.message,fix:`docker logout ${e}; docker login ${e}`}
if(n!==undefined)return{id:t,state:"good",found:`a login for ${e}`}
if(/^(?:localhost|127\.|\[::1\])/.test(e))return{id:t,state:"good",found:`${e} is this machine: no login is needed`}
return{id:t,state:"warning",found:`no login for ${e}`,why:"without one most registries let nobody push",fix:`docker login ${e}`}}function told(e,{message:n,why:t,fix:i}){return{id:e,state:"failed",found:n,...t!==undefined&&{why:t},...i!==undefined&&{fix:i}}}var c=t(41478)
const u=2e4
async function doctor(e,n){const t=await readCatalog(e,n)
const i=[...new Set("services"in t?t.services.flatMap(e=>e.platforms):["linux/arm64"])]
const[o,r]=await Promise.all([gitCheck(e,n),lookPatiently(e,n)])
const[s,a]=await Promise.all(["services"in t?registryChecks(t,n):[],diskCheck(r.root,e.minDisk,n)])
const d="services"in t?catalogCheck(t,e):t
const c=[nodeCheck(),o,...engineChecks(r.engine,i),d,...s,a]
return{kind:"lucid.doctor",version:1,checks:c}}const good=(e,n)=>({id:e,state:"good",found:n})
const skipped=(e,n)=>({id:e,state:"skipped",found:n})
const failed=(e,{message:n,why:t,fix:i},o="failed")=>({...{id:e,state:o,found:n},...t!==undefined&&{why:t},...i!==undefined&&{fix:i}})
function nodeCheck(){const{node:e}=process.versions
if(Number.parseInt(e,10)>=24)return good("node",`Node ${e}`)
return failed("node",{message:`Node ${e} is too old`,fix:"install Node 24 or newer (https://nodejs.org)"})}async function gitCheck({catalog:e},{exec:n,cwd:t,signal:i}){const r={cwd:o.dirname(o.resolve(t,e)),signal:i}
const run=e=>n(["git","-c","safe.directory=*",...e],r).catch(()=>undefined)
const s=(await run(["--version"]))?.stdout.trim().replace(/^git version /,"")
if(s===undefined)return failed("git",{message:"there is no git command",why:"commits name images, and date them",fix:"install the package git"})
const a=await run(["rev-parse","--is-shallow-repository"])
if(a?.exitCode!==0)return failed("git",{message:`git ${s}, but this is no repository`,why:"without a commit images get no tags that name one",fix:"git init, and commit"},"warning")
if(a.stdout.trim()==="true")return failed("git",{message:`git ${s}, a shallow clone`,why:"which of two commits is newer cannot always be told",fix:"git fetch --unshallow; in a workflow, fetch-depth: 0"},"warning")
const d=await run(["rev-parse","--verify","--quiet","HEAD"])
if(d?.exitCode===0)return good("git",`git ${s}`)
return failed("git",{message:`git ${s}, and no commit yet`,fix:"git add . && git commit"},"warning")}async function lookPatiently(e,{docker:n,signal:t}){const i=AbortSignal.any([t,AbortSignal.timeout(u)])
const o=e.builder===undefined?{}:{builder:e.builder}
try{const e=await(0,r.P7)(n,{...o,signal:i})
if(e.server===undefined)return{engine:e}
const t=await n(["info","--format","{{.DockerRootDir}}"],{signal:i}).catch(()=>undefined)
const s=t?.stdout.trim()
return{engine:e,...s&&{root:s}}}catch(e){t.throwIfAborted()
if(!i.aborted)throw e
return{engine:{containerdStore:false,unreachable:`docker has not answered for ${u/1e3} s`}}}}function engineChecks(e,n){const[t]=(0,r.p7)(e,{})
const i=["image-store","buildx","compose",...n.map(e=>`platform:${e}`)]
if(t!==undefined&&e.server===undefined)return[failed("engine",t),...i.map(e=>skipped(e,"not looked at without an engine"))]
const o=(0,r.p7)(e,{build:true}).filter(({code:e})=>e!==t?.code)
const one=(e,n,t,i)=>{const o=t.find(({code:e})=>n.test(e))
return o===undefined?good(e,i):failed(e,o)}
const{builder:s}=e
const a=e.containerdStore?"images in containerd's store":`the builder ${s?.name} (${s?.driver}) keeps its own`
const d=(0,r.p7)(e,{smoke:true})
return[t===undefined?good("engine",`Docker Engine ${e.server}, ${e.native}`):failed("engine",t),one("image-store",/image-store/,o,a),one("buildx",/buildx|builder/,o,`buildx ${e.buildx}, builder ${s?.name??"unknown"}`),one("compose",/compose/,d,`Compose ${e.compose}`),...n.map(n=>platformCheck(n,e))]}function platformCheck(e,n){const t=`platform:${e}`
const{native:i,builder:o}=n
const s=o?.platforms.length?o.platforms:i===undefined?[]:[i]
if((0,r.Q2)(s,e))return good(t,i!==undefined&&(0,r.Q2)([i],e)?`${e}, natively`:`${e}, emulated`)
const a=(0,r.p7)({...n,server:n.server??"999.0.0"},{platforms:[e]}).find(({code:e})=>e==="engine/platform")
return a===undefined?skipped(t,"not known without a working engine"):failed(t,a)}async function readCatalog(e,n){try{return await(0,c.O_)(e,n)}catch(n){if(!(n instanceof s.yo))throw n
const[t]=n.problems
if(t?.code==="catalog/unreadable")return{id:"catalog",state:"warning",found:`there is no ${e.catalog}`,fix:"lucid init writes one; without it, linux/arm64 is looked for, and no registry"}
const i=n.problems.length
return{id:"catalog",state:"failed",found:`${e.catalog} has ${i} mistake${i===1?"":"s"}`,...t&&{why:t.message},fix:"lucid lint tells them all"}}}function catalogCheck({services:e,planned:n},{catalog:t}){const i=e.filter(({problems:e})=>e!==undefined)
const o=`${t}: ${e.length} service${e.length===1?"":"s"}${n.length>0?`, ${n.length} planned`:""}`
if(i.length===0)return good("catalog",o)
const r=`${i.map(({name:e})=>e).join(", ")} cannot be built`
return{id:"catalog",state:"failed",found:o,why:r,fix:"lucid lint says why"}}const l=1e9
async function diskCheck(e,n,{cwd:t}){const o=e===undefined?undefined:await(0,i.statfs)(e).catch(()=>undefined)
const r=o??await(0,i.statfs)(t).catch(()=>undefined)
if(r===undefined)return skipped("disk","free space cannot be told here")
const s=o===undefined?t:e??t
const a=r.bavail*r.bsize/l
const d=r.files>0&&r.ffree/r.files<.02
const c=`${a.toFixed(1)} GB free in ${s}`
if(a>=n&&!d)return good("disk",c)
const u=d?"next to no inodes are left":`less than ${n} GB (--min-disk)`
const f="docker system df tells what takes the space; docker builder prune and docker image prune --all give back what nothing uses"
return{id:"disk",state:"failed",found:c,why:u,fix:f}}}),41478:((e,n,t)=>{t.d(n,{O_:()=>openCatalog,cs:()=>openRegistries,oD:()=>openSource,rB:()=>openTree})
var i=t(51455)
var o=t(76760)
var r=t(90366)
var s=t(34073)
var a=t(56008)
var d=t(66552)
var c=t(26214)
var u=t(73024)
async function withOwnFolder(e,n,t){if(!(0,u.existsSync)(o.join(n,".git")))return e
const[i,r]=await Promise.all([e,t.head()])
const s=r?.id??"no commit"
const a=[{path:".git",kind:"dir",executable:false},{path:".git/HEAD",kind:"file",executable:false,oid:s}]
const d=i.entries.findIndex(e=>e.path>".git")
const c=d<0?i.entries.length:d
return{...i,entries:i.entries.toSpliced(c,0,...a)}}const l=3e4
async function askRemote(e,n,t){const{url:i,cwd:o,signal:r}=n
const s=t.filter(e=>e.startsWith("refs/tags/")).map(e=>`${e}^{}`)
const a=AbortSignal.timeout(l)
const d=["git","-c","safe.directory=*","ls-remote","--",i,...t,...s]
const c=e([...d],{cwd:o,env:{LC_ALL:"C",GIT_TERMINAL_PROMPT:"0",...credential(n)},signal:AbortSignal.any([r,a]),graceMs:1e3})
const{exitCode:u,stdout:f,stderr:m}=await c.catch(()=>({exitCode:127,stdout:"",stderr:"git is missing"}))
if(u===0)return commitsOf(f)
const h=m.split("\n").find(e=>/^(fatal|error|remote): /.test(e))??m.split("\n",1)[0]
return{silent:a.aborted?`no answer within ${l/1e3} s`:h||`git ended with ${u}`}}function commitsOf(e){const n=e.split("\n").map(e=>e.split("\t"))
return new Map(n.flatMap(([e,n])=>e&&n?[[n.replace(/\^\{\}$/,""),e]]:[]))}function credential({url:e,token:n,env:t}){if(!n||!/^https?:/.test(e))return{}
const i=`http.${new URL(e).origin}/.extraheader`
const o=Buffer.from(`x-access-token:${n}`).toString("base64")
const r=Number(t.GIT_CONFIG_COUNT??0)||0
return{GIT_CONFIG_COUNT:`${r+2}`,[`GIT_CONFIG_KEY_${r}`]:i,[`GIT_CONFIG_VALUE_${r}`]:"",[`GIT_CONFIG_KEY_${r+1}`]:i,[`GIT_CONFIG_VALUE_${r+1}`]:`AUTHORIZATION: basic ${o}`}}var f=t(28736)
var m=t(12356)
async function withSkipped(e,{index:n}){const t=await n()??""
if(!/(?:^|\0)(?:[Ss] |. 160000)/.test(t))return e
const{skipped:i,submodules:o}=(0,m.A)(t)
const r=new Map
for(const{path:e}of i){r.set(e,"file")
for(let n=(0,f.g)(e);n!==""&&!r.has(n);n=(0,f.g)(n))r.set(n,"folder")}return{look:n=>{const t=e.look(n)
return t==="missing"?r.get(n)??"missing":t},list:n=>e.list(n),remedy:e=>{const n=o.find(n=>e===n||e.startsWith(`${n}/`))
return n===undefined?undefined:`check out the submodule ${n}: \`submodules: recursive\` of actions/checkout, or \`git submodule update --init --recursive\``}}}var h=t(39661)
const g="1970-01-01T00:00:00Z"
async function readSource(e,n={},t=(0,c.Hj)(e)){const[i,o,r,s,a]=await Promise.all([t.head(),isDirty(e,t),t.settings(),n.event===undefined?localStanding(t):{event:n.event},n.defaultBranch??t.defaultBranch()])
const d=await named(e,n.revision)??i?.id
const u=d===undefined?undefined:await committed(e,d,i)
const l=n.url??webUrl(r.get("remote.origin.url")?.trim())
return{revision:d??h.Pi,committedAt:u===undefined?g:new Date(u*1e3).toISOString().replace(".000Z","Z"),dirty:o,...s,...n.hold&&{hold:n.hold},...n.fromFork&&{fromFork:n.fromFork},...a&&{defaultBranch:a},...l&&{url:l},...n.title&&{title:n.title},...n.description&&{description:n.description},...n.licenses&&{licenses:n.licenses}}}async function localStanding(e){const[n,t]=await Promise.all([e.branch(),e.head()])
if(n!==undefined)return{event:{kind:"manual",branch:n}}
if(t===undefined)return{event:{kind:"manual"}}
return{event:{kind:"commit"},hold:{why:`${t.id.slice(0,12)} is checked out, and no branch`,fix:"check out a branch, or say what happened: `--event push:main`, `--event tag:v1.2.0`"}}}async function committed(e,n,t){if(n===t?.id)return t.time
const i=await e(["show","-s","--format=%ct","--end-of-options",`${n}^{commit}`])
return i===undefined?t?.time:Number(i.trim())}async function isDirty(e,{staged:n,modified:t}){if((await n()??"")!=="")return true
if((await t()??"")==="")return false
return(await e(["status","--porcelain","--untracked-files=no","--","."])??"").trim()!==""}async function named(e,n){if(n===undefined||/^[0-9a-f]{40,64}$/.test(n))return n
const t=await e(["rev-parse","--verify","--quiet","--end-of-options",`${n}^{commit}`])
return t?.trim()||n}function webUrl(e){if(!e)return undefined
const n=/^(?:ssh:\/\/)?(?:[^@/]+@)?(?<host>[\w.-]+\.[a-z]+)(?::\d+)?[:/](?<path>[\w./~-]+?)(?:\.git)?\/?$/.exec(e)
const t=/^https?:\/\/(?:[^@/]+@)?(?<host>[^/]+)\/(?<path>[^?#]+?)(?:\.git)?\/?$/.exec(e)
const i=t?.groups??n?.groups
return i&&`https://${i.host}/${i.path}`}var p=t(79550)
async function decide(e,n,t){const{claims:i,fix:o}=e
if(n===undefined)return nothing(e,{why:"there is no git repository, or no commit in it: nothing says which commit this is",fix:"check the repository out with actions/checkout, on a machine that has git"})
const r=i.find(({commits:e})=>e.includes(n))
if(r!==undefined)return{event:r.event}
const s=i.flatMap(e=>e.refs)
const a=n.slice(0,12)
if(s.length===0)return nothing(e,{why:`${a} is checked out, and ${e.about}`,fix:o})
const d=await t(s)
if("silent"in d)return nothing(e,{why:`${a} is checked out, ${e.about}, and the repository cannot be asked for ${s.join(" and ")}: ${d.silent}`,fix:`${o}; or let the repository be asked: \`github-token\` with \`contents: read\``})
const c=i.find(e=>e.refs.some(e=>d.get(e)===n))
if(c!==undefined)return{event:c.event}
return nothing(e,{why:`${a} is checked out, which is not ${s.join(" or ")} now, and ${e.about}`,fix:o})}function nothing({fromFork:e},n){return{event:{kind:"commit"},hold:n,...e&&{fromFork:e}}}function rename(e,n,t){const i=n!==undefined&&!sameTags(n,e.event)
const o=i?{...e,event:n,...(0,h.ty)(e)&&{fromFork:true}}:e
if(!(0,h.g1)(o)||!i&&t==="own")return o
const r=i?"event":"revision"
const s={why:`\`${r}\` says something else than the run's own event and checkout, and may only change names and labels inside GitHub Actions`,fix:`leave \`${r}\` out, or start the workflow on the branch or git tag itself`}
return{...o,hold:s}}function sameTags(e,n){const key=e=>{switch(e.kind){case"push":case"manual":return`branch ${e.branch??""}`
case"schedule":return`schedule ${e.branch}`
case"tag":return`tag ${e.tag}`
case"merge_group":return`merge_group ${e.base}`
case"pull_request":return`pull_request ${e.number??""}`
case"commit":return"commit"
default:return e}}
return key(e)===key(n)}var w=t(37432)
var k=t(84740)
var b=t(6391)
var v=t(33386)
async function openCatalog({catalog:e,registry:n},{cwd:t},s){const c=o.resolve(t,e)
const u=o.relative(t,c)||e
const l=(0,v.I)({catalog:e},{cwd:t})
let f
try{f=await(0,i.readFile)(c,"utf8")}catch(e){throw new a.yo({code:"catalog/unreadable",message:"there is no catalog to read",at:{file:u},why:e instanceof Error?e.message:String(e),fix:"name it with --catalog, or write one: docs/catalog.md"},{cause:e})}const m=s===undefined?(0,d.DR)(l):await withSkipped((0,d.DR)(l),s)
return(0,r.a)({file:u,text:f,root:l,host:m,...n!==undefined&&{registry:n}})}async function openSource(e,n,t,i=(0,c.Hj)((0,v.O)(n,t))){const{event:o,revision:r,date:s}=e
const a=askedDate(s,t.date??Date.now)
const d=await(0,w.p)(t.env)
const u={...o!==undefined&&{event:o},...d!==undefined&&await onGitHub(d,e,{root:n,world:t,checkout:i}),...r!==undefined&&{revision:r}}
const l=await readSource((0,v.O)(n,t),u,i)
return{...l,...a!==undefined&&{date:a}}}async function onGitHub(e,n,{root:t,world:i,checkout:o}){const{env:r,exec:s,signal:a}=i
const{event:d,revision:c,githubToken:u}=n
const l=(await o.head())?.id
const{GITHUB_SERVER_URL:f="https://github.com",GITHUB_REPOSITORY:m}=r
const h={cwd:t,env:r,signal:a,...u!==undefined&&{token:u}}
const g=await decide(e,l,async e=>m===undefined?{silent:"GITHUB_REPOSITORY does not say which it is"}:askRemote(s,{...h,url:`${f}/${m}`},e))
const p=await named((0,v.O)(t,i),c)
return{...e.repository,...rename(g,d,p===undefined||p===l?"own":"another")}}function askedDate(e,n){if(e==="commit")return undefined
const t=e==="now"?n():/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(e)?Date.parse(e):Number.NaN
if(Number.isNaN(t))throw new a.yo({code:"options/date",message:`${JSON.stringify(e.slice(0,100))} is no date`,fix:"write commit, now, or a date such as 2025-10-24T15:51:32Z"})
return new Date(t).toISOString().replace(/\.\d+Z$/,"Z")}const $=new WeakMap
function openTree(e,n,t=(0,c.Hj)(n)){const i=$.get(t)??readFiles(e,n,t)
$.set(t,i)
return i}async function readFiles(e,n,t){const i=await withOwnFolder((0,p.Z)(e,n,t),e,t)
const o=(0,s.Gc)(i.entries)
return{tree:i,files:(0,k.Km)(o,textReader(e,n,i)),around:{tree:o,...(0,d.Vp)(e)}}}function textReader(e,n,{entries:t}){const i=new Map(t.flatMap(({path:e,obstacle:n,oid:t})=>n==="skipped"&&t?[[e,t]]:[]))
const o=(0,d.jy)(e)
return async e=>{const t=i.get(e)
if(t===undefined)return o(e)
const r=await n(["cat-file","blob",t])
if(r!==undefined)return r
throw new a.yo({code:"dockerfile/unreadable",message:`${e} cannot be read`,why:"the sparse checkout skips it, and git can neither find nor fetch its object",fix:"add its folder to the sparse checkout: `git sparse-checkout add FOLDER`",at:{file:e}})}}function openRegistries({mirror:e},n){const{exec:t,env:i,signal:o,progress:r}=n
const s=(0,b.ph)([...e].map(([e,n])=>`${e}=${n}`))
return(0,b.Me)({auth:(0,b.d8)({exec:t,env:i,signal:o}),mirrors:s,env:i,signal:o,progress:r})}})}
