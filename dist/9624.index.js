export const id=9624
export const ids=[9624,7243]
export const modules={34055:((e,n,r)=>{r.d(n,{_k:()=>dockerWithDirectPlugins,wc:()=>pluginVersion})
var t=r(73024)
var o=r(51455)
var i=r(76760)
var s=r(11939)
var a=r(16496)
var d=r(96273)
function dockerWith(e){return(n,r)=>e(["docker",...n],r)}var c=undefined&&undefined.__addDisposableResource||function(e,n,r){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var t,o
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=n[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=n[Symbol.dispose]
if(r)o=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(o)t=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:t,async:r})}else if(r){e.stack.push({async:true})}return n}
var u=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(r){n.error=n.hasError?new e(r,n.error,"An error was suppressed during disposal."):r
n.hasError=true}var r,t=0
function next(){while(r=n.stack.pop()){try{if(!r.async&&t===1)return t=0,n.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,r){var t=new Error(r)
return t.name="SuppressedError",t.error=e,t.suppressed=n,t})
function dockerWithDirectPlugins(e){const n=dockerWith(e)
return async(r,t)=>{const[o=""]=r
const i=await findPlugin(o,{...process.env,...t?.env})
if(i===undefined)return n(r,t)
return e([i,...r],{...t,env:{...t?.env,...f}})}}const f={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const r=await firstOf((n.PATH??"").split(i.delimiter),"docker")
if(r===undefined||await isScript(r))return undefined
const t=i.join((0,s.P)(n),"cli-plugins")
return firstOf([t,...await extraFolders(n),...l],`docker-${e}`)}const l=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const r of e){const e=i.join(r,n)
const s=await(0,o.access)(e,t.constants.X_OK).then(()=>true,()=>false)
if(r!==""&&s)return e}return undefined}async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const r=c(n,await(0,o.open)(e),true)
const{buffer:t}=await r.read(Buffer.alloc(2),0,2,0)
return t.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=u(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,d.Pd)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,r,t){const o=await findPlugin(n,r)
if(o===undefined)return undefined
try{const{stdout:n}=await e([o,"docker-cli-plugin-metadata"],{signal:t})
return(0,a.E3)((0,a.Ag)((0,a.qF)(n))?.Version)}catch{return undefined}}}),96273:((e,n,r)=>{r.d(n,{Pd:()=>readConfigField,c7:()=>defaultEngineAddress,yt:()=>proxyArgs})
var t=r(51455)
var o=r(76760)
var i=r(11939)
var s=r(16496)
async function readConfigField(e,n){const r=await(0,t.readFile)(o.join((0,i.P)(e),"config.json"),"utf8").catch(()=>"")
return(0,s.Ag)((0,s.qF)(r))?.[n]}async function defaultEngineAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const n=e.DOCKER_CONTEXT||await readConfigField(e,"currentContext")
if(n&&n!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const n=await readConfigField(e,"proxies")
const r=new Set(Object.values((0,s.Ag)(n)??{}).flatMap(e=>Object.keys((0,s.Ag)(e)??{})))
return Object.entries(a).flatMap(([e,n])=>r.has(e)?[n]:[])}const a={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),97730:((e,n,r)=>{r.d(n,{I:()=>defaultEngineApi,v:()=>openEngineApi})
var t=r(31421)
var o=r(37067)
var i=r(57075)
var s=r(44853)
var a=r(96273)
const d="v1.45"
function openEngineApi(e,n){const r=socketOf(e)
if(r===undefined)return e=>send(e,{createConnection:()=>dialStdio(n)})
const t=new o.Agent({keepAlive:true})
return async e=>{try{return await send(e,{socketPath:r,agent:t})}catch(n){if(n.stale)return send(e,{socketPath:r})
throw n}}}async function defaultEngineApi(e){const n=await(0,a.c7)(e)
return n===undefined||socketOf(n)===undefined?undefined:openEngineApi(n,e)}function socketOf(e){const n=/^npipe:(?:\/\/(?=\/\/))?(\/\/.*)$/.exec(e)?.[1]
return n?.replaceAll("/","\\")??/^unix:\/\/(\/.*)$/.exec(e)?.[1]}function dialStdio(e){const n=(0,t.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
const r=(0,s.C)(n.stderr)
const o=new i.Duplex({read:()=>void n.stdout.resume(),write:(e,r,t)=>void n.stdin.write(e,()=>t())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!o.push(e))n.stdout.pause()})
n.on("error",e=>o.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)o.push(null)
else o.destroy(new Error(r().trim()||`docker system dial-stdio exited with ${e}`))})
o.on("close",()=>n.kill())
return o}const c=new Set(["ECONNRESET","EPIPE"])
function send(e,n){const{method:r,path:t,query:i,body:s,headers:a,signal:u,onData:f}=e
return new Promise((e,l)=>{u?.throwIfAborted()
const p=s===undefined?undefined:JSON.stringify(s)
const m=i===undefined?"":`?${new URLSearchParams(i)}`
const g=(0,o.request)({...{...n,method:r,path:`/${d}${t}${m}`},headers:{...a,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...r==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>g.destroy()
u?.addEventListener("abort",abort,{once:true})
const fail=e=>{u?.removeEventListener("abort",abort)
if(u?.aborted)l(u.reason)
else l(g.reusedSocket&&c.has(e.code??"")?Object.assign(e,{stale:true}):e)}
g.on("error",fail)
g.on("response",n=>{const{statusCode:r=0,headers:t}=n
const o=[]
const done=()=>{u?.removeEventListener("abort",abort)
e({status:r,headers:t,text:Buffer.concat(o).toString()})}
const enough=()=>{done()
g.destroy()}
const i=r>=200&&r<300
n.on("data",e=>f&&i?f(e,enough):o.push(e))
n.on("error",fail)
n.on("end",done)})
g.end(p)})}}),75747:((e,n,r)=>{r.d(n,{Bu:()=>addEmulatedPlatforms,IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,Wp:()=>requireEngine,ez:()=>d,kj:()=>readBuilder,p7:()=>engineProblems})
var t=r(62088)
var o=r(39893)
var i=r(85465)
var s=r(16496)
const a={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,n={}){const{builder:r,signal:t,needs:i}=n
const s=i===undefined||i.build===true||i.platforms!==undefined
const[a,d]=await Promise.all([e(["info","--format","{{json .}}"],(0,o.s)({signal:t})).catch(()=>undefined),s?inspectBuilder(e,{builder:r,signal:t}):undefined])
t?.throwIfAborted()
if(a===undefined)return{containerdStore:false}
return{...readInfo(a.stdout,a.stderr),...(0,o.s)({builder:d})}}async function inspectBuilder(e,{builder:n,signal:r}){const t=["buildx","inspect",...n===undefined?[]:["--",n]]
const i=await e(t,(0,o.s)({signal:r})).catch(()=>undefined)
return i&&addEmulatedPlatforms(readBuilder(i),process.env[d])}const d="LUCID_EMULATED"
function addEmulatedPlatforms(e,n){if(e===undefined||e.driver!=="docker"||!n)return e
return{...e,platforms:[...new Set([...e.platforms,...n.split(",")])]}}function readInfo(e,n){const r=(0,s.Ag)((0,s.qF)(e))??{}
const t=(0,s.Ag)(r.ClientInfo)
const i=Array.isArray(t?.Plugins)?t.Plugins.map(s.Ag):[]
const plugin=e=>(0,s.E3)(i.find(n=>n?.Name===e)?.Version)
const[a,d]=[(0,s.E3)(r.ServerVersion),(0,s.E3)(t?.Version)]
const u=(0,s.LD)(r.ServerErrors)?.join("; ")||n.trim()||"no daemon responds"
const f=(0,s.E3)(r.Architecture)
const l=c[f??""]??f
const[p,m]=[(0,s.E3)(r.Name),(0,s.E3)(r.KernelVersion)]
const g=r.DriverStatus
return{...(0,o.s)({client:d}),...a!==undefined?{server:a}:{unreachable:u},...a!==undefined&&l!==undefined&&{native:`${(0,s.E3)(r.OSType)??"linux"}/${l}`},...p!==undefined&&m!==undefined&&{machine:{name:p,kernel:m}},...(0,o.s)({mirrors:(0,s.LD)((0,s.Ag)(r.RegistryConfig)?.Mirrors),buildx:plugin("buildx"),compose:plugin("compose")}),containerdStore:Array.isArray(g)&&g.some(e=>e?.[1]==="io.containerd.snapshotter.v1")}}const c={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function readBuilder({exitCode:e,stdout:n,stderr:r}){const field=e=>new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(n)?.[1]?.trim()
const t=field("Name")
const i=field("Error")??(e===0?undefined:r.trim())
if(t===undefined)return i===undefined?undefined:{name:"",driver:"",platforms:[],error:i}
const s=[...n.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
const a=[...n.matchAll(/^Endpoint:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.trim())
return{...{name:t,driver:field("Driver")??"",platforms:[...new Set(s)]},...a.length>0&&{endpoints:a},...(0,o.s)({error:i})}}function canRun(e,n){const normalize=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>normalize(e)===normalize(n))}function requireEngine(e,n){const r=engineProblems(e,n)
if(r.length>0)throw new i.yo(r)
return e}function engineProblems(e,n){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"docker is not installed",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and make sure that docker is in PATH"}]
const r=[]
if(e.server===undefined)r.push({code:"engine/not-running",message:"no Docker daemon responds",...(0,o.s)({why:e.unreachable}),fix:"start Docker (systemctl start docker, or Docker Desktop), or set DOCKER_HOST or DOCKER_CONTEXT to a running "+"one; if permission was denied, join the group docker"})
else r.push(...tooOld("Docker Engine",e.server,a.server,"engine/too-old"))
if(n.build)r.push(...buildProblems(e))
if(n.smoke)r.push(...pluginProblems("compose","Docker Compose",e.compose))
if(r.length===0)r.push(...platformProblems(e,n.platforms??[]))
return r}function buildProblems(e){const n=[...pluginProblems("buildx","buildx",e.buildx)]
const{builder:r}=e
if(e.server===undefined||e.buildx===undefined||r===undefined)return n
if(r.error!==undefined)n.push({code:"engine/builder",message:`the builder ${r.name||"that was named"} is unusable`,why:r.error,fix:"see `docker buildx ls`; `docker buildx use default` selects Docker's own builder"})
else if(r.driver==="docker"&&!e.containerdStore)n.push({code:"engine/image-store",message:"this Docker Engine uses its old image store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a separate builder",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or '+"`docker buildx create --driver=docker-container --use`"})
return n}function platformProblems({builder:e,native:n},r){const t=e?.platforms.length?e.platforms:n===undefined?[]:[n]
return r.filter(e=>!canRun(t,e)).map(n=>({code:"engine/platform",message:`cannot run ${n}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${t.join(", ")||"nothing"}`,fix:"use a machine of that platform (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: "+`\`docker run --privileged --rm tonistiigi/binfmt --install ${n.split("/")[1]??"arm64"}\`, `+"or the package qemu-user-static"}))}function pluginProblems(e,n,r){if(r!==undefined)return tooOld(n,r,a[e],`engine/${e}-too-old`)
const t=`install the package docker-${e}-plugin`
return[{code:`engine/${e}-missing`,message:`${n} is not installed`,fix:t}]}function tooOld(e,n,r,o){const i=t.coerce(n)
if(i===null||t.gte(i,r))return[]
return[{code:o,message:`${e} ${n} is too old`,fix:`install ${e} ${r} or newer`}]}}),9624:((e,n,r)=>{r.r(n)
r.d(n,{inspectDefaultEngine:()=>inspectDefaultEngine,requireCompose:()=>requireCompose})
var t=r(39893)
var o=r(34055)
var i=r(75747)
var s=r(97730)
async function inspectEngineByApi(e,{docker:n,api:r,exec:s,env:a,signal:d,builder:c}){const[u,f,l,p]=await Promise.all([r&&infoOf(r,d),r&&e.build?(0,o.wc)(s,"buildx",a,d):"",r&&e.smoke?(0,o.wc)(s,"compose",a,d):"",r&&e.build?(0,i.IK)(n,{signal:d,builder:c}):undefined])
d.throwIfAborted()
if(u===undefined||f===undefined||l===undefined)return(0,i.P7)(n,{signal:d,needs:e,...(0,t.s)({builder:c})})
const m=(0,t.s)({buildx:f||undefined,compose:l||undefined})
return{...(0,i.LV)(u,""),...m,...(0,t.s)({builder:p})}}async function inspectDefaultEngine(e,n){return inspectEngineByApi(e,{...n,api:await(0,s.I)(n.env)})}async function requireCompose(e){(0,i.Wp)(await inspectEngineByApi({smoke:true},e),{smoke:true})}async function infoOf(e,n){const r=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return r?.status===200?r.text:undefined}}),44853:((e,n,r)=>{r.d(n,{C:()=>tailOf,m:()=>exec})
var t=r(31421)
var o=r(48161)
var i=r(80481)
const exec=(e,n={})=>new Promise((r,s)=>{const[a,...d]=e
const{signal:c,graceMs:u=1e4,onLine:f}=n
if(c?.aborted){r({exitCode:130,stdout:"",stderr:""})
return}const l=(0,t.spawn)(a,d,{cwd:n.cwd,env:{...process.env,...n.env},stdio:[n.input===undefined?"ignore":"pipe","pipe","pipe"]})
const p={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const r=l[e]
if(!r)continue
if(!n.discard)r.on("data",r=>append(p[e],r,n.tailBytes))
if(f)(0,i.createInterface)({input:r,crlfDelay:Number.POSITIVE_INFINITY}).on("line",n=>f(n,e))
else if(n.discard)r.resume()}l.stdin?.on("error",()=>{})
l.stdin?.end(n.input)
let m
const stop=()=>{l.kill("SIGINT")
m=setTimeout(()=>{l.kill("SIGKILL")
l.stdout?.destroy()
l.stderr?.destroy()},u)}
c?.addEventListener("abort",stop,{once:true})
const cleanUp=()=>{clearTimeout(m)
c?.removeEventListener("abort",stop)}
l.on("error",e=>{cleanUp()
s(new Error(`cannot run ${a}: ${e.message}`,{cause:e}))})
l.on("close",(e,n)=>{cleanUp()
r({exitCode:e??128+o.constants.signals[n??"SIGKILL"],stdout:Buffer.concat(p.stdout).toString(),stderr:Buffer.concat(p.stderr).toString()})})})
function tailOf(e){let n=""
e.on("data",e=>{n=(n+e.toString()).slice(-2e3)})
return()=>n}function append(e,n,r){e.push(n)
if(r===undefined)return
let t=e.reduce((e,{length:n})=>e+n,-r)
while(e[0]!==undefined&&t>=e[0].length)t-=e.shift()?.length??0}}),39893:((e,n,r)=>{r.d(n,{s:()=>defined})
function defined(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==undefined))}}),11939:((e,n,r)=>{r.d(n,{P:()=>dockerConfigFolder})
var t=r(48161)
var o=r(76760)
function dockerConfigFolder(e){return e.DOCKER_CONFIG||o.join(e.HOME||(0,t.homedir)(),".docker")}}),85465:((e,n,r)=>{r.d(n,{Vw:()=>formatProblem,j$:()=>formatLocation,yo:()=>UserError})
function formatLocation({file:e,line:n,column:r}){return[e,n,r].filter(e=>e!==undefined).join(":")}function formatProblem({at:e,message:n,why:r,fix:t,code:o}){const i=e===undefined?"":`${formatLocation(e)}: `
const s=[r,t&&`fix: ${t}`].filter(Boolean).map(e=>`\n    ${e}`)
return`${i}${n} [${o}]${s.join("")}`}class UserError extends Error{name="UserError"
problems
constructor(e,n){const r=Array.isArray(e)?e:[e]
super(r.map(formatProblem).join("\n"),n)
this.problems=r}}}),16496:((e,n,r)=>{r.d(n,{Ag:()=>readObject,E3:()=>readString,LD:()=>readList,Nc:()=>readStrings,gf:()=>parseAs,lA:()=>fits,qF:()=>parseJson})
function fits(e,n,r){const{error:t}=e.safeParse(n)
const[o]=t?.issues??[]
if(o!==undefined){const e=o.path.length>0?`${o.path.join(".")}: `:""
r?.(`${e}${o.message.replace(/^Invalid input: /,"")}`)}return t===undefined}function parseJson(e){try{return JSON.parse(typeof e==="string"?e:(new TextDecoder).decode(e))}catch{return undefined}}function parseAs(e,n){const r=parseJson(n)
return fits(e,r)?r:undefined}function readObject(e){return isObject(e)?e:undefined}function readString(e){return typeof e==="string"&&e!==""?e:undefined}function readStrings(e){const n=Object.entries(readObject(e)??{})
return Object.fromEntries(n.filter(e=>typeof e[1]==="string"))}function readList(e){return Array.isArray(e)&&e.length>0?e.filter(e=>typeof e==="string"):undefined}function isObject(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)}})}
