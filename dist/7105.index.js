export const id=7105
export const ids=[7105]
export const modules={75747:((e,n,t)=>{t.d(n,{IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,c4:()=>withEmulated,ez:()=>s,hh:()=>refuseEngine,kj:()=>readBuilder,p7:()=>engineProblems})
var i=t(62088)
var o=t(85465)
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
return[{code:o,message:`${e} ${n} is too old`,fix:`install ${e} ${t} or newer`}]}}),91867:((e,n,t)=>{t.r(n)
t.d(n,{doctor:()=>doctor})
var i=t(51455)
var o=t(76760)
var r=t(75747)
var s=t(85465)
var a=t(26338)
var d=t(46257)
var c=t(11886)
const u=1e4
async function registryChecks({services:e},n){const t=new Set(e.flatMap(({image:e,copies:n=[]})=>[e,...n]))
const i=Map.groupBy(t,e=>(0,c.F2)(e).host)
const o=await Promise.all([...i].map(([e,t])=>checkRegistry(e,t,n)))
return o.flat()}async function checkRegistry(e,n,{exec:t,env:i,signal:o,progress:r}){const s=(0,d.d8)({exec:t,env:i,signal:o})
const a={tries:1,baseMs:1e3,capMs:1e3,retryAfterCapMs:1e3}
const c=(0,d.Me)({auth:s,env:i,signal:o,progress:r,deadlineMs:u,idleMs:u,retry:a})
const[l,f]=await Promise.all([s(e).catch(e=>e),c.head(`${n[0]}:lucid-doctor`).catch(e=>e)])
o.throwIfAborted()
const g=`registry:${e}`
const m=loginCheck(e,l)
const h={id:g,state:"good",found:`${e} answers`}
if(!(f instanceof Error))return[h,m,...await rightsChecks(e,n,c,o)]
const[p]=f instanceof d.gl?f.problems:[]
if(p?.code==="registry/denied"){if(l===undefined)return[h,m]
if(f instanceof d.gl&&f.status===403)return[h,m,...await rightsChecks(e,n,c,o)]
return[h,{...told(m.id,p),found:`${e} does not take the login that is there`}]}if(p!==undefined)return[told(g,p),m]
return[{id:g,state:"failed",found:f.message,fix:"see that the name is right and that this machine gets there"},m]}async function rightsChecks(e,n,t,i){const o=await Promise.all(n.map(async e=>{const n=await t.checkPush(e).catch(e=>e)
const[i]=n instanceof d.gl?n.problems:[]
const o=i?.why??n?.message
return n===undefined?[]:[{repository:(0,c.F2)(e).repository,why:o,fix:i?.fix}]}))
i.throwIfAborted()
const r=`rights:${e}`
const s=Map.groupBy(o.flat(),({why:e,fix:n})=>JSON.stringify([e,n]))
if(s.size===0){const t=n.length===1?"the one repository":`all ${n.length} repositories`
return[{id:r,state:"good",found:`${t} of ${e} can be pushed to`}]}return[...s.values()].map(e=>{const[{why:n,fix:t}={}]=e
const i=e.map(({repository:e})=>e)
const o=i.length>l?` and ${i.length-l} more`:""
const s=`cannot push to ${i.slice(0,l).join(", ")}${o}`
return{id:r,state:"failed",found:s,...n!==undefined&&{why:n},...t!==undefined&&{fix:t}}})}const l=10
function loginCheck(e,n){const t=`login:${e}`
if(n instanceof Error)return{id:t,state:"failed",found:`the login of ${e} cannot be read`,why:n.message,fix:`docker logout ${e}; docker login ${e}`}
if(n!==undefined)return{id:t,state:"good",found:`a login for ${e}`}
if(/^(?:localhost|127\.|\[::1\])/.test(e))return{id:t,state:"good",found:`${e} is this machine: no login is needed`}
return{id:t,state:"warning",found:`no login for ${e}`,why:"without one most registries let nobody push",fix:`docker login ${e}`}}function told(e,{message:n,why:t,fix:i}){return{id:e,state:"failed",found:n,...t!==undefined&&{why:t},...i!==undefined&&{fix:i}}}const f=2e4
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
if(a?.exitCode!==0)return failed("git",{message:`git ${s}, but this is not a repository`,why:"without a commit images get no tags that name one",fix:"git init, and commit"},"warning")
if(a.stdout.trim()==="true")return failed("git",{message:`git ${s}, a shallow clone`,why:"which of two commits is newer cannot always be told",fix:"git fetch --unshallow; in a workflow, fetch-depth: 0"},"warning")
const d=await run(["rev-parse","--verify","--quiet","HEAD"])
if(d?.exitCode===0)return good("git",`git ${s}`)
return failed("git",{message:`git ${s}, and no commit yet`,fix:"git add . && git commit"},"warning")}async function lookPatiently(e,{docker:n,signal:t}){const i=AbortSignal.any([t,AbortSignal.timeout(f)])
const o=e.builder===undefined?{}:{builder:e.builder}
try{const e=await(0,r.P7)(n,{...o,signal:i})
if(e.server===undefined)return{engine:e}
const t=await n(["info","--format","{{.DockerRootDir}}"],{signal:i}).catch(()=>undefined)
const s=t?.stdout.trim()
return{engine:e,...s&&{root:s}}}catch(e){t.throwIfAborted()
if(!i.aborted)throw e
return{engine:{containerdStore:false,unreachable:`docker has not answered for ${f/1e3} s`}}}}function engineChecks(e,n){const[t]=(0,r.p7)(e,{})
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
return a===undefined?skipped(t,"not known without a working engine"):failed(t,a)}async function readCatalog(e,n){try{return await(0,a.O_)(e,n)}catch(n){if(!(n instanceof s.yo))throw n
const[t]=n.problems
if(t?.code==="catalog/unreadable")return{id:"catalog",state:"warning",found:`there is no ${e.catalog}`,fix:"lucid init writes one; without it, linux/arm64 is looked for, and no registry"}
const i=n.problems.length
return{id:"catalog",state:"failed",found:`${e.catalog} has ${i} mistake${i===1?"":"s"}`,...t&&{why:t.message},fix:"lucid lint tells them all"}}}function catalogCheck({services:e,planned:n},{catalog:t}){const i=e.filter(({problems:e})=>e!==undefined)
const o=`${t}: ${e.length} service${e.length===1?"":"s"}${n.length>0?`, ${n.length} planned`:""}`
if(i.length===0)return good("catalog",o)
const r=`${i.map(({name:e})=>e).join(", ")} cannot be built`
return{id:"catalog",state:"failed",found:o,why:r,fix:"lucid lint says why"}}const g=1e9
async function diskCheck(e,n,{cwd:t}){const o=e===undefined?undefined:await(0,i.statfs)(e).catch(()=>undefined)
const r=o??await(0,i.statfs)(t).catch(()=>undefined)
if(r===undefined)return skipped("disk","free space cannot be told here")
const s=o===undefined?t:e??t
const a=r.bavail*r.bsize/g
const d=r.files>0&&r.ffree/r.files<.02
const c=`${a.toFixed(1)} GB free in ${s}`
if(a>=n&&!d)return good("disk",c)
const u=d?"next to no inodes are left":`less than ${n} GB (--min-disk)`
const l="docker system df tells what takes the space; docker builder prune and docker image prune --all give back what nothing uses"
return{id:"disk",state:"failed",found:c,why:u,fix:l}}})}
