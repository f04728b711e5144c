export const id=9624
export const ids=[9624]
export const modules={34055:((e,n,r)=>{r.d(n,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var t=r(73024)
var o=r(51455)
var i=r(76760)
var s=r(96273)
function dockerWith(e){return(n,r)=>e(["docker",...n],r)}var a=undefined&&undefined.__addDisposableResource||function(e,n,r){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var t,o
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=n[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=n[Symbol.dispose]
if(r)o=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(o)t=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:t,async:r})}else if(r){e.stack.push({async:true})}return n}
var d=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(r){n.error=n.hasError?new e(r,n.error,"An error was suppressed during disposal."):r
n.hasError=true}var r,t=0
function next(){while(r=n.stack.pop()){try{if(!r.async&&t===1)return t=0,n.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,r){var t=new Error(r)
return t.name="SuppressedError",t.error=e,t.suppressed=n,t})
function straightToPlugins(e){const n=dockerWith(e)
return async(r,t)=>{const[o=""]=r
const i=await findPlugin(o,{...process.env,...t?.env})
if(i===undefined)return n(r,t)
return e([i,...r],{...t,env:{...t?.env,...u}})}}const u={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const r=await firstOf((n.PATH??"").split(i.delimiter),"docker")
if(r===undefined||await isScript(r))return undefined
const t=i.join((0,s.vg)(n),"cli-plugins")
return firstOf([t,...await extraFolders(n),...c],`docker-${e}`)}const c=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const r of e){const e=i.join(r,n)
const s=r!==""&&await(0,o.access)(e,t.constants.X_OK).then(...l)
if(s)return e}return undefined}const l=[()=>true,()=>false]
async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const r=a(n,await(0,o.open)(e),true)
const{buffer:t}=await r.read(Buffer.alloc(2),0,2,0)
return t.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=d(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,s.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,r,t){const o=await findPlugin(n,r)
if(o===undefined)return undefined
try{const{stdout:n}=await e([o,"docker-cli-plugin-metadata"],{signal:t})
const{Version:r}=JSON.parse(n)
return typeof r==="string"&&r!==""?r:undefined}catch{return undefined}}}),96273:((e,n,r)=>{r.d(n,{VH:()=>usualAddress,tw:()=>configured,vg:()=>configFolder,yt:()=>proxyArgs})
var t=r(51455)
var o=r(48161)
var i=r(76760)
function configFolder(e){return e.DOCKER_CONFIG||i.join(e.HOME||(0,o.homedir)(),".docker")}async function configured(e,n){try{const r=JSON.parse(await(0,t.readFile)(i.join(configFolder(e),"config.json"),"utf8"))
return r?.[n]}catch{return undefined}}async function usualAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const n=e.DOCKER_CONTEXT||await configured(e,"currentContext")
if(n&&n!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const n=await configured(e,"proxies")
const r=typeof n==="object"&&n!==null?Object.values(n):[]
const t=new Set(r.flatMap(e=>typeof e==="object"&&e!==null?Object.keys(e):[]))
return Object.entries(s).flatMap(([e,n])=>t.has(e)?[n]:[])}const s={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),97730:((e,n,r)=>{r.d(n,{Q:()=>apiAt,V:()=>usualApi})
var t=r(31421)
var o=r(37067)
var i=r(57075)
var s=r(96273)
const a="v1.45"
function apiAt(e,n){const r=socketOf(e)
if(r===undefined)return e=>asked(e,{createConnection:()=>dialed(n)})
const t=new o.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:r,agent:t})}catch(n){if(n.stale)return asked(e,{socketPath:r})
throw n}}}async function usualApi(e){const n=await(0,s.VH)(e)
return n===undefined||socketOf(n)===undefined?undefined:apiAt(n,e)}function socketOf(e){return/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const n=(0,t.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let r=""
n.stderr.on("data",e=>{r=(r+e.toString()).slice(-2e3)})
const o=new i.Duplex({read:()=>void n.stdout.resume(),write:(e,r,t)=>void n.stdin.write(e,()=>t())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!o.push(e))n.stdout.pause()})
n.on("error",e=>o.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)o.push(null)
else o.destroy(new Error(r.trim()||`docker system dial-stdio ended with ${e}`))})
o.on("close",()=>n.kill())
return o}const d=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:n,query:r,body:t,headers:i,signal:s,onData:u},c){return new Promise((l,f)=>{s?.throwIfAborted()
const p=t===undefined?undefined:JSON.stringify(t)
const m=r===undefined?"":`?${new URLSearchParams(r)}`
const h=(0,o.request)({...{...c,method:e,path:`/${a}${n}${m}`},headers:{...i,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...e==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>h.destroy()
s?.addEventListener("abort",abort,{once:true})
const fail=e=>{s?.removeEventListener("abort",abort)
if(s?.aborted)f(s.reason)
else f(h.reusedSocket&&d.has(e.code??"")?Object.assign(e,{stale:true}):e)}
h.on("error",fail)
h.on("response",e=>{const{statusCode:n=0}=e
const r=[]
const done=()=>{s?.removeEventListener("abort",abort)
l({status:n,headers:e.headers,text:Buffer.concat(r).toString()})}
const enough=()=>{done()
h.destroy()}
const t=n>=200&&n<300
e.on("data",e=>u&&t?u(e,enough):r.push(e))
e.on("error",fail)
e.on("end",done)})
h.end(p)})}}),75747:((e,n,r)=>{r.d(n,{IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,c4:()=>withEmulated,ez:()=>s,hh:()=>refuseEngine,kj:()=>readBuilder,p7:()=>engineProblems})
var t=r(62088)
var o=r(85465)
const i={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,n={}){const{builder:r,signal:t,needs:o}=n
const i=o===undefined||o.build===true||o.platforms!==undefined
const[s,a]=await Promise.all([e(["info","--format","{{json .}}"],t===undefined?{}:{signal:t}).catch(()=>undefined),i?inspectBuilder(e,{builder:r,signal:t}):undefined])
t?.throwIfAborted()
if(s===undefined)return{containerdStore:false}
return{...readInfo(s.stdout,s.stderr),...a!==undefined&&{builder:a}}}async function inspectBuilder(e,{builder:n,signal:r}){const t=["buildx","inspect",...n===undefined?[]:["--",n]]
const o=await e(t,r===undefined?{}:{signal:r}).catch(()=>undefined)
return o&&withEmulated(readBuilder(o),process.env[s])}const s="LUCID_EMULATED"
function withEmulated(e,n){if(e===undefined||e.driver!=="docker"||!n)return e
return{...e,platforms:[...new Set([...e.platforms,...n.split(",")])]}}function readInfo(e,n){let r
try{r=JSON.parse(e)}catch{r={}}const plugin=e=>r.ClientInfo?.Plugins?.find(n=>n.Name===e)?.Version
const t=r.ServerVersion||undefined
const o=r.ClientInfo?.Version||undefined
const i=r.ServerErrors?.join("; ")||n.trim()||"no daemon answers"
const s=a[r.Architecture??""]??r.Architecture
return{...o!==undefined&&{client:o},...t!==undefined?{server:t}:{unreachable:i},...t!==undefined&&s!==undefined&&{native:`${r.OSType??"linux"}/${s}`},...r.Name&&r.KernelVersion&&{machine:{name:r.Name,kernel:r.KernelVersion}},...r.RegistryConfig?.Mirrors?.length&&{mirrors:r.RegistryConfig.Mirrors},...optional("buildx",plugin("buildx")),...optional("compose",plugin("compose")),containerdStore:(r.DriverStatus??[]).some(([,e])=>e==="io.containerd.snapshotter.v1")}}const a={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function optional(e,n){return n===undefined||n===""?{}:{[e]:n}}function readBuilder({exitCode:e,stdout:n,stderr:r}){const field=e=>{const r=new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(n)?.[1]
return r?.trim()}
const t=field("Name")
const o=field("Error")??(e===0?undefined:r.trim())
if(t===undefined)return o===undefined?undefined:{name:"",driver:"",platforms:[],error:o}
const i=[...n.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
return{name:t,driver:field("Driver")??"",platforms:[...new Set(i)],...o!==undefined&&{error:o}}}function canRun(e,n){const plain=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>plain(e)===plain(n))}function refuseEngine(e,n){const r=engineProblems(e,n)
if(r.length>0)throw new o.yo(r)
return e}function engineProblems(e,n){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"there is no docker command",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and see that docker is on the PATH"}]
const r=[]
if(e.server===undefined)r.push({code:"engine/not-running",message:"no Docker daemon answers",...e.unreachable!==undefined&&{why:e.unreachable},fix:"start Docker (systemctl start docker, or Docker Desktop), or point DOCKER_HOST or DOCKER_CONTEXT at one that runs; joining the group docker helps when permission was denied"})
else r.push(...tooOld("Docker Engine",e.server,i.server,"engine/too-old"))
if(n.build)r.push(...buildProblems(e))
if(n.smoke)r.push(...plugin("Docker Compose","docker-compose-plugin",e.compose,i.compose,"compose"))
if(r.length===0)r.push(...platformProblems(e,n.platforms??[]))
return r}function buildProblems(e){const n=[...plugin("buildx","docker-buildx-plugin",e.buildx,i.buildx,"buildx")]
const{builder:r}=e
if(e.server===undefined||e.buildx===undefined||r===undefined)return n
if(r.error!==undefined)n.push({code:"engine/builder",message:`the builder ${r.name||"that was named"} is of no use`,why:r.error,fix:"see `docker buildx ls`; `docker buildx use default` goes back to Docker's own"})
else if(r.driver==="docker"&&!e.containerdStore)n.push({code:"engine/image-store",message:"this Docker Engine keeps images in its old store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a builder of its own",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or `docker buildx create --driver=docker-container --use`'})
return n}function platformProblems({builder:e,native:n},r){const t=e?.platforms.length?e.platforms:n===undefined?[]:[n]
return r.filter(e=>!canRun(t,e)).map(n=>({code:"engine/platform",message:`nothing here runs ${n}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${t.join(", ")||"nothing"}`,fix:`take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${n.split("/")[1]??"arm64"}\`, or the package qemu-user-static`}))}function plugin(e,n,r,t,o){if(r===undefined)return[{code:`engine/${o}-missing`,message:`${e} is not installed`,fix:`install the package ${n}`}]
return tooOld(e,r,t,`engine/${o}-too-old`)}function tooOld(e,n,r,o){const i=t.coerce(n)
if(i===null||t.gte(i,r))return[]
return[{code:o,message:`${e} ${n} is too old`,fix:`install ${e} ${r} or newer`}]}}),9624:((e,n,r)=>{r.r(n)
r.d(n,{lookAtEngine:()=>lookAtEngine,lookAtUsualEngine:()=>lookAtUsualEngine,requireCompose:()=>requireCompose})
var t=r(34055)
var o=r(75747)
var i=r(97730)
async function lookAtEngine(e,n){const{docker:r,api:i,exec:s,env:a,signal:d,builder:u}=n
const c=i&&await Promise.all([infoOf(i,d),e.build?(0,t.wc)(s,"buildx",a,d):"",e.smoke?(0,t.wc)(s,"compose",a,d):"",e.build?(0,o.IK)(r,{signal:d,builder:u}):undefined])
d.throwIfAborted()
const[l,f,p,m]=c??[]
if(l===undefined||f===undefined||p===undefined)return(0,o.P7)(r,{signal:d,needs:e,...u!==undefined&&{builder:u}})
return{...(0,o.LV)(l,""),...f!==""&&{buildx:f},...p!==""&&{compose:p},...m!==undefined&&{builder:m}}}async function lookAtUsualEngine(e,n){return lookAtEngine(e,{...n,api:await(0,i.V)(n.env)})}async function requireCompose(e){(0,o.hh)(await lookAtEngine({smoke:true},e),{smoke:true})}async function infoOf(e,n){const r=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return r?.status===200?r.text:undefined}}),85465:((e,n,r)=>{r.d(n,{Vw:()=>formatProblem,j$:()=>formatLocation,yo:()=>UserError})
function formatLocation({file:e,line:n,column:r}){return[e,n,r].filter(e=>e!==undefined).join(":")}function formatProblem({at:e,message:n,why:r,fix:t,code:o}){const i=e===undefined?"":`${formatLocation(e)}: `
const s=[r,t&&`fix: ${t}`].filter(Boolean).map(e=>`\n    ${e}`)
return`${i}${n} [${o}]${s.join("")}`}class UserError extends Error{name="UserError"
problems
constructor(e,n){const r=Array.isArray(e)?e:[e]
super(r.map(formatProblem).join("\n"),n)
this.problems=r}}})}
