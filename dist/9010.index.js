export const id=9010
export const ids=[9010]
export const modules={30156:((e,n,r)=>{r.d(n,{Q:()=>apiAt,V:()=>usualApi})
var t=r(31421)
var i=r(37067)
var o=r(57075)
var s=r(45364)
const a="v1.45"
function apiAt(e,n){const r=socketOf(e)
if(r===undefined)return e=>asked(e,{createConnection:()=>dialed(n)})
const t=new i.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:r,agent:t})}catch(n){if(n.stale)return asked(e,{socketPath:r})
throw n}}}async function usualApi(e){const n=await(0,s.VH)(e)
return n===undefined||socketOf(n)===undefined?undefined:apiAt(n,e)}function socketOf(e){return/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const n=(0,t.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let r=""
n.stderr.on("data",e=>{r=(r+e.toString()).slice(-2e3)})
const i=new o.Duplex({read:()=>void n.stdout.resume(),write:(e,r,t)=>void n.stdin.write(e,()=>t())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!i.push(e))n.stdout.pause()})
n.on("error",e=>i.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)i.push(null)
else i.destroy(new Error(r.trim()||`docker system dial-stdio ended with ${e}`))})
i.on("close",()=>n.kill())
return i}const d=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:n,query:r,body:t,signal:o,onData:s},c){return new Promise((u,l)=>{o?.throwIfAborted()
const f=t===undefined?undefined:JSON.stringify(t)
const p=r===undefined?"":`?${new URLSearchParams(r)}`
const m=(0,i.request)({...{...c,method:e,path:`/${a}${n}${p}`},headers:{host:"docker",...f!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(f)},...e==="POST"&&f===undefined&&{"content-length":0}}})
const abort=()=>m.destroy()
o?.addEventListener("abort",abort,{once:true})
const fail=e=>{o?.removeEventListener("abort",abort)
if(o?.aborted)l(o.reason)
else l(m.reusedSocket&&d.has(e.code??"")?Object.assign(e,{stale:true}):e)}
m.on("error",fail)
m.on("response",e=>{const{statusCode:n=0,headers:r}=e
const t=[]
const done=()=>{o?.removeEventListener("abort",abort)
u({status:n,headers:r,text:Buffer.concat(t).toString()})}
const enough=()=>{done()
m.destroy()}
const i=n>=200&&n<300
e.on("data",e=>s&&i?s(e,enough):t.push(e))
e.on("error",fail)
e.on("end",done)})
m.end(f)})}}),17048:((e,n,r)=>{r.d(n,{IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,Wp:()=>requireEngine,ez:()=>s,hh:()=>refuseEngine,kj:()=>readBuilder,p7:()=>engineProblems})
var t=r(62088)
var i=r(56008)
const o={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,n={}){const{builder:r,signal:t,needs:i}=n
const o=i===undefined||i.build===true||i.platforms!==undefined
const[s,a]=await Promise.all([e(["info","--format","{{json .}}"],t===undefined?{}:{signal:t}).catch(()=>undefined),o?inspectBuilder(e,{builder:r,signal:t}):undefined])
t?.throwIfAborted()
if(s===undefined)return{containerdStore:false}
return{...readInfo(s.stdout,s.stderr),...a!==undefined&&{builder:a}}}async function inspectBuilder(e,{builder:n,signal:r}){const t=["buildx","inspect",...n===undefined?[]:["--",n]]
const i=await e(t,r===undefined?{}:{signal:r}).catch(()=>undefined)
return i&&withEmulated(readBuilder(i),process.env[s])}const s="LUCID_EMULATED"
function withEmulated(e,n){if(e===undefined||e.driver!=="docker"||!n)return e
return{...e,platforms:[...new Set([...e.platforms,...n.split(",")])]}}function readInfo(e,n){let r
try{r=JSON.parse(e)}catch{r={}}const plugin=e=>r.ClientInfo?.Plugins?.find(n=>n.Name===e)?.Version
const t=r.ServerVersion||undefined
const i=r.ClientInfo?.Version||undefined
const o=r.ServerErrors?.join("; ")||n.trim()||"no daemon answers"
const s=a[r.Architecture??""]??r.Architecture
return{...i!==undefined&&{client:i},...t!==undefined?{server:t}:{unreachable:o},...t!==undefined&&s!==undefined&&{native:`${r.OSType??"linux"}/${s}`},...r.RegistryConfig?.Mirrors?.length&&{mirrors:r.RegistryConfig.Mirrors},...optional("buildx",plugin("buildx")),...optional("compose",plugin("compose")),containerdStore:(r.DriverStatus??[]).some(([,e])=>e==="io.containerd.snapshotter.v1")}}const a={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function optional(e,n){return n===undefined||n===""?{}:{[e]:n}}function readBuilder({exitCode:e,stdout:n,stderr:r}){const field=e=>{const r=new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(n)?.[1]
return r?.trim()}
const t=field("Name")
const i=field("Error")??(e===0?undefined:r.trim())
if(t===undefined)return i===undefined?undefined:{name:"",driver:"",platforms:[],error:i}
const o=[...n.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
return{name:t,driver:field("Driver")??"",platforms:[...new Set(o)],...i!==undefined&&{error:i}}}function canRun(e,n){const plain=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>plain(e)===plain(n))}async function requireEngine(e,n,r={}){return refuseEngine(await inspectEngine(e,{...r,needs:n}),n)}function refuseEngine(e,n){const r=engineProblems(e,n)
if(r.length>0)throw new i.yo(r)
return e}function engineProblems(e,n){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"there is no docker command",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and see that docker is on the PATH"}]
const r=[]
if(e.server===undefined)r.push({code:"engine/not-running",message:"no Docker daemon answers",...e.unreachable!==undefined&&{why:e.unreachable},fix:"start Docker (systemctl start docker, or Docker Desktop), or point DOCKER_HOST or DOCKER_CONTEXT at one that runs; joining the group docker helps when permission was denied"})
else r.push(...tooOld("Docker Engine",e.server,o.server,"engine/too-old"))
if(n.build)r.push(...buildProblems(e))
if(n.smoke)r.push(...plugin("Docker Compose","docker-compose-plugin",e.compose,o.compose,"compose"))
if(r.length===0)r.push(...platformProblems(e,n.platforms??[]))
return r}function buildProblems(e){const n=[...plugin("buildx","docker-buildx-plugin",e.buildx,o.buildx,"buildx")]
const{builder:r}=e
if(e.server===undefined||e.buildx===undefined||r===undefined)return n
if(r.error!==undefined)n.push({code:"engine/builder",message:`the builder ${r.name||"that was named"} is of no use`,why:r.error,fix:"see `docker buildx ls`; `docker buildx use default` goes back to Docker's own"})
else if(r.driver==="docker"&&!e.containerdStore)n.push({code:"engine/image-store",message:"this Docker Engine keeps images in its old store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a builder of its own",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or `docker buildx create --driver=docker-container --use`'})
return n}function platformProblems({builder:e,native:n},r){const t=e?.platforms.length?e.platforms:n===undefined?[]:[n]
return r.filter(e=>!canRun(t,e)).map(n=>({code:"engine/platform",message:`nothing here runs ${n}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${t.join(", ")||"nothing"}`,fix:`take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${n.split("/")[1]??"arm64"}\`, or the package qemu-user-static`}))}function plugin(e,n,r,t,i){if(r===undefined)return[{code:`engine/${i}-missing`,message:`${e} is not installed`,fix:`install the package ${n}`}]
return tooOld(e,r,t,`engine/${i}-too-old`)}function tooOld(e,n,r,i){const o=t.coerce(n)
if(o===null||t.gte(o,r))return[]
return[{code:i,message:`${e} ${n} is too old`,fix:`install ${e} ${r} or newer`}]}}),41609:((e,n,r)=>{r.d(n,{Z:()=>lookAtEngine})
var t=r(17048)
var i=r(47624)
async function lookAtEngine(e,n){const{docker:r,api:o,exec:s,env:a,signal:d,builder:c}=n
const u=o&&await Promise.all([infoOf(o,d),e.build?(0,i.wc)(s,"buildx",a,d):"",e.smoke?(0,i.wc)(s,"compose",a,d):"",e.build?(0,t.IK)(r,{signal:d,builder:c}):undefined])
d.throwIfAborted()
const[l,f,p,m]=u??[]
if(l===undefined||f===undefined||p===undefined)return(0,t.P7)(r,{signal:d,needs:e,...c!==undefined&&{builder:c}})
return{...(0,t.LV)(l,""),...f!==""&&{buildx:f},...p!==""&&{compose:p},...m!==undefined&&{builder:m}}}async function infoOf(e,n){const r=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return r?.status===200?r.text:undefined}}),26214:((e,n,r)=>{r.d(n,{Hj:()=>openCheckout,U4:()=>askBranches,pI:()=>askAll})
function openCheckout(e){return{index:once(()=>e(["ls-files","--stage","-v","-z"])),modified:once(()=>e(["-c","core.fileMode=true","diff-files","--name-only","--relative","-z"])),others:once(()=>e(["ls-files","--others","--directory","-z"])),staged:once(()=>e(["diff-index","--cached","--name-only","HEAD","--","."])),head:once(async()=>{const[n,r]=(await e(["rev-list","--max-count=1","--timestamp","HEAD","--"]))?.trim().split(" ")??[]
return r===undefined?undefined:{id:r,time:Number(n)}}),branch:once(async()=>(await e(["symbolic-ref","--short","-q","HEAD"]))?.trim()||undefined),defaultBranch:once(async()=>{const n=await e(["symbolic-ref","--short","-q","refs/remotes/origin/HEAD"])
return n?.trim().replace(/^origin\//,"")||undefined}),settings:once(async()=>readSettings(await e(["config","-z","--get-regexp",t]))),layout:once(async()=>{const n=await e(["rev-parse","--show-object-format","--git-path","info/attributes","--show-cdup"])
const[r,t,i]=n?.split("\n")??[]
return r&&t&&i!==undefined?{format:r,attributes:t,up:i}:undefined})}}function askAll({modified:e,others:n,index:r,layout:t,settings:i,staged:o,head:s}){for(const a of[e,n,r,t,i,o,s])void a()}function askBranches({branch:e,defaultBranch:n}){for(const r of[e,n])void r()}const t="^(core\\.(autocrlf|attributesfile)|remote\\.origin\\.url)$"
function readSettings(e=""){return new Map(e.split("\0").flatMap(e=>{const[n="",r="true"]=e.split("\n",2)
return n===""?[]:[[n,r]]}))}function once(e){let n
return()=>{n??=e()
return n}}}),33386:((e,n,r)=>{r.d(n,{O:()=>gitOf,I:()=>rootOf})
var t=r(76760)
function gitIn(e,n){return async(r,t)=>{try{const i=["git","-c","safe.directory=*","-c","core.quotePath=false",...r]
const{exitCode:o,stdout:s}=await n(i,{cwd:e,...t!==undefined&&{input:t},env:{GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"}})
return o===0?s:undefined}catch{return undefined}}}function rootOf({catalog:e},{cwd:n}){return t.dirname(t.resolve(n,e))}function gitOf(e,{exec:n}){return gitIn(e,n)}}),76629:((e,n,r)=>{r.r(n)
r.d(n,{stages:()=>c})
var t=r(26214)
var i=r(30156)
var o=r(41609)
function engineLook({builder:e},n){let r
const t=new AbortController
const s=AbortSignal.any([n.signal,t.signal])
const engine=()=>{r??=(0,i.V)(n.env).then(r=>(0,o.Z)({build:true},{...n,api:r,signal:s,builder:e}))
return r}
return{engine:engine,begin:()=>{engine().catch(()=>{})},[Symbol.dispose]:()=>t.abort()}}var s=r(33386)
var a=undefined&&undefined.__addDisposableResource||function(e,n,r){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var t,i
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=n[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=n[Symbol.dispose]
if(r)i=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(i)t=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:t,async:r})}else if(r){e.stack.push({async:true})}return n}
var d=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(r){n.error=n.hasError?new e(r,n.error,"An error was suppressed during disposal."):r
n.hasError=true}var r,t=0
function next(){while(r=n.stack.pop()){try{if(!r.async&&t===1)return t=0,n.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,r){var t=new Error(r)
return t.name="SuppressedError",t.error=e,t.suppressed=n,t})
const c={plan:async(e,n)=>{const t=ahead(e,n)
return(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(1110),r.e(6766),r.e(9580),r.e(9687)]).then(r.bind(r,49580))).plan(e,t)},run:async(e,n)=>{const t={stack:[],error:void 0,hasError:false}
try{const i=ahead(e,n)
const o=a(t,engineLook(e,n),false)
o.begin()
return await(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(1110),r.e(6766),r.e(9580),r.e(8493),r.e(7021),r.e(8514)]).then(r.bind(r,58514))).run(e,i,o)}catch(e){t.error=e
t.hasError=true}finally{d(t)}},lint:async(e,n)=>(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(1110),r.e(6766),r.e(9580),r.e(8493),r.e(7021),r.e(8514)]).then(r.bind(r,58514))).lint(e,n),build:async(e,n)=>{const t={stack:[],error:void 0,hasError:false}
try{const i=ahead(e,n)
const o=a(t,engineLook(e,n),false)
if(!e.print)o.begin()
return await(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(1110),r.e(6766),r.e(9580),r.e(8493),r.e(7021),r.e(8514)]).then(r.bind(r,58514))).build(e,i,o)}catch(e){t.error=e
t.hasError=true}finally{d(t)}},verify:async(e,n)=>(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(1110),r.e(6766),r.e(9580),r.e(8493),r.e(7021),r.e(8514)]).then(r.bind(r,58514))).verify(e,n),smoke:async(e,n)=>(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(1110),r.e(6766),r.e(9580),r.e(8493),r.e(7021),r.e(8514)]).then(r.bind(r,58514))).smoke(e,n),publish:async(e,n)=>(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(1110),r.e(6766),r.e(9580),r.e(8493),r.e(7021),r.e(8514)]).then(r.bind(r,58514))).publish(e,n),report:async(e,n)=>(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(1110),r.e(6766),r.e(9580),r.e(8493),r.e(7021),r.e(8514)]).then(r.bind(r,58514))).report(e,n),"verify-host":async(e,n)=>(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(1110),r.e(6766),r.e(9580),r.e(8493),r.e(7021),r.e(8514)]).then(r.bind(r,58514))).verifyHost(e,n),init:async(e,n)=>(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(8989),r.e(1110),r.e(6988)]).then(r.bind(r,16988))).init(e,n),doctor:async(e,n)=>(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(1110),r.e(6766),r.e(1415)]).then(r.bind(r,91415))).doctor(e,n)}
function ahead(e,n){if(e.plan!==undefined)return n
const r=(0,t.Hj)((0,s.O)((0,s.I)(e,n),n));(0,t.pI)(r)
if(n.env.GITHUB_ACTIONS!=="true")(0,t.U4)(r)
return{...n,checkout:r}}})}
