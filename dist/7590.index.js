export const id=7590
export const ids=[7590,8908]
export const modules={30156:((e,n,t)=>{t.d(n,{Q:()=>apiAt,V:()=>usualApi})
var r=t(31421)
var o=t(37067)
var i=t(57075)
var s=t(45364)
const a="v1.45"
function apiAt(e,n){const t=socketOf(e)
if(t===undefined)return e=>asked(e,{createConnection:()=>dialed(n)})
const r=new o.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:t,agent:r})}catch(n){if(n.stale)return asked(e,{socketPath:t})
throw n}}}async function usualApi(e){const n=await(0,s.VH)(e)
return n===undefined||socketOf(n)===undefined?undefined:apiAt(n,e)}function socketOf(e){return/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const n=(0,r.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let t=""
n.stderr.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
const o=new i.Duplex({read:()=>void n.stdout.resume(),write:(e,t,r)=>void n.stdin.write(e,()=>r())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!o.push(e))n.stdout.pause()})
n.on("error",e=>o.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)o.push(null)
else o.destroy(new Error(t.trim()||`docker system dial-stdio ended with ${e}`))})
o.on("close",()=>n.kill())
return o}const d=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:n,query:t,body:r,signal:i,onData:s},c){return new Promise((u,f)=>{i?.throwIfAborted()
const l=r===undefined?undefined:JSON.stringify(r)
const p=t===undefined?"":`?${new URLSearchParams(t)}`
const m=(0,o.request)({...{...c,method:e,path:`/${a}${n}${p}`},headers:{host:"docker",...l!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(l)},...e==="POST"&&l===undefined&&{"content-length":0}}})
const abort=()=>m.destroy()
i?.addEventListener("abort",abort,{once:true})
const fail=e=>{i?.removeEventListener("abort",abort)
if(i?.aborted)f(i.reason)
else f(m.reusedSocket&&d.has(e.code??"")?Object.assign(e,{stale:true}):e)}
m.on("error",fail)
m.on("response",e=>{const{statusCode:n=0,headers:t}=e
const r=[]
const done=()=>{i?.removeEventListener("abort",abort)
u({status:n,headers:t,text:Buffer.concat(r).toString()})}
const enough=()=>{done()
m.destroy()}
const o=n>=200&&n<300
e.on("data",e=>s&&o?s(e,enough):r.push(e))
e.on("error",fail)
e.on("end",done)})
m.end(l)})}}),45364:((e,n,t)=>{t.d(n,{VH:()=>usualAddress,tw:()=>configured,vg:()=>configFolder,yt:()=>proxyArgs})
var r=t(51455)
var o=t(48161)
var i=t(76760)
function configFolder(e){return e.DOCKER_CONFIG||i.join(e.HOME||(0,o.homedir)(),".docker")}async function configured(e,n){try{const t=JSON.parse(await(0,r.readFile)(i.join(configFolder(e),"config.json"),"utf8"))
return t?.[n]}catch{return undefined}}async function usualAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const n=e.DOCKER_CONTEXT||await configured(e,"currentContext")
if(n&&n!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const n=await configured(e,"proxies")
const t=typeof n==="object"&&n!==null?Object.values(n):[]
const r=new Set(t.flatMap(e=>typeof e==="object"&&e!==null?Object.keys(e):[]))
return Object.entries(s).flatMap(([e,n])=>r.has(e)?[n]:[])}const s={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),17048:((e,n,t)=>{t.d(n,{IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,Wp:()=>requireEngine,ez:()=>s,hh:()=>refuseEngine,kj:()=>readBuilder,p7:()=>engineProblems})
var r=t(62088)
var o=t(56008)
const i={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,n={}){const{builder:t,signal:r,needs:o}=n
const i=o===undefined||o.build===true||o.platforms!==undefined
const[s,a]=await Promise.all([e(["info","--format","{{json .}}"],r===undefined?{}:{signal:r}).catch(()=>undefined),i?inspectBuilder(e,{builder:t,signal:r}):undefined])
r?.throwIfAborted()
if(s===undefined)return{containerdStore:false}
return{...readInfo(s.stdout,s.stderr),...a!==undefined&&{builder:a}}}async function inspectBuilder(e,{builder:n,signal:t}){const r=["buildx","inspect",...n===undefined?[]:["--",n]]
const o=await e(r,t===undefined?{}:{signal:t}).catch(()=>undefined)
return o&&withEmulated(readBuilder(o),process.env[s])}const s="LUCID_EMULATED"
function withEmulated(e,n){if(e===undefined||e.driver!=="docker"||!n)return e
return{...e,platforms:[...new Set([...e.platforms,...n.split(",")])]}}function readInfo(e,n){let t
try{t=JSON.parse(e)}catch{t={}}const plugin=e=>t.ClientInfo?.Plugins?.find(n=>n.Name===e)?.Version
const r=t.ServerVersion||undefined
const o=t.ClientInfo?.Version||undefined
const i=t.ServerErrors?.join("; ")||n.trim()||"no daemon answers"
const s=a[t.Architecture??""]??t.Architecture
return{...o!==undefined&&{client:o},...r!==undefined?{server:r}:{unreachable:i},...r!==undefined&&s!==undefined&&{native:`${t.OSType??"linux"}/${s}`},...t.RegistryConfig?.Mirrors?.length&&{mirrors:t.RegistryConfig.Mirrors},...optional("buildx",plugin("buildx")),...optional("compose",plugin("compose")),containerdStore:(t.DriverStatus??[]).some(([,e])=>e==="io.containerd.snapshotter.v1")}}const a={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function optional(e,n){return n===undefined||n===""?{}:{[e]:n}}function readBuilder({exitCode:e,stdout:n,stderr:t}){const field=e=>{const t=new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(n)?.[1]
return t?.trim()}
const r=field("Name")
const o=field("Error")??(e===0?undefined:t.trim())
if(r===undefined)return o===undefined?undefined:{name:"",driver:"",platforms:[],error:o}
const i=[...n.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
return{name:r,driver:field("Driver")??"",platforms:[...new Set(i)],...o!==undefined&&{error:o}}}function canRun(e,n){const plain=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>plain(e)===plain(n))}async function requireEngine(e,n,t={}){return refuseEngine(await inspectEngine(e,{...t,needs:n}),n)}function refuseEngine(e,n){const t=engineProblems(e,n)
if(t.length>0)throw new o.yo(t)
return e}function engineProblems(e,n){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"there is no docker command",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and see that docker is on the PATH"}]
const t=[]
if(e.server===undefined)t.push({code:"engine/not-running",message:"no Docker daemon answers",...e.unreachable!==undefined&&{why:e.unreachable},fix:"start Docker (systemctl start docker, or Docker Desktop), or point DOCKER_HOST or DOCKER_CONTEXT at one that runs; joining the group docker helps when permission was denied"})
else t.push(...tooOld("Docker Engine",e.server,i.server,"engine/too-old"))
if(n.build)t.push(...buildProblems(e))
if(n.smoke)t.push(...plugin("Docker Compose","docker-compose-plugin",e.compose,i.compose,"compose"))
if(t.length===0)t.push(...platformProblems(e,n.platforms??[]))
return t}function buildProblems(e){const n=[...plugin("buildx","docker-buildx-plugin",e.buildx,i.buildx,"buildx")]
const{builder:t}=e
if(e.server===undefined||e.buildx===undefined||t===undefined)return n
if(t.error!==undefined)n.push({code:"engine/builder",message:`the builder ${t.name||"that was named"} is of no use`,why:t.error,fix:"see `docker buildx ls`; `docker buildx use default` goes back to Docker's own"})
else if(t.driver==="docker"&&!e.containerdStore)n.push({code:"engine/image-store",message:"this Docker Engine keeps images in its old store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a builder of its own",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or `docker buildx create --driver=docker-container --use`'})
return n}function platformProblems({builder:e,native:n},t){const r=e?.platforms.length?e.platforms:n===undefined?[]:[n]
return t.filter(e=>!canRun(r,e)).map(n=>({code:"engine/platform",message:`nothing here runs ${n}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${r.join(", ")||"nothing"}`,fix:`take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${n.split("/")[1]??"arm64"}\`, or the package qemu-user-static`}))}function plugin(e,n,t,r,o){if(t===undefined)return[{code:`engine/${o}-missing`,message:`${e} is not installed`,fix:`install the package ${n}`}]
return tooOld(e,t,r,`engine/${o}-too-old`)}function tooOld(e,n,t,o){const i=r.coerce(n)
if(i===null||r.gte(i,t))return[]
return[{code:o,message:`${e} ${n} is too old`,fix:`install ${e} ${t} or newer`}]}}),41609:((e,n,t)=>{t.d(n,{Z:()=>lookAtEngine})
var r=t(17048)
var o=t(47624)
async function lookAtEngine(e,n){const{docker:t,api:i,exec:s,env:a,signal:d,builder:c}=n
const u=i&&await Promise.all([infoOf(i,d),e.build?(0,o.wc)(s,"buildx",a,d):"",e.smoke?(0,o.wc)(s,"compose",a,d):"",e.build?(0,r.IK)(t,{signal:d,builder:c}):undefined])
d.throwIfAborted()
const[f,l,p,m]=u??[]
if(f===undefined||l===undefined||p===undefined)return(0,r.P7)(t,{signal:d,needs:e,...c!==undefined&&{builder:c}})
return{...(0,r.LV)(f,""),...l!==""&&{buildx:l},...p!==""&&{compose:p},...m!==undefined&&{builder:m}}}async function infoOf(e,n){const t=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return t?.status===200?t.text:undefined}}),47624:((e,n,t)=>{t.d(n,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var r=t(73024)
var o=t(51455)
var i=t(76760)
var s=t(45364)
function dockerWith(e){return(n,t)=>e(["docker",...n],t)}function straightToPlugins(e){const n=dockerWith(e)
return async(t,r)=>{const[o=""]=t
const i=await findPlugin(o,{...process.env,...r?.env})
if(i===undefined)return n(t,r)
return e([i,...t],{...r,env:{...r?.env,...a}})}}const a={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const t=await firstOf((n.PATH??"").split(i.delimiter),"docker")
if(t===undefined||await isScript(t))return undefined
const r=i.join((0,s.vg)(n),"cli-plugins")
return firstOf([r,...await extraFolders(n),...d],`docker-${e}`)}const d=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const t of e){const e=i.join(t,n)
const s=t!==""&&await(0,o.access)(e,r.constants.X_OK).then(...c)
if(s)return e}return undefined}const c=[()=>true,()=>false]
async function isScript(e){const n=await(0,o.open)(e)
try{const{buffer:e}=await n.read(Buffer.alloc(2),0,2,0)
return e.toString("latin1")==="#!"}finally{await n.close()}}async function extraFolders(e){const n=await(0,s.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,t,r){const o=await findPlugin(n,t)
if(o===undefined)return undefined
try{const{stdout:n}=await e([o,"docker-cli-plugin-metadata"],{signal:r})
const{Version:t}=JSON.parse(n)
return typeof t==="string"&&t!==""?t:undefined}catch{return undefined}}}),56008:((e,n,t)=>{t.d(n,{Vw:()=>formatProblem,j$:()=>formatLocation,yo:()=>UserError})
function formatLocation({file:e,line:n,column:t}){return[e,n,t].filter(e=>e!==undefined).join(":")}function formatProblem({at:e,message:n,why:t,fix:r,code:o}){const i=e===undefined?"":`${formatLocation(e)}: `
const s=[t,r&&`fix: ${r}`].filter(Boolean).map(e=>`\n    ${e}`)
return`${i}${n} [${o}]${s.join("")}`}class UserError extends Error{name="UserError"
problems
constructor(e,n){const t=Array.isArray(e)?e:[e]
super(t.map(formatProblem).join("\n"),n)
this.problems=t}}}),26214:((e,n,t)=>{t.d(n,{Hj:()=>openCheckout,U4:()=>askBranches,pI:()=>askAll})
function openCheckout(e){return{index:once(()=>e(["ls-files","--stage","-v","-z"])),modified:once(()=>e(["-c","core.fileMode=true","diff-files","--name-only","--relative","-z"])),others:once(()=>e(["ls-files","--others","--directory","-z"])),staged:once(()=>e(["diff-index","--cached","--name-only","HEAD","--","."])),head:once(async()=>{const[n,t]=(await e(["rev-list","--max-count=1","--timestamp","HEAD","--"]))?.trim().split(" ")??[]
return t===undefined?undefined:{id:t,time:Number(n)}}),branch:once(async()=>(await e(["symbolic-ref","--short","-q","HEAD"]))?.trim()||undefined),defaultBranch:once(async()=>{const n=await e(["symbolic-ref","--short","-q","refs/remotes/origin/HEAD"])
return n?.trim().replace(/^origin\//,"")||undefined}),settings:once(async()=>readSettings(await e(["config","-z","--get-regexp",r]))),layout:once(async()=>{const n=await e(["rev-parse","--show-object-format","--git-path","info/attributes","--show-cdup"])
const[t,r,o]=n?.split("\n")??[]
return t&&r&&o!==undefined?{format:t,attributes:r,up:o}:undefined})}}function askAll({modified:e,others:n,index:t,layout:r,settings:o,staged:i,head:s}){for(const a of[e,n,t,r,o,i,s])void a()}function askBranches({branch:e,defaultBranch:n}){for(const t of[e,n])void t()}const r="^(core\\.(autocrlf|attributesfile)|remote\\.origin\\.url)$"
function readSettings(e=""){return new Map(e.split("\0").flatMap(e=>{const[n="",t="true"]=e.split("\n",2)
return n===""?[]:[[n,t]]}))}function once(e){let n
return()=>{n??=e()
return n}}}),33386:((e,n,t)=>{t.d(n,{O:()=>gitOf,I:()=>rootOf})
var r=t(76760)
function gitIn(e,n){return async(t,r)=>{try{const o=["git","-c","safe.directory=*","-c","core.quotePath=false",...t]
const{exitCode:i,stdout:s}=await n(o,{cwd:e,...r!==undefined&&{input:r},env:{GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"}})
return i===0?s:undefined}catch{return undefined}}}function rootOf({catalog:e},{cwd:n}){return r.dirname(r.resolve(n,e))}function gitOf(e,{exec:n}){return gitIn(e,n)}})}
