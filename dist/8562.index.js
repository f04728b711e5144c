export const id=8562
export const ids=[8562,1405,4058,3662]
export const modules={30156:((e,n,t)=>{t.d(n,{Q:()=>apiAt,V:()=>usualApi})
var s=t(31421)
var r=t(37067)
var i=t(57075)
var o=t(45364)
const a="v1.45"
function apiAt(e,n){const t=socketOf(e)
if(t===undefined)return e=>asked(e,{createConnection:()=>dialed(n)})
const s=new r.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:t,agent:s})}catch(n){if(n.stale)return asked(e,{socketPath:t})
throw n}}}async function usualApi(e){const n=await(0,o.VH)(e)
return n===undefined||socketOf(n)===undefined?undefined:apiAt(n,e)}function socketOf(e){return/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const n=(0,s.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let t=""
n.stderr.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
const r=new i.Duplex({read:()=>void n.stdout.resume(),write:(e,t,s)=>void n.stdin.write(e,()=>s())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!r.push(e))n.stdout.pause()})
n.on("error",e=>r.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)r.push(null)
else r.destroy(new Error(t.trim()||`docker system dial-stdio ended with ${e}`))})
r.on("close",()=>n.kill())
return r}const c=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:n,query:t,body:s,headers:i,signal:o,onData:d},u){return new Promise((l,f)=>{o?.throwIfAborted()
const p=s===undefined?undefined:JSON.stringify(s)
const m=t===undefined?"":`?${new URLSearchParams(t)}`
const h=(0,r.request)({...{...u,method:e,path:`/${a}${n}${m}`},headers:{...i,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...e==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>h.destroy()
o?.addEventListener("abort",abort,{once:true})
const fail=e=>{o?.removeEventListener("abort",abort)
if(o?.aborted)f(o.reason)
else f(h.reusedSocket&&c.has(e.code??"")?Object.assign(e,{stale:true}):e)}
h.on("error",fail)
h.on("response",e=>{const{statusCode:n=0}=e
const t=[]
const done=()=>{o?.removeEventListener("abort",abort)
l({status:n,headers:e.headers,text:Buffer.concat(t).toString()})}
const enough=()=>{done()
h.destroy()}
const s=n>=200&&n<300
e.on("data",e=>d&&s?d(e,enough):t.push(e))
e.on("error",fail)
e.on("end",done)})
h.end(p)})}}),51405:((e,n,t)=>{t.r(n)
t.d(n,{openEngine:()=>openEngine})
var s=t(56008)
var r=t(30156)
var i=t(45364)
var o=t(31421)
var a=t(78474)
var c=t(51455)
var d=t(48161)
var u=t(76760)
var l=t(57075)
var f=t(58500)
function readDestination(e){if(!URL.canParse(e))return undefined
const{protocol:n,username:t,password:s,hostname:r,port:i,pathname:o,search:a,hash:c}=new URL(e)
const plain=e=>/^[A-Za-z0-9_.:[\]%-]+$/.test(e)&&!e.startsWith("-")
if(n!=="ssh:"||s!==""||a!==""||c!=="")return undefined
if(!plain(r)||t!==""&&!plain(t))return undefined
const d=r.replace(/^\[|\]$/g,"")
return{name:t===""?d:`${t}@${d}`,args:[...i===""?[]:["-p",i],...t===""?[]:["-l",t],"--",d],socket:o===""||o==="/"?"/var/run/docker.sock":o}}const p=3e4
async function openSsh(e,n){const t=readDestination(e)
if(t===undefined)throw new s.yo({code:"options/value",message:`docker-host ${JSON.stringify(e)} is no address for ssh`,fix:"write it as in ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22"})
const r=await(0,c.mkdtemp)(u.join((0,d.tmpdir)(),"lssh-"))
const i=u.join(r,"c")
const l=u.join(r,"d")
const f=["BatchMode=yes","ServerAliveInterval=15","ServerAliveCountMax=4","ControlPersist=no","ConnectTimeout=20"]
const p=(0,o.spawn)("ssh",["-M","-N","-T","-S",i,...f.flatMap(e=>["-o",e]),"-L",`${l}:${t.socket}`,...t.args],{stdio:["ignore","ignore","pipe"]})
const close=async()=>{if(p.exitCode===null&&p.signalCode===null&&p.pid!==undefined){p.kill("SIGTERM")
await(0,a.once)(p,"close")}await(0,c.rm)(r,{recursive:true,force:true})}
try{await letIn(p,t.name,[i,l],n)}catch(e){await close()
throw e}return{dockerHost:`unix://${l}`,reach:{open:async(e,n)=>through(["-S",i,"-W",`127.0.0.1:${e}`,...t.args],n),...{host:t.name,address:"127.0.0.1",near:false}},[Symbol.asyncDispose]:close}}async function letIn(e,n,t,r){let i=""
let o
e.stderr?.on("data",e=>{i=(i+e.toString()).slice(-2e3)})
e.on("error",e=>{o=e.message})
e.on("close",e=>{o??=`ssh ended with ${e}`})
const a=performance.now()
for(;;){r.throwIfAborted()
if(o!==undefined||performance.now()-a>p)throw new s.yo({code:"engine/ssh",message:`ssh does not get into ${n}`,why:i.trim().split("\n").at(-1)||o||`no answer within ${p/1e3} s`,fix:"see that `ssh` gets in there without a question: a key in the agent, and the machine in known_hosts"})
const e=await Promise.all(t.map(e=>(0,c.access)(e).then(()=>true,()=>false)))
if(e.every(Boolean))return
await(0,f.setTimeout)(50)}}function through(e,n){const t=(0,o.spawn)("ssh",e,{stdio:["pipe","pipe","ignore"],signal:n})
const s=l.Duplex.from({readable:t.stdout,writable:t.stdin})
t.on("error",e=>s.destroy(e))
s.on("close",()=>t.kill())
return s}async function openEngine(e,n,t){const{env:i,signal:o,reachHost:a}=t
if(n.host!==undefined&&n.context!==undefined)throw new s.yo({code:"options/value",message:"docker-host and docker-context both say which engine",fix:"keep one of them"})
const c=n.host!==undefined?{DOCKER_HOST:n.host,DOCKER_CONTEXT:""}:n.context!==undefined?{DOCKER_HOST:"",DOCKER_CONTEXT:n.context}:{}
const there=(n,t)=>e(n,{...t,env:{...c,...t?.env}})
const d=n.host??await addressOf(there,n.context,i,o)
const u=/^(\w+):/.exec(d)?.[1]
if(u==="ssh"){const n=await openSsh(d,o)
const t={DOCKER_HOST:n.dockerHost,DOCKER_CONTEXT:""}
return{docker:(n,s)=>e(n,{...s,env:{...t,...s?.env}}),api:(0,r.Q)(n.dockerHost,{...i,...t}),reach:n.reach,[Symbol.asyncDispose]:()=>n[Symbol.asyncDispose]()}}const l=u==="tcp"||u==="https"||u==="http"?hostOf(d):undefined
return{...{docker:there,api:(0,r.Q)(d,{...i,...c}),reach:a(l??"127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}}async function addressOf(e,n,t,r){const o=n===undefined?await(0,i.VH)(t):undefined
if(o!==undefined)return o
const a=["context","inspect","--format","{{.Endpoints.docker.Host}}"]
const c=await e(n===undefined?a:[...a,"--",n],{signal:r}).catch(()=>undefined)
if(c?.exitCode===0)return c.stdout.trim()
if(n===undefined)return""
throw new s.yo({code:"options/value",message:`there is no Docker context ${JSON.stringify(n)}`,fix:"see `docker context ls`, or make it: docker context create pi --docker host=ssh://pi@raspberrypi"})}const m=/^(?:localhost|127\..*|\[?::1\]?)$/
function hostOf(e){const n=e.replace(/^tcp:/,"http:")
if(!URL.canParse(n))return undefined
const{hostname:t}=new URL(n)
return m.test(t)?undefined:t.replace(/^\[|\]$/g,"")}}),17048:((e,n,t)=>{t.d(n,{IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,c4:()=>withEmulated,ez:()=>o,hh:()=>refuseEngine,kj:()=>readBuilder,p7:()=>engineProblems})
var s=t(62088)
var r=t(56008)
const i={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,n={}){const{builder:t,signal:s,needs:r}=n
const i=r===undefined||r.build===true||r.platforms!==undefined
const[o,a]=await Promise.all([e(["info","--format","{{json .}}"],s===undefined?{}:{signal:s}).catch(()=>undefined),i?inspectBuilder(e,{builder:t,signal:s}):undefined])
s?.throwIfAborted()
if(o===undefined)return{containerdStore:false}
return{...readInfo(o.stdout,o.stderr),...a!==undefined&&{builder:a}}}async function inspectBuilder(e,{builder:n,signal:t}){const s=["buildx","inspect",...n===undefined?[]:["--",n]]
const r=await e(s,t===undefined?{}:{signal:t}).catch(()=>undefined)
return r&&withEmulated(readBuilder(r),process.env[o])}const o="LUCID_EMULATED"
function withEmulated(e,n){if(e===undefined||e.driver!=="docker"||!n)return e
return{...e,platforms:[...new Set([...e.platforms,...n.split(",")])]}}function readInfo(e,n){let t
try{t=JSON.parse(e)}catch{t={}}const plugin=e=>t.ClientInfo?.Plugins?.find(n=>n.Name===e)?.Version
const s=t.ServerVersion||undefined
const r=t.ClientInfo?.Version||undefined
const i=t.ServerErrors?.join("; ")||n.trim()||"no daemon answers"
const o=a[t.Architecture??""]??t.Architecture
return{...r!==undefined&&{client:r},...s!==undefined?{server:s}:{unreachable:i},...s!==undefined&&o!==undefined&&{native:`${t.OSType??"linux"}/${o}`},...t.Name&&t.KernelVersion&&{machine:{name:t.Name,kernel:t.KernelVersion}},...t.RegistryConfig?.Mirrors?.length&&{mirrors:t.RegistryConfig.Mirrors},...optional("buildx",plugin("buildx")),...optional("compose",plugin("compose")),containerdStore:(t.DriverStatus??[]).some(([,e])=>e==="io.containerd.snapshotter.v1")}}const a={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function optional(e,n){return n===undefined||n===""?{}:{[e]:n}}function readBuilder({exitCode:e,stdout:n,stderr:t}){const field=e=>{const t=new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(n)?.[1]
return t?.trim()}
const s=field("Name")
const r=field("Error")??(e===0?undefined:t.trim())
if(s===undefined)return r===undefined?undefined:{name:"",driver:"",platforms:[],error:r}
const i=[...n.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
return{name:s,driver:field("Driver")??"",platforms:[...new Set(i)],...r!==undefined&&{error:r}}}function canRun(e,n){const plain=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>plain(e)===plain(n))}function refuseEngine(e,n){const t=engineProblems(e,n)
if(t.length>0)throw new r.yo(t)
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
return n}function platformProblems({builder:e,native:n},t){const s=e?.platforms.length?e.platforms:n===undefined?[]:[n]
return t.filter(e=>!canRun(s,e)).map(n=>({code:"engine/platform",message:`nothing here runs ${n}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${s.join(", ")||"nothing"}`,fix:`take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${n.split("/")[1]??"arm64"}\`, or the package qemu-user-static`}))}function plugin(e,n,t,s,r){if(t===undefined)return[{code:`engine/${r}-missing`,message:`${e} is not installed`,fix:`install the package ${n}`}]
return tooOld(e,t,s,`engine/${r}-too-old`)}function tooOld(e,n,t,r){const i=s.coerce(n)
if(i===null||s.gte(i,t))return[]
return[{code:r,message:`${e} ${n} is too old`,fix:`install ${e} ${t} or newer`}]}}),41609:((e,n,t)=>{t.r(n)
t.d(n,{lookAtEngine:()=>lookAtEngine,lookAtUsualEngine:()=>lookAtUsualEngine,requireCompose:()=>requireCompose})
var s=t(30156)
var r=t(17048)
var i=t(47624)
async function lookAtEngine(e,n){const{docker:t,api:s,exec:o,env:a,signal:c,builder:d}=n
const u=s&&await Promise.all([infoOf(s,c),e.build?(0,i.wc)(o,"buildx",a,c):"",e.smoke?(0,i.wc)(o,"compose",a,c):"",e.build?(0,r.IK)(t,{signal:c,builder:d}):undefined])
c.throwIfAborted()
const[l,f,p,m]=u??[]
if(l===undefined||f===undefined||p===undefined)return(0,r.P7)(t,{signal:c,needs:e,...d!==undefined&&{builder:d}})
return{...(0,r.LV)(l,""),...f!==""&&{buildx:f},...p!==""&&{compose:p},...m!==undefined&&{builder:m}}}async function lookAtUsualEngine(e,n){return lookAtEngine(e,{...n,api:await(0,s.V)(n.env)})}async function requireCompose(e){(0,r.hh)(await lookAtEngine({smoke:true},e),{smoke:true})}async function infoOf(e,n){const t=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return t?.status===200?t.text:undefined}}),47624:((e,n,t)=>{t.d(n,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var s=t(73024)
var r=t(51455)
var i=t(76760)
var o=t(45364)
function dockerWith(e){return(n,t)=>e(["docker",...n],t)}var a=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var c=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
function straightToPlugins(e){const n=dockerWith(e)
return async(t,s)=>{const[r=""]=t
const i=await findPlugin(r,{...process.env,...s?.env})
if(i===undefined)return n(t,s)
return e([i,...t],{...s,env:{...s?.env,...d}})}}const d={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const t=await firstOf((n.PATH??"").split(i.delimiter),"docker")
if(t===undefined||await isScript(t))return undefined
const s=i.join((0,o.vg)(n),"cli-plugins")
return firstOf([s,...await extraFolders(n),...u],`docker-${e}`)}const u=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const t of e){const e=i.join(t,n)
const o=t!==""&&await(0,r.access)(e,s.constants.X_OK).then(...l)
if(o)return e}return undefined}const l=[()=>true,()=>false]
async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const t=a(n,await(0,r.open)(e),true)
const{buffer:s}=await t.read(Buffer.alloc(2),0,2,0)
return s.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=c(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,o.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,t,s){const r=await findPlugin(n,t)
if(r===undefined)return undefined
try{const{stdout:n}=await e([r,"docker-cli-plugin-metadata"],{signal:s})
const{Version:t}=JSON.parse(n)
return typeof t==="string"&&t!==""?t:undefined}catch{return undefined}}}),5966:((e,n,t)=>{t.d(n,{H:()=>failedChecks})
function failedChecks(e){return e.filter(({ok:e,level:n})=>!e&&n!=="warning")}}),42812:((e,n,t)=>{t.d(n,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const s=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const r=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(e){return e.replace(s,"").replace(r,e=>e.replace(/[^\t\n]/gu,""))}function harmless(e){return e.replace(s,"").replace(r," ")}function harmlessLines(e){return e.split(/\r?\n/).map(e=>harmless(e).trimEnd())}}),11011:((e,n,t)=>{t.d(n,{r:()=>s})
const s="0.1.0"}),989:((e,n,t)=>{t.d(n,{W:()=>fingerprints})
var s=t(77598)
function fingerprint({code:e,message:n,at:t},r){const i=t?.line===undefined?undefined:lineOf(r(t.file),t.line)
const o=i===undefined||i===""?["message",n]:["line",i]
return(0,s.createHash)("sha256").update(JSON.stringify([e,t?.file??"",...o])).digest("hex").slice(0,32)}function lineOf(e,n){return e?.split(/\r\n|\r|\n/)[n-1]?.trim().replace(/\s+/g," ")}function fingerprints(e,n){const t=new Map
return e.map(e=>{const s=fingerprint(e,n)
const r=(t.get(s)??0)+1
t.set(s,r)
return{finding:e,fingerprint:s,occurrence:r}})}}),24959:((e,n,t)=>{t.d(n,{VT:()=>machineOf,mJ:()=>hasWindowsEnds,oQ:()=>programOf})
const s={3:"i686",21:"ppc64le",22:"s390x",40:"armv7l",62:"x86_64",183:"aarch64",243:"riscv64",258:"loongarch64"}
const r={386:"i686",amd64:"x86_64",arm:"armv7l",arm64:"aarch64",loong64:"loongarch64",ppc64le:"ppc64le",riscv64:"riscv64",s390x:"s390x"}
function machineOf(e){return r[e.split("/")[1]??""]}const hasWindowsEnds=e=>e.kind==="script"&&e.interpreter.at(-1)?.endsWith("\r")===true
function programOf(e){const n=Buffer.from(e.buffer,e.byteOffset,e.byteLength)
if(n.length>=20&&n.readUInt32BE(0)===2135247942){const e=n[5]===2?n.readUInt16BE(18):n.readUInt16LE(18)
const t=loaderOf(n)
return{kind:"elf",machine:s[e]??`machine ${e}`,...t!==undefined&&{loader:t}}}if(n.subarray(0,2).toString("latin1")==="#!"){const e=n.subarray(2,256).toString("utf8").split("\n",1)[0]??""
return{kind:"script",interpreter:e.replace(/^[ \t]+|[ \t]+$/g,"").split(/[ \t]+/)}}return{kind:"other"}}function loaderOf(e){if(e.length<64||e[4]!==2||e[5]!==1)return undefined
const n=Number(e.readBigUInt64LE(32))
const t=e.readUInt16LE(54)
const s=e.readUInt16LE(56)
for(let r=0;r<s&&t>=56;r++){const s=n+r*t
if(s+56>e.length)return undefined
if(e.readUInt32LE(s)!==3)continue
const i=Number(e.readBigUInt64LE(s+8))
const o=Number(e.readBigUInt64LE(s+32))
if(o<2||o>256||i+o>e.length)return undefined
return e.toString("utf8",i,i+o).replace(/\0.*$/s,"")}return undefined}}),15654:((e,n,t)=>{t.d(n,{Gf:()=>r,Yq:()=>withRun,gM:()=>before,mC:()=>findingLine,uZ:()=>pastRun})
var s=t(96464)
const r={kind:"lucid.history",version:1,runs:[]}
const i=90
const o=2e6
const a=500
const c=300
function pastRun(e,n,t,r){const{plan:i,lint:o,url:c,durationMs:d}=e
return{...{id:t,at:r,revision:i.source.revision,headline:(0,s.Pl)(e,n)},...c!==undefined&&{url:c},...d!==undefined&&{durationMs:Math.round(d)},services:Object.fromEntries(n.map(e=>[e.service,pastService(e)])),...o!==undefined&&{findings:o.findings.slice(0,a).map(findingLine)}}}function pastService({outcome:e,digest:n,size:t,buildMs:s,readyMs:r,latencyMs:i,health:o,problem:a}){const d={digest:n,size:t,buildMs:s,readyMs:r,latencyMs:i,health:o,problem:a?.slice(0,c)}
return{outcome:e,...Object.fromEntries(Object.entries(d).filter(([,e])=>e!==undefined))}}function findingLine({code:e,message:n,at:t}){return`${t===undefined?"":`${t.file}: `}${n} (${e})`.slice(0,c)}function before({runs:e},n){const t=e.findIndex(e=>e.id===n)
return t===-1?e:e.slice(0,t)}function withRun(e,n){const t=e.runs.find(({id:e})=>e===n.id)
if(t!==undefined&&Object.keys(t.services).length>Object.keys(n.services).length)return e
const s=t===undefined?[...e.runs,n]:e.runs.map(e=>e===t?{...n,at:e.at}:e)
let r=s.slice(-i)
const a=r.map(e=>Buffer.byteLength(JSON.stringify(e)))
let c=a.reduce((e,n)=>e+n,0)
let d=0
while(c>o&&d<r.length-1)c-=a[d++]??0
r=r.slice(d)
return{...e,runs:r}}}),34493:((e,n,t)=>{t.d(n,{p:()=>holdText,x:()=>commitWords})
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function commitWords({revision:e,event:n}){const t=e.slice(0,12)
const s=n.kind==="pull_request"?n.headRevision:undefined
return s===undefined||s===e?t:`${t}, the merge of ${s.slice(0,12)}`}}),9179:((e,n,t)=>{t.d(n,{Ej:()=>size,LS:()=>plural,S8:()=>sizeChange,VK:()=>shortDigest,p0:()=>duration})
function duration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const n=Math.round(e/1e3)
if(n<60)return`${n} s`
return`${Math.floor(n/60)} min ${n%60} s`}function size(e){const n=["B","kB","MB","GB","TB"]
let t=e
let s=0
while(t>=999.5&&s<n.length-1){t/=1e3
s+=1}return`${t>=100||s===0?Math.round(t):t.toFixed(1)} ${n[s]}`}function sizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${size(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,n,t=`${n}s`){return`${e} ${e===1?n:t}`}}),96824:((e,n,t)=>{t.d(n,{Ax:()=>refuseFull,OW:()=>EngineGone,Pq:()=>json,T1:()=>call,fM:()=>lastLine,kA:()=>ask})
class EngineGone extends Error{name="EngineGone"}const s=/no space left on device/i
const r=new RegExp(`cannot connect to the docker daemon|error during connect|is the docker daemon running|docker daemon is not running|${s.source}`,"i")
async function call(e,n,t={}){const s={COMPOSE_DISABLE_ENV_FILE:"1",...t.env}
const i=await e(n,{...t,env:s}).catch(e=>{throw new EngineGone(e instanceof Error?e.message:String(e),{cause:e})})
t.signal?.throwIfAborted()
if(i.exitCode!==0&&r.test(i.stderr))throw new EngineGone(lastLine(i.stderr))
return i}async function ask(e,n){const t=await e(n).catch(e=>{n.signal?.throwIfAborted()
const t=e instanceof Error?e.message:String(e)
throw new EngineGone(`the Docker daemon does not answer: ${t}`,{cause:e})})
const{status:s,text:r}=t
if(s<400)return{ok:true,value:json(r)}
const{message:i}=json(r)??{}
const o=typeof i==="string"?lastLine(i):`the engine answered ${s}`
refuseFull(o)
return{ok:false,status:s,why:o}}function refuseFull(e){if(s.test(e))throw new EngineGone(e)}function lastLine(e){return e.trimEnd().split("\n").at(-1)?.trim()??""}function json(e){try{return JSON.parse(e)}catch{return undefined}}}),87155:((e,n,t)=>{t.d(n,{Ty:()=>engineInfo,Xu:()=>inspectContainers,aH:()=>inspectContainer,mm:()=>inspectImage,ts:()=>listContainers})
var s=t(12311)
var r=t(96824)
var i=t(56110)
const o=s.Ikc({SystemTime:s.YjP(),NCPU:s.aig(),Architecture:s.YjP(),MemTotal:s.aig()})
async function engineInfo(e,n){const t=await(0,r.kA)(e,{method:"GET",path:"/info",signal:n})
if(!t.ok)throw new r.OW(t.why)
const s=o.safeParse(t.value).data
if(s===undefined)throw new r.OW("what answers is no Docker engine")
const{NCPU:i,MemTotal:a,Architecture:c,SystemTime:d}=s
return{cpus:i,memory:a,machine:c,time:d}}const a=s.Ikc({Test:s.YOg(s.YjP()).nullish(),Interval:s.aig().nullish(),Timeout:s.aig().nullish(),Retries:s.aig().nullish()})
const c=s.Ikc({Architecture:s.YjP(),Os:s.YjP(),Config:s.Ikc({Healthcheck:a.nullish(),Shell:s.YOg(s.YjP()).nullish()}).nullish()})
async function inspectImage(e,n,t){const s=await(0,r.kA)(e,{method:"GET",path:`/images/${n}/json`,signal:t})
const i=s.ok?c.safeParse(s.value).data:undefined
if(i===undefined)return undefined
const{Test:o,Timeout:a,Retries:d}=i.Config?.Healthcheck??{}
const u=o?.[0]==="CMD"?o.slice(1):o?.[0]==="CMD-SHELL"?[...i.Config?.Shell??["/bin/sh","-c"],o.slice(1).join(" ")]:[]
return{platform:`${i.Os}/${i.Architecture}`,...u.length>0&&{healthcheck:{argv:u,timeoutMs:(a||3e10)/1e6,retries:d||3}}}}const d=s.Ikc({Id:s.YjP(),Path:s.YjP(),Args:s.YOg(s.YjP()).nullish(),RestartCount:s.aig(),State:s.Ikc({Status:s.YjP(),Running:s.zMY(),OOMKilled:s.zMY(),Pid:s.aig(),ExitCode:s.aig(),Error:s.YjP(),StartedAt:s.YjP(),FinishedAt:s.YjP(),Health:s.Ikc({Status:s.YjP(),Log:s.YOg(s.Ikc({ExitCode:s.aig(),Output:s.YjP()})).nullish()}).nullish()}),Config:s.Ikc({Env:s.YOg(s.YjP()).nullish(),WorkingDir:s.YjP().nullish(),User:s.YjP().nullish(),Labels:s.g1P(s.YjP(),s.YjP()).nullish()}),NetworkSettings:s.Ikc({Ports:s.g1P(s.YjP(),s.YOg(s.Ikc({HostIp:s.YjP(),HostPort:s.YjP()})).nullable()).nullish(),Networks:s.g1P(s.YjP(),s.Ikc({DNSNames:s.YOg(s.YjP()).nullish()})).nullish()})})
const u="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
async function inspectContainers(e,n,t){const s=await listContainers(e,n,t)
const r=await Promise.all(s.map(n=>inspectContainer(e,n,t)))
return r.filter(e=>e!==undefined)}async function inspectContainer(e,n,t){const s=await(0,r.kA)(e,{method:"GET",path:`/containers/${n}/json`,signal:t})
return s.ok?container(d.parse(s.value)):undefined}const l=s.YOg(s.Ikc({Id:s.YjP()}))
async function listContainers(e,n,t){const s={all:"1",filters:JSON.stringify({label:[`com.lucid.run=${n}`]})}
const i=await(0,r.kA)(e,{method:"GET",path:"/containers/json",query:s,signal:t})
if(!i.ok)throw new r.OW(i.why)
return l.parse(i.value).map(({Id:e})=>e)}function container({Id:e,Path:n,Args:t,RestartCount:s,State:r,Config:o,NetworkSettings:a}){const c=Object.entries(a.Ports??{}).flatMap(([e,n])=>{const[t,s]=e.split("/")
const r=n?.[0]?.HostPort
return s==="tcp"&&r!==undefined?[[Number(t),Number(r)]]:[]})
const d=Object.values(a.Networks??{}).flatMap(({DNSNames:e})=>e??[])
return{...d.length>0&&{names:d},healthLog:(r.Health?.Log??[]).map(({ExitCode:e,Output:n})=>({exitCode:e,output:(0,i.I)(n.trim().slice(-500))})),excerpt:{Command:(0,i.I)([n,...t??[]].join(" "),200),WorkingDir:o.WorkingDir||"/",User:o.User||"root",Status:r.Status,ExitCode:r.ExitCode,OOMKilled:r.OOMKilled,...r.Error!==""&&{Error:(0,i.I)(r.Error)},...r.Health&&{Health:r.Health.Status},RestartCount:s,StartedAt:r.StartedAt,FinishedAt:r.FinishedAt},id:e,service:o.Labels?.["com.docker.compose.service"]??"",project:o.Labels?.["com.docker.compose.project"]??"",path:n,searchPath:o.Env?.find(e=>e.startsWith("PATH="))?.slice(5)??u,workingDir:o.WorkingDir||"/",running:r.Running,restarts:s,startedAt:r.StartedAt,pid:r.Pid,exitCode:r.ExitCode,outOfMemory:r.OOMKilled,...r.Error!==""&&{error:r.Error},...r.Health&&{health:r.Health.Status},ports:new Map(c)}}}),56110:((e,n,t)=>{t.d(n,{I:()=>harmless,v:()=>harmlessLines})
var s=t(42812)
const r=/[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g
function harmless(e,n=500){const t=(0,s.wh)(e).replace(/[\t\n]/g,e=>e==="\t"?" ":"").replace(r,"").replace(/^(\s*):(?=:)/,"$1: ").replaceAll("##[","## [")
return t.length>n?`${t.slice(0,n)} ... (${t.length-n} more)`:t}function harmlessLines(e,n=500){return e.split(/\r\n|\n|\r/).map(e=>harmless(e,n)).filter(e=>e.trim()!=="")}}),34058:((e,n,t)=>{t.r(n)
t.d(n,{isDead:()=>isDead,labelsOf:()=>labelsOf,ownerOf:()=>ownerOf,removeContainers:()=>removeContainers,removeLeftovers:()=>removeLeftovers,removeRun:()=>removeRun,runsOnEngine:()=>runsOnEngine})
var s=t(73024)
var r=t(48161)
var i=t(643)
var o=t(58500)
var a=t(12311)
var c=t(96824)
var d=t(87155)
var u=t(56110)
const l={run:"com.lucid.run",host:"com.lucid.host",pid:"com.lucid.pid"}
function labelsOf({run:e,host:n,pid:t}){return{[l.run]:e,[l.host]:n,[l.pid]:t}}function ownerOf(e){return{run:e,host:thisHost(),pid:`${process.pid}:${startOf(process.pid)??""}`}}function thisHost(){try{return`${(0,r.hostname)()}/${(0,s.readlinkSync)("/proc/self/ns/pid").replace(/\D/g,"")}`}catch{return(0,r.hostname)()}}function startOf(e){try{const n=(0,s.readFileSync)(`/proc/${e}/stat`,"utf8")
return n.slice(n.lastIndexOf(")")+2).split(" ")[19]}catch{return undefined}}function isDead({host:e,pid:n}){if(e!==thisHost())return false
const[t,s]=n.split(":")
const r=Number(t)
if(!Number.isInteger(r)||r<=0)return false
try{process.kill(r,0)}catch(e){return e.code==="ESRCH"}const i=startOf(r)
return s!==undefined&&s!==""&&i!==undefined&&i!==s}const f=a.YOg(a.Ikc({Id:a.YjP(),Labels:a.g1P(a.YjP(),a.YjP()).nullish()}))
async function withLabel(e,n,t,s){const r={all:"1",filters:JSON.stringify({label:[t]})}
const i=await(0,c.kA)(e,{method:"GET",path:n,query:r,signal:s})
if(!i.ok)throw new c.OW(i.why)
return f.parse(i.value)}async function runsOnEngine(e,n){const t=await Promise.all(["/containers/json","/networks"].map(t=>withLabel(e,t,l.run,n)))
const s=new Map
for(const{Labels:e}of t.flat()){const{[l.run]:n,[l.host]:t,[l.pid]:r}=e??{}
if(n&&t&&r)s.set(n,{run:n,host:t,pid:r})}return[...s.values()]}const p=2e4
function removeContainers(e,n,t){return removeAll(e,n.map(e=>`/containers/${e}`),{force:"1",v:"1"},t)}async function removeAll(e,n,t,s){const r=await Promise.all(n.map(n=>(0,c.kA)(e,{method:"DELETE",path:n,query:t,signal:s})))
return r.flatMap(e=>e.ok||e.status===404?[]:[e.why])}async function removeRun(e,n){const t=i.performance.now()
for(let s=250;;s*=2){const r=await removeContainers(e,await(0,d.ts)(e,n))
const a=await withLabel(e,"/networks",`${l.run}=${n}`)
const c=a.map(({Id:e})=>`/networks/${e}`)
const f=await removeAll(e,c,{})
if(r.length===0&&f.length===0)return[]
if(i.performance.now()-t+s>p)return[...r.slice(-1).map(e=>`containers of ${n}: ${(0,u.I)(e)}`),...f.slice(-1).map(e=>`networks of ${n}: ${(0,u.I)(e)}`)]
await(0,o.setTimeout)(s)}}async function removeLeftovers(e,n){const t=(await runsOnEngine(e,n)).filter(isDead)
for(const{run:n}of t)await removeRun(e,n)
return t.map(({run:e})=>e)}}),93662:((e,n,t)=>{t.r(n)
t.d(n,{reachHost:()=>reachHost})
var s=t(77030)
function reachHost(e){const n=e==="127.0.0.1"
return{open:(n,t)=>opened(e,n,t),host:e,address:n?e:"0.0.0.0",near:n}}function opened(e,n,t){return new Promise((r,i)=>{t.throwIfAborted()
const o=(0,s.connect)({host:e,port:n,noDelay:true})
const abort=()=>o.destroy(t.reason instanceof Error?t.reason:new Error("interrupted"))
t.addEventListener("abort",abort,{once:true})
const settle=()=>{t.removeEventListener("abort",abort)
o.off("error",i)}
o.once("error",i)
o.once("close",settle)
o.once("connect",()=>{settle()
r(o)})})}}),79868:((e,n,t)=>{t.r(n)
t.d(n,{build:()=>build_build,lint:()=>lint,publish:()=>publish_publish,report:()=>report,run:()=>run_run,smoke:()=>stages_smoke_smoke,verify:()=>verify_verify,verifyHost:()=>verifyHost})
var s=t(76760)
function asBakeText(e){return literal(e)}function literal(e){if(typeof e==="string")return e.replace(/[$%](?=\{)/g,e=>e+e)
if(Array.isArray(e))return e.map(literal)
if(typeof e==="object"&&e!==null)return Object.fromEntries(Object.entries(e).map(([e,n])=>[literal(e),literal(n)]))
return e}var r=t(87111)
var i=t(42787)
var o=t(24853)
var a=t(30517)
function imageId({service:e,platform:n}){return`${e} ${n}`}function targetNames(e){const n=new Map
const t=new Set
for(const s of e){const e=`${s.service}_${s.platform}`.replace(/[^a-zA-Z0-9_-]/g,"-")
let r=e
for(let n=2;t.has(r);n++)r=`${e}-${n}`
t.add(r)
n.set(imageId(s),r)}return n}function within(e,n){return s.join(e,n)}function csv(e){return e.map(e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e).join(",")}var c=t(45782)
const d="318211200"
function buildArgs(e,n,t){const{project:s,source:r}=e
const i=(0,a.H0)(t.volatileArgs,r,n,{project:s,version:t.version})
return{SOURCE_DATE_EPOCH:layerDate(e,n),...t.args,...i}}function imageLabels({project:e,source:n},t,{base:s,args:r}){return(0,c.Fn)(n,t,{project:e,...r.VERSION!==undefined&&{version:r.VERSION},...s&&{baseName:s.name,baseDigest:s.digest}})}function layerDate({project:e,source:n},t){const s=(0,c.xw)(n,t,{project:e})
const r=(0,c.eo)(t.args,s).SOURCE_DATE_EPOCH
const i=t.created==="commit"?(0,c.Q$)(n):undefined
return r??(i===undefined?d:String(Math.floor(Date.parse(i)/1e3)))}function attestSpecs({provenance:e,sbom:n,builderId:t}){return[e==="off"?"type=provenance,disabled=true":csv(["type=provenance",`mode=${e}`,...t===undefined?[]:[`builder-id=${t}`]]),n===undefined?"type=sbom,disabled=true":csv(["type=sbom",`generator=${n}`])]}const u=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","REVISION","VERSION","SOURCE_DATE_EPOCH"])
function provenanceProblems(e,{provenance:n},t){if(n!=="max")return[]
const s="use `provenance: min`, which leaves their values out"
const r=e.services.flatMap(n=>{const t=e.images.filter(e=>e.service===n.name&&isBuilt(e))
const r=new Set(t.flatMap(t=>Object.keys(buildArgs(e,n,t))))
const i=[...r].filter(e=>!u.has(e)).sort()
if(i.length===0)return[]
const o=`${n.name} is built with ${i.join(", ")}, and \`provenance: max\` would show the value to everybody who has the image`
return[{code:"build/provenance",message:o,at:n.at,fix:s}]})
if(t.length>0)r.push({code:"build/provenance",message:`Docker's configuration hands ${t.join(", ")} to every build, and \`provenance: max\` would show the value to everybody who has the image`,fix:s})
return r}const isBuilt=({decision:e})=>e.kind==="build"
function builderIdOf(e){const{GITHUB_ACTIONS:n,GITHUB_SERVER_URL:t,GITHUB_REPOSITORY:s,GITHUB_RUN_ID:r,GITHUB_RUN_ATTEMPT:i="1"}=e
if(n!=="true"||!t||!s||!r)return undefined
return`${t}/${s}/actions/runs/${r}/attempts/${i}`}var l=t(39661)
const f={kind:"none",read:[]}
function fittingCache(e,n){const t=n==="remote"||n==="kubernetes"||n==="cloud"
return hasGitHubCache(e)&&!t?"gha":"none"}function hasGitHubCache(e){return Boolean(e.ACTIONS_RUNTIME_TOKEN&&(e.ACTIONS_RESULTS_URL||e.ACTIONS_CACHE_URL))}function cacheScopes(e,n){const{event:t,defaultBranch:s="main"}=e
const r={kind:"protected"}
if(t.kind==="pull_request"){if(t.number===undefined)return{read:[r]}
const n={kind:"pull-request",number:t.number}
return{read:[n,r],...!(0,l.ty)(e)&&{write:n}}}if(!(0,l.g1)(e))return{read:[r]}
const i="branch"in t?t.branch:undefined
const o=t.kind==="tag"?`refs/tags/${t.tag}`:`refs/heads/${i}`
const a=n.GITHUB_REF_PROTECTED==="true"&&n.GITHUB_REF===o
const c=n.GITHUB_ACTIONS!=="true"||a||i===s
return{read:[r],...c&&{write:r}}}const p="timeout=2m"
function cacheSpecs(e,n,t,s){const{kind:r,read:i,write:o}=e
const place=r=>placeOf(e,n,t,s,r)
const a=["mode=max","ignore-error=true"]
switch(r){case"none":return{from:[],to:[]}
case"inline":{const e=n.tags[t.name]?.floating??[]
const s=e.slice(0,1).map(e=>csv(["type=registry",`ref=${t.image}:${e}`]))
return{from:s,to:["type=inline"]}}case"gha":return{from:i.map(e=>csv(["type=gha",`scope=${place(e)}`,p])),to:o===undefined?[]:[csv(["type=gha",`scope=${place(o)}`,...a,p])]}
case"registry":return{from:i.map(e=>csv(["type=registry",`ref=${place(e)}`])),to:o===undefined?[]:[csv(["type=registry",`ref=${place(o)}`,...a,"image-manifest=true","oci-mediatypes=true"])]}
case"local":return{from:i.map(e=>csv(["type=local",`src=${place(e)}`])),to:o===undefined?[]:[csv(["type=local",`dest=${place(o)}`,...a])]}
default:return r}}function placeOf(e,n,t,r,i){const o=[...i.kind==="pull-request"?[`pr-${i.number}`]:[],r.platform.replaceAll("/","-")].join("-")
switch(e.kind){case"registry":return`${t.image}:cache-${o}`
case"local":return s.join(e.folder??"",n.project,t.name,o)
default:return["lucid",n.project,t.name,o].join("-")}}function pushesByDigest(e){return e!=="docker"}function rewritesTimestamps({CI:e=""}){return e!==""&&e!=="false"}function outputSpec({contentRef:e},{compression:n,rewriteTimestamp:t},{date:s,driver:r,rewriteTimestamp:o}){const a=pushesByDigest(r)?[`name=${(0,i._)(e)}`,"push-by-digest=true","name-canonical=true"]:[`name=${e}`,"store=false","unpack=false"]
const c=[`rewrite-timestamp=${t??o}`,`source-date-epoch=${s}`]
const d=n===undefined?[]:[`compression=${n}`]
return csv(["type=image",...a,"push=true",...c,...d,"oci-mediatypes=true"])}var m=t(51455)
var h=t(42812)
const g={values:new Map}
const handedVariable=e=>`LUCID_BUILD_SECRET_${e}`
function handedEnvironment(e){return Object.fromEntries([...e].map(([e,n])=>[handedVariable(e),n]))}async function readSecrets(e,n,t,s=g){const r=[]
const i=[]
for(const o of e.secrets){if(o.from==="env"&&s.names?.has(o.env)===false){r.push(`secret ${o.id}: builds may not read ${o.env}; add it to build-secret-names`)
continue}const e=o.from==="env"?s.values.get(o.env)??(t[o.env]||undefined):await(0,m.readFile)(within(n,o.file),"utf8").catch(()=>undefined)
if(e!==undefined)i.push(e)
else if(o.from==="env")r.push(`secret ${o.id}: ${absent(o.env,s)}`)
else r.push(`secret ${o.id}: there is no file ${o.file}`)}return{missing:r,values:i}}const absent=(e,{names:n})=>n===undefined?`the environment has no ${e}, or an empty one; set it for this step`:`neither build-secrets nor the environment has ${e}, or it is empty; set it in build-secrets`
async function missingAgents({ssh:e=[]},n){const t=[]
for(const{id:s,env:r="SSH_AUTH_SOCK"}of e){const e=n[r]||undefined
const i=e===undefined?`the environment has no ${r}, or an empty one`:await(0,m.access)(e).then(()=>undefined,()=>`there is nothing at ${e}, which ${r} names`)
if(i!==undefined)t.push(`ssh ${s}: ${i}; start an agent, or set ${r} for this step`)}return t}function striker(e){const n=e.flatMap(e=>[e,...e.split(/\r?\n/)]).map(e=>e.trim())
const t=[...new Set(n)].filter(e=>e.length>=4).sort((e,n)=>n.length-e.length)
return e=>t.reduce((e,n)=>e.replaceAll(n,"***"),(0,h.wh)(e))}function bakeDefinition(e){const n=e.images??e.plan.images.filter(({decision:e})=>e.kind==="build")
const t=new Map(e.plan.services.map(e=>[e.name,e]))
const s=targetNames(n)
const r=Object.fromEntries(n.map(n=>{const r=t.get(n.service)
if(r===undefined)throw new Error(`the plan has an image of ${n.service}, but no such service`)
return[s.get(imageId(n))??n.service,bakeTarget(e,s,r,n)]}))
return asBakeText({group:{default:{targets:[...s.values()]}},target:r})}function bakeTarget(e,n,t,r){const{plan:i,root:o,cache:a=f,attest:c={provenance:"off"},driver:d="docker",rewriteTimestamp:u=true}=e
const l=e.steps==="anew"||isStale(r)
const{from:p,to:m}=cacheSpecs(a,i,t,r)
const{ssh:h=[]}=t
const at=(n,s)=>e.folderAt?.(r,t,n,s)??within(o,s)
return{context:at("context",t.context),dockerfile:s.join(at("dockerfile",s.dirname(t.dockerfile)),s.basename(t.dockerfile)),...t.target!==undefined&&{target:t.target},platforms:[r.platform],args:buildArgs(i,t,r),labels:imageLabels(i,t,r),annotations:annotationsOf(r,e.under?.get(imageId(r))),contexts:namedContexts(e,n,t,r,at),secret:t.secrets.map(n=>secretSpec(o,n,e.handed)),...h.length>0&&{ssh:h.map(n=>sshSpec(n,e.env??{}))},...p.length>0&&!l&&{"cache-from":p},...m.length>0&&{"cache-to":m},attest:attestSpecs(c),output:[outputSpec(r,t,{date:layerDate(i,t),driver:d,rewriteTimestamp:u})],...l&&{"no-cache":true}}}function annotationsOf({fingerprint:e,components:n,baked:t},s={}){const r=Object.fromEntries(n.map(({name:e,hash:n})=>[e,n]))
return[`manifest:com.lucid.fingerprint=${e}`,`manifest:${o.K}=${o.D}`,`manifest:com.lucid.components=${JSON.stringify(r)}`,...t===undefined?[]:[`manifest:${a.F7}=${JSON.stringify(t)}`],...Object.keys(s).length>0?[`manifest:com.lucid.parents=${JSON.stringify(s)}`]:[]]}function isStale({decision:e}){return e.reasons.some(({kind:e})=>e==="stale")}function secretSpec(e,n,t){switch(n.from){case"env":return csv([`id=${n.id}`,`env=${t?.has(n.env)?handedVariable(n.env):n.env}`])
case"file":return csv([`id=${n.id}`,`src=${within(e,n.file)}`])
default:return n}}function sshSpec({id:e,env:n},t){if(n===undefined)return csv([e])
return csv([`${e}=${t[n]??""}`])}function namedContexts(e,n,t,s,i){const o=new Map(s.bases.map(e=>[e.ref,e.pinned]))
const own=(t,r)=>{switch(r.kind){case"service":return catalogImage(e,n,r.service,s.platform)
case"image":return`docker-image://${o.get(r.ref)??r.ref}`
case"path":return i(`context:${t}`,r.path)
case"url":return r.url
default:return r}}
return Object.fromEntries([...s.bases.map(({ref:e,pinned:n})=>[(0,r.p)(e),`docker-image://${n}`]),...Object.entries(s.from).map(([t,i])=>[(0,r.p)(t),catalogImage(e,n,i,s.platform)]),...Object.entries(t.contexts).map(([e,n])=>[(0,r.p)(e),own(e,n)])])}function catalogImage({plan:e,pushed:n},t,s,r){const o=imageId({service:s,platform:r})
const a=e.images.find(e=>imageId(e)===o)
if(a===undefined)throw new Error(`the plan has no image of ${s} for ${r}`)
const c=n?.get(o)??(a.decision.kind==="unchanged"?a.decision.digest:undefined)
if(c!==undefined)return`docker-image://${(0,i._)(a.contentRef)}@${c}`
const d=t.get(o)
return d===undefined?`docker-image://${a.contentRef}`:`target:${d}`}function bakeFileText(e){return`${JSON.stringify(e,undefined,2)}\n`}var w=t(56008)
var y=t(48161)
function readError(e){const n=e.findLastIndex(e=>e.startsWith("ERROR:"))
if(n<0){const n=e.findLast(e=>e.trim()!=="")??"docker buildx bake ended without a word"
return{message:n.trim()}}const t=e.findIndex((e,t)=>t>n&&e.trim()==="")
const s=e.slice(n,t<0?undefined:t).join("\n")
const r=s.slice("ERROR:".length).trim()
const i=/^target ([a-zA-Z0-9_-]+): /.exec(r)?.[1]
const o=e.findLastIndex((t,s)=>s<n&&/^-{5,}$/.test(e[s+1]??"")&&/:\d+$/.test(t))
const a=/:(\d+)$/.exec(e[o]??"")?.[1]
return{message:i===undefined?r:r.slice(`target ${i}: `.length),...i!==undefined&&{target:i},...a!==undefined&&{line:Number(a)}}}function cause(e,n){const t=inWords(e,n)
const s=[e.message,...n?.log??[]]
const r=k.find(({sign:e})=>s.some(n=>e.test(n)))?.fix
return r===undefined?t:`${t}; fix: ${r}`}function inWords({message:e},n){const t=e.replace(/^(?:failed to build: )?failed to solve: /,"").replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /,"").replace(/^rpc error: code = \w+ desc = /,"")
const s=/did not complete successfully: exit code: (\d+)/.exec(t)?.[1]
if(s!==undefined)return`${n?.name??"a step"} ended with exit code ${s}${meaning(Number(s))}`
const r=/^("[^"]+"): not found$/.exec(t)?.[1]
if(r!==undefined&&n!==undefined)return`${n.name}: ${r} is not in the build context, or the ignore file hides it`
return t}function meaning(e){const n={126:" (not executable)",127:" (command not found)",132:" (illegal instruction)",137:" (killed, mostly for want of memory)",139:" (segmentation fault)"}
return n[e]??""}const k=[{sign:/exec format error/,fix:"take a machine of that platform, or add emulation (the action `setup`, or the package qemu-user-static)"},{sign:/no space left on device/,fix:"make room for the engine: `docker system df` shows what takes it, `docker builder prune` frees the build cache"},{sign:/no basic auth credentials|authentication required|authorization failed|insufficient_scope|denied: |: denied|40[13] (?:Unauthorized|Forbidden)/,fix:"log in with `docker login` as somebody who may push there; on GitHub the job needs `packages: write` for ghcr.io"},{sign:/no match for platform in manifest/,fix:"take a base image that is made for this platform, or leave the platform out of the catalog"}]
const b=/\b(?:408|429|499|500|502|503|504|522) [A-Z][a-z]+|toomanyrequests: |unavailable: |connection reset by peer|broken pipe|unexpected EOF|: EOF\b|i\/o timeout|TLS handshake timeout/
const v=/failed to push .*(?:provided digest did not match uploaded content|blob unknown to registry|blob upload unknown)/s
const $=/Cannot connect to the Docker daemon|no builder ".*" found|failed to find driver/
const x=/no such job\b|no active session|session not found|failed to (?:get|receive) status: |failed to list workers: |error reading from server|code = (?:Unavailable|Canceled)\b|transport is closing|client connection is closing/
function cureFor(e,n){if(e.message.includes("did not complete successfully")){const t=/exit code: (?:132|139)\b/.test(e.message)||n?.log.some(e=>/^qemu: uncaught target signal (?:4|11)\b/.test(e.trim()))===true
return{kind:t?"emulator":"none"}}if($.test(e.message))return{kind:"engine-gone"}
if(x.test(e.message))return{kind:"lost"}
return{kind:b.test(e.message)||v.test(e.message)?"registry":"none"}}function mayBeCache({message:e,line:n}){if(e.includes("did not complete successfully"))return false
return n===undefined||/\b(?:blob|layer|content|descriptor|failed to copy|failed to fetch)\b/i.test(e)}function isCacheRefused({message:e}){return/failed to configure \S+ cache (?:importer|exporter)/.test(e)}var S=t(77598)
function shortHash(e){return(0,S.createHash)("sha256").update(JSON.stringify(e)).digest("hex").slice(0,16)}class OwnContexts{#e
#n
#t
#s=new Map
constructor(e,n,t){this.#e=e
this.#n=n
this.#t=t}at(e,n,t,r){const i=t==="dockerfile"?undefined:this.#t?.at(r)
const o=i??within(this.#n,r)
if(process.platform==="win32")return o
const a=keyOf(this.#n,n)
const c=s.join(this.#e,t==="context"?a:shortHash([imageId(e),t]),a)
this.#s.set(c,o)
return c}async make(){for(const[e,n]of this.#s){await(0,m.mkdir)(s.dirname(e),{recursive:true})
await(0,m.symlink)(n,e)}}}function keyOf(e,{context:n,contexts:t}){const s=Object.entries(t).map(([e,n])=>[e,n.kind==="path"?n.path:""])
return shortHash([e,n,...s.sort().flat()])}function readEvent(e){if(!e.startsWith("{"))return undefined
let n
try{n=JSON.parse(e)}catch{return undefined}const t=record(n)
if(!["vertexes","statuses","logs","warnings"].some(e=>e in t))return undefined
return{vertexes:list(t.vertexes).map(readVertex),statuses:list(t.statuses).map(readStatus),logs:list(t.logs).map(e=>({vertex:events_text(e.vertex)??"",data:Buffer.from(events_text(e.data)??"","base64").toString("latin1")}))}}function readStatus(e){const n=count(e.total)
return{id:events_text(e.id)??"",vertex:events_text(e.vertex)??"",done:time(e.completed)!==undefined,current:count(e.current)??0,...n!==undefined&&{total:n}}}function readVertex(e){const n=time(e.started)
const t=time(e.completed)
const s=events_text(e.error)
return{id:events_text(e.digest)??"",name:events_text(e.name)??"",cached:e.cached===true,...n!==undefined&&{started:n},...t!==undefined&&{completed:t},...s!==undefined&&{error:s}}}function record(e){return typeof e==="object"&&e!==null?e:{}}function list(e){return Array.isArray(e)?e.map(record):[]}function events_text(e){return typeof e==="string"&&e!==""?e:undefined}function count(e){return typeof e==="number"&&e>=0?e:undefined}function time(e){const n=Date.parse(events_text(e)??"")
return Number.isNaN(n)?undefined:n}const O=64<<10
class StepLog{#r=""
#i
#o=[]
#a=0
#c=0
write(e){const n=(this.#r+e).split("\n")
const t=n.pop()??""
const s=n.flatMap(e=>{const n=visible(e)??this.#i
this.#i=undefined
return n??[]})
const r=t.lastIndexOf("\r")
if(r>=0)this.#i=visible(t.slice(0,r))??this.#i
this.#r=t.slice(r+1,r+1+O)
for(const e of s)this.#d(e)
const i=this.#i??s.at(-1)
return{lines:s,...i!==undefined&&{last:i}}}get lines(){return[...this.#o,...[visible(this.#r)??this.#i??[]].flat()]}get dropped(){return this.#c}#d(e){this.#o.push(e.slice(0,O))
this.#a+=e.length
while(this.#a>O&&this.#o.length>1){this.#a-=this.#o.shift()?.length??0
this.#c++}}}function visible(e){const n=e.split("\r").findLast(e=>e.trim()!=="")
return n===undefined?undefined:Buffer.from(n,"latin1").toString("utf8")}const E=20
class Watch{#u
#l=new Map
#f=new Map
#p=new Map
#m=new Map
#h=new Map
#g=new Map
#w=new Map
#y
#k=[]
constructor(e){this.#u=e
this.#y=new Map([...e.targets].map(([e,n])=>[n,e]))}line(e){const n=readEvent(e)
if(n===undefined){this.#k.push(e)
if(this.#k.length>1e3)this.#k.splice(0,500)
return}for(const{vertex:e,data:t}of n.logs)this.#b(e,t)
for(const{id:e,vertex:t,done:s}of n.statuses)if(s)this.#v(e,t)
for(const e of n.vertexes)this.#$(e)
for(const e of n.statuses)this.#x(e)}get text(){return this.#k}target(e){const n=[...this.#l.values()].filter(({id:n})=>this.#p.get(n)?.has(e))
const t=n.filter(e=>e.name.includes("load build definition"))
const s=(t.length>0?t:n).flatMap(({started:e})=>e??[])
const r=n.flatMap(({completed:e})=>e??[])
const i=this.#S(e)
return{...i!==undefined&&{digest:i},...s.length>0&&r.length>0&&timesOf(Math.min(...s),Math.max(...r)),steps:n.flatMap(n=>this.#O(n,e)).sort((e,n)=>e.started-n.started).map(({step:e})=>e),warnings:n.flatMap(e=>cacheTrouble(e)??[])}}#O(e,n){const{id:t,started:s,completed:r,cached:i}=e
const o=this.#p.get(t)?.get(n)
if(o===undefined||s===undefined||r===undefined)return[]
const{lines:a=[],dropped:c=0}=this.#f.get(t)??{}
return[{started:s,step:{name:o,durationMs:r-s,cached:i,failed:hasFailed(e),log:a,dropped:c}}]}failedStep(e,n){const t=[...this.#l.values()].filter(e=>e.error!==undefined&&!e.error.includes("context canceled")&&!isCache(e))
const s=t.find(t=>this.#E(t)?.target===e&&n.includes(t.error??""))??t.find(e=>n.includes(e.error??""))??t.find(n=>this.#E(n)?.target===e)
if(s===undefined)return undefined
return{name:this.#E(s)?.step??s.name,error:s.error??"",log:(this.#f.get(s.id)?.lines??[]).slice(-E)}}#$(e){const n=this.#l.get(e.id)
this.#l.set(e.id,n?.cached===true?{...e,cached:true}:e)
if(e.completed!==undefined&&n?.completed===undefined)this.#M(e)
const t=this.#E(e)
if(t===undefined)return
const s=this.#p.get(e.id)??new Map
this.#p.set(e.id,s.set(t.target,t.step))
if(e.started!==undefined)this.#j(e,e.started,t)}#j(e,n,{target:t,step:s}){const{id:r,completed:i,cached:o}=e
const a=i===undefined?"running":hasFailed(e)?"failed":o?"cached":"done"
const c=`${r} ${t}`
if(this.#h.get(c)===a)return
this.#h.set(c,a)
const d=i===undefined?{}:{durationMs:i-n}
this.#u.onStep?.(t,{id:r,name:s,state:a,...d})}#b(e,n){const t=this.#f.get(e)??new StepLog
this.#f.set(e,t)
const{lines:s,last:r}=t.write(n)
if(r!==undefined)this.#I(e,{lines:s,last:r})}#x(e){const{id:n,vertex:t,done:s}=e
const r=this.#m.get(t)??new Map
this.#m.set(t,r.set(n,e))
const i=bytesOf([...r.values()])
const o=s||isBytes(e)?undefined:shortened(n.replace(M,"$1"))
this.#I(t,{...i&&{bytes:i},...o!==undefined&&{last:o}})}#I(e,n){for(const[t,s]of this.#p.get(e)??[])if(this.#h.get(`${e} ${t}`)==="running")this.#u.onStep?.(t,{id:e,name:s,state:"running",...n})}#v(e,n){const t=/^pushing manifest for (.+)@(sha256:[0-9a-f]{64})$/.exec(e)
const s=this.#y.get(t?.[1]??"")
const r=t?.[2]
if(s!==undefined&&r!==undefined)this.#g.set(s,{vertex:n,digest:r})}#M({id:e}){for(const[n,t]of this.#g)if(t.vertex===e&&this.#S(n)!==undefined)this.#u.onPushed?.(n,t.digest)}#S(e){const n=this.#g.get(e)
const t=this.#l.get(n?.vertex??"")
return t?.completed!==undefined&&t.error===undefined?n?.digest:undefined}#E({name:e}){if(!this.#w.has(e))this.#w.set(e,this.#P(e))
return this.#w.get(e)}#P(e){const{targets:n}=this.#u
const[t,...s]=n.keys()
const r=/^\[([^\]]*)\]\s*(.*)$/s.exec(e)
if(s.length===0&&t!==undefined)return e.includes("bake definitions")?undefined:{target:t,step:stepName(r?.[1],r?.[2]??e)}
const[i="",...o]=(r?.[1]??"").split(" ")
return n.has(i)?{target:i,step:stepName(o.join(" "),r?.[2]??"")}:undefined}}const timesOf=(e,n)=>({startedAt:new Date(e).toISOString(),durationMs:Math.max(0,n-e)})
function stepName(e,n){const t=shortened(n.replace(/\s+/g," ").trim())
return e===undefined||e===""||e==="internal"?t:`[${e}] ${t}`}function shortened(e){return e.length>160?`${e.slice(0,157)}...`:e}function hasFailed(e){return e.error!==undefined&&!e.error.includes("context canceled")&&!isCache(e)}const M=/sha256:([0-9a-f]{12})[0-9a-f]{52}/g
const isBytes=({current:e,total:n})=>e>0||(n??0)>0
function bytesOf(e){const n=e.filter(isBytes)
if(n.length===0)return undefined
const sum=e=>e.reduce((e,n)=>e+n,0)
const t=sum(n.map(({total:e})=>e??Number.NaN))
return{done:sum(n.map(({current:e})=>e)),...t>0&&{total:t}}}function isCache({name:e}){return/(?:^|\] )(?:(?:importing|exporting) cache|exporting to GitHub Actions Cache)\b/.test(e)}function cacheTrouble(e){const{error:n,name:t}=e
if(n===undefined||!isCache(e)||/not found|404|context canceled/i.test(n))return undefined
return`${t.replace(/^\[[^\]]*\] /,"")}: ${n}`}function environment({attest:e,handed:n}){return{...n&&handedEnvironment(n),BUILDX_GIT_INFO:String(e!==undefined&&e.provenance!=="off"),BUILDX_GIT_LABELS:"false",BUILDX_METADATA_PROVENANCE:"disabled",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}}function bakeCommand(e,n){const{plan:t,cache:s,builder:r,copies:i}=n
const o=t.services.some(e=>e.ssh!==undefined&&e.ssh.length>0)
return[...["buildx","bake",`--file=${e}`],...r===undefined?[]:[`--builder=${r}`],...o?["--allow=ssh"]:[],...i?.folder===undefined?[]:[`--allow=fs.read=${i.folder}`],...s?.kind==="local"&&s.folder!==undefined?[`--allow=fs=${s.folder}`]:[]]}async function runBake(e){const{images:n,docker:t,root:r,signal:i,onStep:o}=e
const a=targetNames(n)
const c=new Map(n.map(e=>[a.get(imageId(e))??"",e]))
const d=new Watch({targets:new Map([...c].map(([e,n])=>[e,n.contentRef])),onStep(e,n){const t=c.get(e)
if(t!==undefined)o(t,n)},onPushed(n,t){const s=c.get(n)
if(s!==undefined)e.onPushed?.(bakedImage(s,d.target(n)),t)}})
const u=await(0,m.mkdtemp)(s.join((0,y.tmpdir)(),"lucid-bake-"))
try{const o=s.join(u,"bake.json")
const l=s.join(u,"metadata.json")
const f=new OwnContexts(s.join(u,"contexts"),r,e.copies)
const p=bakeDefinition({...e,folderAt:f.at.bind(f)})
await f.make()
await(0,m.writeFile)(o,bakeFileText(p),{mode:384})
const{exitCode:h}=await t([...bakeCommand(o,e),`--metadata-file=${l}`,"--progress=rawjson"],{cwd:r,env:environment(e),signal:i,discard:true,onLine:e=>d.line(e)})
const g=h===0?await readDigests(l):new Map
const w=[...c].map(([e,n])=>{const t=d.target(e)
const s=g.get(e)??t.digest
return{...bakedImage(n,t),...s!==undefined&&{digest:s}}})
if(h===0)return{images:w}
const y=readError(d.text)
const[k,...b]=n
const v=c.get(y.target??"")??(b.length===0?k:undefined)
const $=v===undefined?"":a.get(imageId(v))??""
const x=v===undefined?undefined:d.failedStep($,y.message)
const S={error:y,...v!==undefined&&{image:v},...x!==undefined&&{step:x}}
return{images:w,failure:S}}finally{await(0,m.rm)(u,{recursive:true,force:true})}}function bakedImage(e,{steps:n,warnings:t,startedAt:s,durationMs:r}){return{...{image:e,steps:n,warnings:t},...s!==undefined&&{startedAt:s},...r!==undefined&&{durationMs:r}}}async function readDigests(e){const n=JSON.parse(await(0,m.readFile)(e,"utf8"))
const t=Object.entries(n??{})
return new Map(t.flatMap(([e,n])=>{const t=n?.["containerimage.digest"]
return typeof t==="string"?[[e,t]]:[]}))}var j=t(70370)
var I=t(58500)
var P=t(27387)
var T=t(65231)
function verifyImage(e,n,t,s){const r=new T.v(n.verify);(0,P.l2)(r,e,n,t,s)
if((0,P.Np)(n))(0,P.Nh)(r,e)
return r.checks}const A=200
function specOf(e){const{user:n,workingDir:t,env:s,entrypoint:r,command:i,exposedPorts:o,healthcheck:a}=e
return{...n!==undefined&&n!==""&&{user:n},...t!==undefined&&{workingDir:t},env:Object.fromEntries(Object.entries(s).map(([e,n])=>[e,isSecret(e,n)?"***":n])),...r!==undefined&&{entrypoint:r},...i!==undefined&&{command:i},exposedPorts:o,...a!==undefined&&{healthcheck:a},layers:layersOf(e)}}const isSecret=(e,n)=>n!==""&&(/pass|secret|token|credential|(^|_)key$/i.test(e)||/:\/\/[^/@\s]*:[^/@\s]+@/.test(n))
function layersOf({layers:e,history:n}){const t=n.filter(({empty:e})=>!e)
const s=t.length===e.length&&!t.some(({createdBy:e})=>/^\[[^\]]* \d+\/\d+\] /.test(e))
return e.map(({size:e},n)=>{const r=s?instruction(t[n]?.createdBy??""):""
return r===""?{size:e}:{size:e,by:r}})}function instruction(e){const n=(0,h.Is)(e).replace(/\s+/g," ").replace(/ # buildkit$/,"").replace(/^\/bin\/sh -c #\(nop\) +/,"").replace(/^(RUN )?(?:\|\d+ (?:\S+=\S* )*)?\/bin\/sh -c /,"RUN ").trim()
return n.length>A?`${n.slice(0,A-1)}\u2026`:n}const C=[0,250,500,1e3,2e3,4e3,8e3]
async function readBack(e,n,t,s){let r
for(const o of C){if(o>0)await(0,I.setTimeout)(o,undefined,{signal:s})
r=(await e.head(n.contentRef))?.digest
if(r!==t)continue
const a=await e.imageFacts(`${(0,i._)(n.contentRef)}@${t}`,n.platform)
if(a!==undefined)return{digest:t,facts:a}}throw new Error(r===undefined||r===t?`${n.contentRef} was pushed as ${t}, but the registry does not have it`:`${n.contentRef} was pushed as ${t}, but the registry has ${r} there`)}async function giveContentTag(e,{contentRef:n},t,s){const r=`${(0,i._)(n)}@${t}`
for(const t of C){if(t>0)await(0,I.setTimeout)(t,undefined,{signal:s})
const i=await e.manifest(r)
if(i===undefined)continue
await e.putManifest(n,i.bytes,i.descriptor.mediaType)
return}throw new Error(`${r} was pushed, but the registry does not have it`)}function rowFacts(e,n,t,{platform:s,outcome:r}){const{attestations:i}=e
return{digest:e.digest,size:e.size,layers:e.layers.length,spec:specOf(e),...i.length>0&&{attestations:i.map(({digest:e})=>e)},checks:verifyImage(e,n,t,{platform:s,outcome:r})}}function contentOf(e,n){const sorted=e=>Object.entries(e).sort(([e],[n])=>e<n?-1:1)
const t=sorted(e.labels).filter(([e])=>!n.includes(e))
const s=[e.layers.map(({digest:e})=>e),sorted(e.settings),t]
return shortHash(s)}class Contents{#T
#A
#C=new Map
constructor(e,n){this.#T=e
this.#A=n}add(e,n){this.#C.set(imageId(e),Promise.resolve(this.#_(e.service,n)))}async under({from:e,platform:n}){const t=[...new Set(Object.values(e))].sort()
return Object.fromEntries(await Promise.all(t.map(async e=>[e,await this.#N({service:e,platform:n})])))}#N(e){const n=imageId(e)
const t=this.#C.get(n)??this.#R(e)
this.#C.set(n,t)
return t}async#R(e){const n=this.#T.images.find(n=>imageId(n)===imageId(e))
if(n===undefined)throw new Error(`the plan has no image of ${imageId(e)}`)
const{contentRef:t,decision:s,platform:r}=n
const o=s.kind==="unchanged"?`${(0,i._)(t)}@${s.digest}`:t
const a=await this.#A.imageFacts(o,r)
if(a===undefined)throw new Error(`${o} was there and is gone now; run it again`)
return this.#_(e.service,a)}#_(e,n){const t=this.#T.services.find(n=>n.name===e)
const s={base:{name:"-",digest:"-"},args:{VERSION:"-"}}
return contentOf(n,t===undefined?[]:Object.keys(imageLabels(this.#T,t,s)))}}async function keepSame({contentRef:e,platform:n,decision:t,baked:s={}},r,o){if(t.kind!=="build"||t.keep===undefined)return undefined
const{digest:c,on:d}=t.keep
if(Object.entries(r).some(([e,n])=>d[e]!==n))return undefined
const u=`${(0,i._)(e)}@${c}`
const[l,f]=await Promise.all([o.manifest(u),o.imageFacts(u,n)])
if(l===undefined||f===undefined)return undefined
await o.putManifest(e,l.bytes,l.descriptor.mediaType)
const p=Object.keys(r)
const m=`${p.join(", ")} ${p.length===1?"holds":"hold"} the same as before`
return{facts:f,reason:[m,...(0,a.dT)((0,a.Q$)(f.annotations),s)].join("; ")}}function toldOf(e,n,t){const{startedAt:s,durationMs:r}=e
const i=e.steps.map(e=>({...e,name:n(e.name),log:e.log.map(n)}))
const o=[...t===undefined?[]:[t],...e.warnings].map(n)
return{row:{...s!==undefined&&{startedAt:s},...r!==undefined&&{durationMs:r},...i.length>0&&{steps:i.map(({name:e,durationMs:n,cached:t})=>({name:e,durationMs:n,cached:t}))},...o.length>0&&{warnings:o}},steps:[...i.map(({name:e,durationMs:n,cached:t,failed:s,log:r,dropped:i})=>({text:`${t?"cached":`${(n/1e3).toFixed(1)}s`}  ${e}`,state:s?"failed":t?"cached":"done",log:r,...i>0&&{dropped:i}})),...o.map(e=>({text:`warning: ${e}`,state:"done",log:[]}))]}}function struck(e,n){const{name:t,lines:s,last:r}=e
return{...{...e,name:n(t)},...s!==undefined&&{lines:s.map(n)},...r!==undefined&&{last:n(r)}}}function errorOf(e,n,t){const{error:s,step:r}=e??{error:{message:"docker buildx bake failed"}}
return{message:t(cause(s,r)),...r!==undefined&&r.log.length>0&&{log:r.log.map(t)},...s.line!==undefined&&n!==undefined&&{file:n.dockerfile,line:s.line}}}const _=4
class Tries{#D
#L
#B=false
#F=false
constructor(e){this.#D=e
this.#L=e.kind==="none"?0:1
this.#H()}get cache(){return this.#F?"without-cache":"with-cache"}get why(){switch(this.#D.kind){case"emulator":return"the emulator crashed; once more"
case"cache":return"once more without the cache"
case"registry":return"the registry was busy; again"
case"lost":return"the engine lost the build; retrying"
case"none":case"engine-gone":return undefined
default:return this.#D}}async pause(e){if(!needsTime(this.#D))return
const n=1e3*2**(this.#L-1)*(.5+Math.random()/2)
await(0,I.setTimeout)(n,undefined,{signal:e}).catch(()=>{})}again(e){this.#L++
this.#D=e
const n=e.kind==="emulator"&&!this.#B||e.kind==="cache"&&!this.#F||needsTime(e)&&this.#L<_
this.#H()
return n}#H(){if(this.#D.kind==="emulator")this.#B=true
if(this.#D.kind==="cache")this.#F=true}}const needsTime=({kind:e})=>e==="registry"||e==="lost"
const N=20
const R=3
class Builder{#U
#G
#W
#v=new Map
#Y
#V=new Set
#z
#q
#K
#J=new Map
constructor(e,n){this.#U=e
this.#G=n
this.#W=new Map(e.plan.services.map(e=>[e.name,e]))
this.#Y=new Contents(e.plan,e.registry)
this.#z=(0,j.A)(e.options?.parallel??4)
this.#q=(0,j.A)(R)
this.#K=e.options?.cache??f}isThere({service:e,platform:n}){const t=imageId({service:e,platform:n})
if(this.#v.has(t))return true
return this.#U.plan.images.some(e=>imageId(e)===t&&e.decision.kind==="unchanged")}async build(e){await Promise.all(e.map(e=>this.#d(e)))
const n=await this.#X(this.#Q(e))
if(this.#U.options?.parallel!==undefined){await Promise.all(n.map(e=>this.#z(()=>this.#Z(e,{kind:"none"}))))
return}const t=bakesOf(n,this.#W)
await Promise.all(t.map(e=>this.#q(()=>this.#ee(e))))}async#ee(e,n=new Tries({kind:"none"})){const{signal:t}=this.#U
for(const t of e)this.#G.tell(t,"started",n.why)
await n.pause(t)
const s=await this.#ne(e)
await this.#te(s)
if(s.failure===undefined)return this.#se(e)
if(isCacheRefused(s.failure.error)&&this.#K.kind!=="none"){this.#K=f
for(const n of e)this.#re(n,s.failure.error)
return this.#ee(this.#Q(e))}const{image:r,error:i,step:o}=s.failure
const a=r===undefined?cureFor(i,o):this.#D(r,s)
if(a.kind==="lost"&&!t.aborted&&n.again(a)){const t=this.#Q(e)
for(const e of t)this.#ie(e,i)
return this.#ee(t,n)}if(a.kind==="engine-gone"&&!t.aborted)for(const n of this.#Q(e))this.#oe(n,s)
else if(r!==undefined&&a.kind==="none"&&this.#Q([r]).length>0)this.#oe(r,s)
const tried=e=>e===r?a:{kind:"none"}
await Promise.all(this.#Q(e).map(e=>this.#z(()=>this.#Z(e,tried(e)))))}async#d(e){const{plan:n,registry:t,signal:s,options:r}=this.#U
const i=this.#W.get(e.service)
const{decision:o,platform:a}=e
if(o.kind!=="build"||o.keep===undefined||i===undefined)return
if(r?.steps==="anew")return
const find=async()=>{const s=await keepSame(e,await this.#Y.under(e),t)
if(s===undefined)return undefined
const{facts:r,reason:o}=s
const c="unchanged"
this.#ae(e,r)
return{outcome:c,reason:o,...rowFacts(r,i,n.source,{platform:a,outcome:c})}}
await this.#G.endBy(e,find,{signal:s})}#ae(e,n){this.#v.set(imageId(e),n.digest)
this.#Y.add(e,n)}async#Z(e,n){const{signal:t}=this.#U
const s=new Tries(n)
this.#G.tell(e,"started")
for(;;){if(s.why!==undefined)this.#G.tell(e,"started",s.why)
await s.pause(t)
if(t.aborted)return this.#G.end(e,{outcome:"cancelled"})
const n=await this.#ne([e],s.cache)
await this.#te(n)
if(this.#Q([e]).length===0)return
if(n.failure===undefined)return this.#se([e])
if(!s.again(this.#D(e,n)))return this.#oe(e,n)}}#D(e,{failure:n}){if(n===undefined)return{kind:"none"}
const{native:t}=this.#U.options??{}
const s=cureFor(n.error,n.step)
if(s.kind==="emulator"&&e.platform===t)return{kind:"none"}
if(s.kind==="lost")this.#ie(e,n.error)
if(s.kind!=="none"||this.#K.kind==="none"||!mayBeCache(n.error))return s
this.#re(e,n.error)
return{kind:"cache"}}#ie(e,{message:n}){this.#J.set(imageId(e),`built again, because the engine lost the build: ${n}`)}#re(e,{message:n}){this.#J.set(imageId(e),`built without the cache, with it came: ${n}`)}async#ne(e,n="with-cache"){const{plan:t,root:s,docker:r,signal:i,env:o,secrets:a,copies:c,options:d={}}=this.#U
const u=this.#ce()
const l=this.#K.write===undefined
const p=[]
try{const m=await Promise.all(e.map(async e=>[imageId(e),await this.#Y.under(e)]))
return await runBake({...d,cache:n==="without-cache"?f:this.#K,plan:t,root:s,env:o,...a&&{handed:a.values},docker:r,signal:i,images:e,copies:c,pushed:this.#v,under:new Map(m),onStep:(e,n)=>this.#G.tellStep(e,struck(n,u)),onPushed:(e,n)=>l&&p.push(this.#de(e,n))})}catch(n){const t={error:{message:n.message}}
return{images:e.map(e=>({image:e,steps:[],warnings:[]})),failure:t}}finally{await Promise.all(p)}}async#te(e){await Promise.all(e.images.map(async e=>{if(e.digest===undefined||this.#G.of(e.image)!==undefined)return
await this.#de(e,e.digest)}))}async#de(e,n){const{image:t}=e
const{plan:s,registry:r,signal:i,options:o}=this.#U
const a=this.#W.get(t.service)
if(a===undefined)return
const{platform:c}=t
const{row:d,steps:u}=toldOf(e,this.#ce(),this.#J.get(imageId(t)))
this.#G.tell(t,"update","asking the registry for what was pushed")
const find=async()=>{const e=pushesByDigest(o?.driver??"docker")
if(e)await giveContentTag(r,t,n,i)
const{facts:d}=await readBack(r,t,n,i)
const u="built"
this.#ae(t,d)
return{outcome:u,...rowFacts(d,a,s.source,{platform:c,outcome:u})}}
await this.#G.endBy(t,find,{signal:i,told:d,steps:u})}#se(e){for(const n of this.#Q(e))this.#G.end(n,{outcome:"failed",error:{message:"docker buildx bake told of no digest for it"}})}#oe(e,{failure:n,images:t}){if(this.#U.signal.aborted){this.#G.end(e,{outcome:"cancelled"})
return}const s=t.find(n=>n.image===e)??{image:e,steps:[],warnings:[]}
const{row:r,steps:i}=toldOf(s,this.#ce())
const o=errorOf(n,this.#W.get(e.service),this.#ce())
this.#G.end(e,{outcome:"failed",...r,...o&&{error:o}},i)}#ce(){return striker([...this.#V])}#Q(e){return e.filter(e=>this.#G.of(e)===undefined)}async#X(e){const{root:n,env:t,secrets:s}=this.#U
for(const r of e){const e=this.#W.get(r.service)
if(e===undefined)continue
const i=await readSecrets(e,n,t,s)
for(const e of i.values)this.#V.add(e)
const o=[...i.missing,...await missingAgents(e,t)]
if(o.length>0)this.#G.end(r,{outcome:"failed",error:{message:o.join("; ")}})}return this.#Q(e)}}function bakesOf(e,n){const t=[...Map.groupBy(e,({service:e})=>n.get(e)?.dockerfile).values()].flat()
return Array.from({length:Math.ceil(t.length/N)},(e,n)=>t.slice(n*N,(n+1)*N))}var D=t(73024)
var L=t(34073)
const modeOf=({kind:e,executable:n})=>e==="dir"||n?493:420
const B=500
async function copyContexts(e,n){const t=new Modes(e)
const r=new Map
const i=new Map
for(const{image:e,service:t,selected:s}of process.platform==="win32"?[]:n)for(const n of s){const s=contextOf(t,n.input.context)
if(s===undefined)continue
const o=r.get(s)??[]
r.set(s,o)
o.push(n)
i.set(s,(i.get(s)??new Set).add(e))}const o=new Map
let a
const c=new Map
const d={files:0,bytes:0}
for(const[n,u]of r){if(!await t.differ(u))continue
a??=await(0,m.mkdtemp)(s.join((0,y.tmpdir)(),"lucid-contexts-"))
const r=s.join(a,String(c.size))
c.set(n,r)
try{await copyTaken(within(e,n),r,u,d)}catch(e){const t=`its build context cannot be copied with git's file modes: ${e.message}`
for(const e of i.get(n)??[])o.set(e,t)}}return{...a!==undefined&&{folder:a},at:e=>c.get(e),failed:[...o].map(([e,n])=>({image:e,message:n})),...d,[Symbol.asyncDispose]:async()=>{if(a!==undefined)await(0,m.rm)(a,{recursive:true,force:true})}}}function contextOf({context:e,contexts:n},t){if(t==="")return e
const s=Object.entries(n).find(([e])=>(0,L.p2)(e)===t)?.[1]
return s?.kind==="path"?s.path:undefined}class Modes{#n
#C=new Map
constructor(e){this.#n=e}async differ(e){for(const{input:n,entries:t}of e){if(n.oneMode)continue
const e=this.#C.get(t)??await this.#ue(t)
this.#C.set(t,e)
if(e)return true}return false}async#ue(e){for(const[n,t]of e.entries()){if(n%B===B-1)await(0,I.setImmediate)()
if(t.kind!=="file"&&t.kind!=="dir"||isGits(t.path))continue
const e=(0,D.lstatSync)(s.join(this.#n,t.path),{throwIfNoEntry:false})
if(e!==undefined&&(e.mode&4095)!==modeOf(t))return true}return false}}const isGits=e=>/(?:^|\/)\.git(?:\/|$)/.test(e)
async function copyTaken(e,n,t,r){const i=new Set
const makeFolder=e=>{if(i.has(e))return
if(e!==n)makeFolder(s.dirname(e));(0,D.mkdirSync)(e,{mode:493});(0,D.chmodSync)(e,493)
i.add(e)}
makeFolder(n)
const put=(e,n,t,s)=>{if(t.isSymbolicLink()){(0,D.symlinkSync)((0,D.readlinkSync)(e),n);(0,D.lutimesSync)(n,t.atime,t.mtime)
return}(0,D.copyFileSync)(e,n,D.constants.COPYFILE_FICLONE);(0,D.chmodSync)(n,s);(0,D.utimesSync)(n,t.atime,t.mtime)
r.files++
r.bytes+=t.size}
const o=new Map
for(const{entries:e,root:n}of new Map(t.map(e=>[e.entries,e])).values())for(const t of e)o.set(t.path.slice(n.length),t)
let a=0
for(const[t,r]of o){if(++a%B===0)await(0,I.setImmediate)()
if(isGits(t))continue
const[i,o]=[s.join(e,t),s.join(n,t)]
const c=(0,D.lstatSync)(i,{throwIfNoEntry:false})
if(c===undefined)continue
makeFolder(c.isDirectory()?o:s.dirname(o))
if(!c.isDirectory())put(i,o,c,modeOf(r))}mirror(s.join(e,".dockerignore"),s.join(n,".dockerignore"),put)
for(const t of i)if(t!==n||o.has(".git"))mirror(s.join(e,s.relative(n,t),".git"),s.join(t,".git"),put)}function mirror(e,n,t,r=undefined){const i=(0,D.lstatSync)(e,{throwIfNoEntry:false})
if(i===undefined||(0,D.lstatSync)(n,{throwIfNoEntry:false})!==undefined)return
const o=i.mode&4095
if(!i.isDirectory()){t(e,n,i,r===undefined?420:o)
return}(0,D.mkdirSync)(n)
for(const r of(0,D.readdirSync)(e))mirror(s.join(e,r),s.join(n,r),t,"mode");(0,D.chmodSync)(n,o)}class Rows{#T
#le
#fe
#G=new Map
constructor(e,n,t=()=>{}){this.#T=e
this.#le=n
this.#fe=t}end(e,n,t=[]){const s=imageId(e)
if(this.#G.has(s))throw new Error(`${s} has ended already`)
const{service:r,platform:i,fingerprint:o,contentRef:a}=e
const c={service:r,platform:i,fingerprint:o,contentRef:a,checks:[],...n}
this.#G.set(s,c)
const d=n.outcome==="built"||n.outcome==="unchanged"
this.#le({stage:"build",subject:this.subject(e),state:d?"done":"failed",text:ended(n),...t.length>0&&{steps:t}})
this.#fe(c)}async endBy(e,n,{signal:t,told:s={},steps:r=[]}){let i
try{const e=await n()
i=e&&{...s,...e}}catch(e){const{message:n}=e
i=t.aborted?{outcome:"cancelled"}:{outcome:"failed",...s,error:{message:n}}}if(i!==undefined)this.end(e,i,i.outcome==="cancelled"?[]:r)}tell(e,n,t){this.#le({stage:"build",subject:this.subject(e),state:n,...t!==undefined&&{text:t}})}tellStep(e,n){if(this.of(e)===undefined)this.#le({stage:"build",subject:this.subject(e),state:"update",step:n})}of(e){return this.#G.get(imageId(e))}all(){return this.#T.images.map(e=>{const n=this.#G.get(imageId(e))
if(n===undefined)throw new Error(`${imageId(e)} never ended`)
return n})}subject({service:e,platform:n}){const t=this.#T.images.filter(n=>n.service===e).length>1
return t?`${e} ${n}`:e}}function ended({outcome:e,digest:n,durationMs:t,error:s}){const r=n?.slice("sha256:".length,"sha256:".length+12)
const i=t===undefined?undefined:`${(t/1e3).toFixed(1)}s`
const o=e==="built"?[r,i]:e==="failed"?[s?.message]:[e,s?.message??r]
return o.filter(e=>e!==undefined).join(" ")}var F=t(84740)
async function takenBy(e,n,t){const{dockerfile:s}=n
const{selected:r,problems:i}=await(0,F.wx)(n,{file:s,inputs:e.takes??[]},t)
const o=r.flatMap(({input:{line:e,label:n},entries:t})=>{const r=t.flatMap(({path:e,obstacle:n})=>n==="skipped"?[e]:[])
return r.length===0?[]:[notHere(`${n}: ${few(r)}`,{file:s,line:e})]})
const a=[s,`${s}.dockerignore`,...contextsOf(n).map(e=>`${e}.dockerignore`)]
const c=a.filter(e=>(0,L.oB)(t.tree,e)?.entry.obstacle==="skipped")
const d=[...i,...o,...c.map(e=>notHere(e,{file:s}))]
return d.length===0?{image:e,service:n,selected:r}:d}const notHere=(e,n)=>({code:"build/not-checked-out",message:`${e}: not on disk, the sparse checkout skips it`,...n!==undefined&&{at:n},fix:"check out all that is built from where it is built: leave `sparse-checkout` out there, or `git sparse-checkout add FOLDER`"})
const contextsOf=({context:e,contexts:n})=>[e,...Object.values(n).flatMap(e=>e.kind==="path"?[e.path]:[])].map(e=>e==="."?"":`${e}/`)
function few(e){const n=e.length-3
return`${e.slice(0,3).join(", ")}${n>0?` and ${n} more`:""}`}var H=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var U=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function build(e){const n={...e,root:await(0,m.realpath)(e.root)}
const{plan:t,signal:s,now:r,options:i={}}=n
const o=r()
const a=new Rows(t,n.progress,n.ended)
const c=t.images.filter(({decision:e})=>e.kind==="build")
const d=c.length===0?[]:await exportDefinition(n)
for(const e of t.images)endBlocked(a,e)
const u=t.images.map(e=>endUnchanged(n,a,e))
{const e={stack:[],error:void 0,hasError:false}
try{const t=H(e,await prepareContexts(n,a,c),true)
const r=new Builder({...n,copies:t},a)
await buildInOrder(c.filter(e=>a.of(e)===undefined),a,r,s)}catch(n){e.error=n
e.hasError=true}finally{const n=U(e)
if(n)await n}}await Promise.all(u)
return{kind:"lucid.build",version:1,revision:t.source.revision,images:a.all(),command:d.length===0?[]:["docker",...d,...i.steps==="anew"?["--no-cache"]:[]],durationMs:Math.round(r()-o)}}async function prepareContexts({plan:e,root:n,files:t},s,r){if(t===undefined||r.length===0)return undefined
const i=await t()
const o=[]
for(const n of r){const t=e.services.find(({name:e})=>e===n.service)
if(t===undefined)continue
const r=await takenBy(n,t,i)
if("selected"in r)o.push(r)
else s.end(n,{outcome:"failed",error:run_errorOf(r)})}const a=await copyContexts(n,o)
for(const{image:e,message:n}of a.failed)s.end(e,{outcome:"failed",error:{message:n}})
return a}async function buildInOrder(e,n,t,s){const r=new Set(e)
const i=new Set
for(;;){endHopeless(r,n,s)
const e=[...r].filter(e=>parents(e).every(e=>t.isThere(e)))
const o=new Set([...r].flatMap(e=>parents(e).map(imageId)))
const[a,c]=[true,false].map(n=>e.filter(e=>o.has(imageId(e))===n))
for(const e of[a??[],c??[]]){if(e.length===0)continue
for(const n of e)r.delete(n)
const n=t.build(e).finally(()=>i.delete(n))
i.add(n)}if(i.size===0)break
await Promise.race(i)}for(const e of r)n.end(e,{outcome:"skipped",error:{message:"the plan does not say how to get what it is FROM"}})}function parents({from:e,platform:n}){return[...new Set(Object.values(e))].map(e=>({service:e,platform:n}))}function endHopeless(e,n,t){for(let s=-1;s!==e.size;){s=e.size
for(const s of e){const r=parents(s).find(e=>{const t=n.of(e)?.outcome
return t==="failed"||t==="skipped"||t==="cancelled"})
if(t.aborted)n.end(s,{outcome:"cancelled"})
else if(r!==undefined)n.end(s,{outcome:"skipped",error:{message:`it is FROM ${r.service}, which ${n.of(r)?.outcome==="failed"?"failed":"was not built"}`}})
else continue
e.delete(s)}}}function endBlocked(e,n){const{decision:t}=n
if(t.kind!=="blocked")return
const s=t.problems.length>0?run_errorOf(t.problems):{message:t.reasons.map(({detail:e})=>e).join("; ")}
const r=t.problems.length>0&&t.problems.every(({code:e})=>e==="plan/base-blocked")
e.end(n,{outcome:r?"skipped":"failed",error:s})}function run_errorOf(e){const{file:n,line:t}=e[0]?.at??{}
const s=e.map(w.Vw).join("\n")
return{message:s,...n!==undefined&&{file:n},...t!==undefined&&{line:t}}}async function endUnchanged({plan:e,registry:n,signal:t},s,r){const{decision:o,platform:a}=r
if(o.kind!=="unchanged")return
const c=e.services.find(({name:e})=>e===r.service)
const find=async()=>{const t=await n.imageFacts(`${(0,i._)(r.contentRef)}@${o.digest}`,a)
if(t===undefined||c===undefined)throw new Error(`${r.contentRef} was there when the run was planned and is gone now; run it again`)
const s="unchanged"
return{outcome:s,...rowFacts(t,c,e.source,{platform:a,outcome:s})}}
await s.endBy(r,find,{signal:t})}async function exportDefinition(e){const{outDir:n,driver:t,...r}=e.options??{}
const i=s.join(n??"","bake.json")
const o={...e,...r}
if(n!==undefined){await(0,m.mkdir)(n,{recursive:true})
await(0,m.writeFile)(i,bakeFileText(bakeDefinition(o)),{mode:384})}return bakeCommand(i,o)}var G=t(17048)
var W=t(26214)
var Y=t(45364)
var V=t(32563)
async function cacheFor(e,n,t,r){const{env:i,cwd:o,log:a}=n
const c=e.cacheType==="auto"?fittingCache(i,r):e.cacheType
const d=cacheScopes(t.source,i)
const without=e=>{a(`no cache: ${e}`)
return f}
if(c==="none")return f
if(c==="gha"&&!hasGitHubCache(i))return without("GitHub's needs ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL, which GitHub gives to actions, not to `run:` steps")
if(c!=="local")return{kind:c,...d}
const u=e.cacheFolder?s.resolve(o,e.cacheFolder):s.join((0,V.nF)(i),"layers")
try{await(0,m.mkdir)(u,{recursive:true})}catch(e){return without(`${u} cannot be made: ${e.message}`)}return{kind:c,...d,folder:u}}async function attestFor({provenance:e,sbom:n},{env:t},s,r){const i=builderIdOf(t)
const o={provenance:e,...i!==undefined&&{builderId:i}}
const a=provenanceProblems(s,o,e==="max"?await(0,Y.yt)(t):[])
if(a.length>0)throw new w.yo(a)
if(n===undefined)return o
const c=n==="on"?"docker.io/docker/buildkit-syft-scanner:stable-1":n
return{...o,sbom:(await r.resolve(c)).pinned}}var z=t(58031)
var q=t(60399)
var K=t(57551)
var J=t(3012)
var X=t(97691)
async function planFor(e,n,t,r){const{plan:i,out:o}=e
if(i===undefined)return(0,J.plan)(e,n,t,r)
const a=(0,q.lS)(i)
const c=a?s.resolve(o,"plan.json"):s.resolve(n.cwd,i)
const d=a?(0,q.l1)(i,"lucid.plan"):await(0,z.u0)(c,"lucid.plan",1)
if(d===undefined)throw new w.yo({code:"document/missing",message:"there is no such plan",at:{file:i},fix:"write one with `lucid plan`, or leave the option out to have one made"})
const u=s.dirname(s.resolve(n.cwd,e.catalog))
if(!(0,D.existsSync)(u))throw new w.yo({code:"catalog/unreadable",message:"there is no such folder, which the plan's paths are relative to",at:{file:u},fix:"name the catalog that the plan was made of with --catalog"})
const l={...d,root:u}
const f=partOf(l,a?"the packed plan":i,e,r)
await(0,z.ft)(o,!a&&s.resolve(o,"plan.json")===c?l:f)
return f}function partOf(e,n,{service:t,phase:s,platform:r},i="to-build"){const o=e.services.filter(({name:n})=>e.selected.includes(n))
const a=(0,K.Z)({...e,file:n,services:o},{services:t,phases:s});(0,X.F)(r,e.services)
const c=(0,X.i)(r)
if(a.length===o.length&&c.length===0)return e
const d=new Set(a.map(({name:e})=>e))
const u=e.selected.filter(e=>d.has(e))
for(const n of d){const t=e.services.find(e=>e.name===n)?.needs??[]
for(const e of i==="to-run"?t:[])d.add(e)
for(const t of e.images)if(t.service===n)for(const e of Object.values(t.from))d.add(e)}return{...e,selected:u,images:e.images.filter(e=>d.has(e.service)&&(c.length===0||c.includes(e.platform)))}}var Q=t(57975)
var Z=t(38522)
const ee=1
const ne=128<<20
function openLayerCache(e){const n=s.join((0,V.OW)(e),"layer-contents")
let t
const fileOf=e=>s.join(n,`${e.replace(/[^a-z0-9]/g,"-")}.v${ee}.json.gz`)
return{async read(e){try{const n=fileOf(e)
const t=JSON.parse(String(await(0,Q.promisify)(Z.gunzip)(await(0,m.readFile)(n))))
const s=new Date
await(0,m.utimes)(n,s,s)
return t}catch{return undefined}},async write(e,s){const r=fileOf(e)
const i=`${r}.${process.pid}.tmp`
try{await(0,m.mkdir)(n,{recursive:true,mode:448})
await(0,m.writeFile)(i,await(0,Q.promisify)(Z.gzip)(JSON.stringify(s),{level:1}),{mode:384})
await(0,m.rename)(i,r)
t??=prune(n)
await t}catch{}}}}async function prune(e){try{const n=await Promise.all((await(0,m.readdir)(e)).map(async n=>{const t=s.join(e,n)
const{mtimeMs:r,size:i}=await(0,m.stat)(t)
return{file:t,mtimeMs:r,size:i}}))
let t=0
for(const{file:e,size:s}of n.sort((e,n)=>n.mtimeMs-e.mtimeMs)){t+=s
if(t>ne)await(0,m.unlink)(e)}}catch{}}var te=t(41478)
var se=t(24334)
async function buildFromRegistry(e,n){const t=await Promise.all(e.images.map(t=>find(t,e,n)))
return{kind:"lucid.build",version:1,revision:e.source.revision,images:t,command:[],durationMs:0}}async function find(e,{services:n,source:t},s){const{platform:r,fingerprint:i,contentRef:o,decision:a}=e
const c=n.find(({name:n})=>n===e.service)
if(c===undefined)throw new Error(`the plan has an image of ${e.service}, but no such service`)
const d={service:c.name,platform:r,fingerprint:i,contentRef:o,checks:[]}
if(a.kind==="blocked")return{...d,outcome:"failed",error:{message:a.problems[0]?.message??"cannot be planned"}}
const u=await s.imageFacts(o,r)
if(u===undefined)return{...d,outcome:"skipped",error:{message:`is not in the registry: ${o}`}}
const l=rowFacts(u,c,t,{platform:r,outcome:"unchanged"})
const f=a.kind==="build"&&a.keep?.digest===u.digest
return{...d,outcome:a.kind==="build"&&!f?"built":"unchanged",...l}}var re=t(74434)
const ie="application/vnd.lucid.note.v1+json"
const oe={run:"com.lucid.run",row:"com.lucid.row"}
const ae=5e5
const ce=16*1024*1024
function runId({GITHUB_ACTIONS:e,GITHUB_REPOSITORY:n,GITHUB_RUN_ID:t}){return e==="true"&&t?`${n??""}/${t}`:undefined}const noteRef=(e,n)=>`${e}.${n}`
async function writeNote(e,n,t,{run:s,row:r}){const o={[Z.constants.BROTLI_PARAM_QUALITY]:6}
const a=(0,Z.brotliCompressSync)(JSON.stringify(r),{params:o}).toString("base64")
if(a.length>ae)return
const{digest:c,size:d}=await e.putBlob((0,i._)(n),re.Ro)
const u={mediaType:"application/vnd.oci.empty.v1+json",digest:c,size:d}
const l={...{schemaVersion:2,mediaType:re.Yt,artifactType:ie,config:u,layers:[u]},annotations:{[oe.run]:s,[oe.row]:a}}
await e.putManifest(noteRef(n,t),(new TextEncoder).encode(JSON.stringify(l)),re.Yt)}async function readNote(e,n,t,s){const r=await e.manifest(noteRef(n,t)).catch(()=>undefined)
if(r?.content.kind!=="image"||r.content.artifactType!==ie)return undefined
const{[oe.run]:i,[oe.row]:o=""}=r.content.annotations
if(i!==s)return undefined
try{const e=(0,Z.brotliDecompressSync)(Buffer.from(o,"base64"),{maxOutputLength:ce}).toString()
const n=JSON.parse(e)
return typeof n==="object"&&n!==null?n:undefined}catch{return undefined}}var de=t(14939)
async function leaveNotes(e,n,t,s){const r=runId(s.env)
if(r===undefined||s.signal.aborted||(0,l.ty)(t.source))return
const i=(0,te.cs)({mirror:new Map},s)
const o=await Promise.all(e.map(async e=>{const s=t.images.find(({service:n,platform:t})=>n===e.service&&t===e.platform)
if(s===undefined)return undefined
return writeNote(i,s.contentRef,n,{run:r,row:e}).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const a=o.find(e=>e!==undefined)
if(a!==undefined)s.log(`not all could be left in the registry for the report: ${a}`)}async function recall(e,n,t){const{out:s,publishResult:r}=e
const i=(0,te.cs)(e,n)
const o=runId(n.env)
if(r!==undefined&&(0,q.lS)(r))await(0,z.ft)(s,(0,q.l1)(r,"lucid.publish"))
const a=await(0,z.Gi)(s,"lucid.build",1)??await recallBuild(t,i,o)
await(0,z.ft)(s,a)
if(await(0,z.Gi)(s,"lucid.smoke",1)!==undefined)return
await(0,z.ft)(s,await recallSmoke(t,a,i,o))}async function recallBuild(e,n,t){const s=await buildFromRegistry(e,n)
const r=await Promise.all(s.images.map(async e=>{const s=t===undefined?undefined:await readNote(n,e.contentRef,"build",t)
if(s===undefined)return e
const r=s
if(e.digest===undefined)return r.outcome==="failed"||r.outcome==="cancelled"?r:e
return r.digest===e.digest?r:e}))
return{...s,images:r}}async function recallSmoke(e,n,t,s){const r=await Promise.all(n.images.map(async({service:n,platform:r,digest:o,contentRef:a})=>{if(o===undefined||!e.selected.includes(n))return[]
const c=s===undefined?undefined:await readNote(t,a,"tried",s)
if(c?.digest===o)return[c]
const d=await(0,de.E)("changed",t,e)({service:n,platform:r,digest:o})
if(d.kind!=="passed")return[]
const{revision:u}=d
const l=`these very bytes passed smoke before, for ${u.slice(0,12)}`
const{hash:f}=(0,se.Qm)(e,(0,de.z)(e,n))
const p={service:n,platform:r,ref:`${(0,i._)(a)}@${o}`,digest:o,trial:f}
return[{...p,verdict:"skipped",reason:l,passedBefore:u,probes:[]}]}))
const{revision:o}=e.source
return{kind:"lucid.smoke",version:1,revision:o,network:e.network,services:r.flat(),durationMs:0}}var ue=t(9937)
async function resume(e,n,t){const s=new Set(e.selected)
const find=async e=>{const{decision:r,service:i,contentRef:o,platform:a}=e
if(r.kind!=="build")return e
const c=t==="none"||r.reasons.some(({kind:e})=>e==="forced")
if(c&&s.has(i))return e
const d=await(0,ue.F1)(n,o,a)
if(d===undefined)return e
const u=[{kind:"already-built",detail:"built since the plan was made"}]
return{...e,decision:{kind:"unchanged",reasons:u,...d}}}
return{...e,images:await Promise.all(e.images.map(find))}}var le=t(33386)
function onRunner(e,{env:n}){const t=n.RUNNER_NAME
if(!t)return e
return e.map(e=>e.startedAt===undefined||e.runner!==undefined?e:{...e,runner:t})}var fe=t(97898)
async function writeSubjects(e,n,t){const r=(0,fe.Z)(t)
if(r.length>0)await(0,z.f8)(s.join(e,`${n}-subjects.txt`),(0,fe.T)(r))}var pe=t(22117)
var me=t(54684)
async function verify_verify(e,n){const t=(0,te.cs)(e,n)
const s=await planFor(e,n,t)
const{images:r}=await buildFromRegistry(s,t)
const i=r.filter(({service:e})=>s.selected.includes(e))
const o=await verifyImages(n,t,s,r,i)
await(0,z.ft)(e.out,o)
return o}async function verifyImages(e,n,t,s,r){const i=await openVerifier(e,n,t)
return i.result(await i.look(r,s))}async function openVerifier({docker:e,progress:n,signal:s,now:r,layerCache:i},o,a){const{Verifier:c}=await t.e(3229).then(t.bind(t,93229))
const floatingTag=e=>normalTag(e,a)
const d=e===undefined?{}:{docker:e}
const u=i===undefined?{}:{layerCache:i}
return new c({plan:a,registry:o,...d,...u,floatingTag:floatingTag,progress:n,signal:s,now:r})}function normalTag(e,{source:n,project:t}){return(0,me.T)(e,(0,l.MC)(n),{project:t}).floating[0]}async function verifyUnproven(e,n,t,s,r){const{images:i}=s
const o=i.filter(e=>isOpen(e)&&e.outcome==="unchanged").map(({service:e})=>e)
const a=await(r??publishedOf(n,t,o))
const c=i.filter(e=>isOpen(e)&&(e.outcome==="built"||!a.has(e.digest??"")))
const d=c.length===0?undefined:await lookAt(e,n,t,i,c)
const{images:u}=(0,pe.u)(s,d??{images:[]})
const why=e=>{if(!isOpen(e))return undefined
const n=e.outcome==="built"?undefined:a.get(e.digest??"")
return n===undefined?"cancelled":`already published as ${n}; lucid verify looks again`}
return{...s,images:u.map(e=>{const n=why(e)
return n===undefined?e:{...e,unchecked:[{id:"layers",reason:n}]}})}}function verifyAsBuilt(e,n,t){const standsAlone=({service:e,platform:n})=>t.images.some(t=>t.service===e&&t.platform===n&&Object.keys(t.from).length===0)
let s
const r=[]
const open=()=>{s??=openVerifier(e,n,t)
return s}
const look=async e=>(await open()).look([e],[])
return{begin(){if(t.images.some(({decision:e})=>e.kind==="build"))open().then(e=>e.readAhead(),()=>{})},take(n){if(n.outcome!=="built"||!isOpen(n)||!standsAlone(n)||e.signal.aborted)return
const t=look(n)
t.catch(()=>{})
r.push(t)},[Symbol.dispose](){s?.then(e=>e[Symbol.dispose](),()=>{})},async into(n){const t=await Promise.all(r.map(n=>n.catch(n=>{if(e.signal.aborted)return[]
throw n})))
return(0,pe.u)(n,{images:t.flat()})}}}const isOpen=({digest:e,checks:n})=>e!==undefined&&!n.some(({id:e})=>e==="layers")
async function lookAt(e,...n){if(e.signal.aborted)return undefined
return verifyImages(e,...n).catch(n=>{if(e.signal.aborted)return undefined
throw n})}async function publishedOf(e,n,t){const s=new Set(t)
const r=await Promise.all(n.services.filter(({name:e})=>s.has(e)).map(async t=>{const s=normalTag(t,n)
const r=s===undefined?undefined:await e.manifest(`${t.image}:${s}`)
const{content:i,descriptor:o}=r??{}
const a=i?.kind==="index"?i.manifests.map(({digest:e})=>e):[]
return[...a,...o===undefined?[]:[o.digest]].map(e=>[e,s??""])}))
return new Map(r.flat())}var he=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var ge=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function build_build(e,n,t){const s=(0,te.cs)(e,n)
const r=await planFor(e,n,s)
const i=e.plan!==undefined?await resume(r,s,e.noCache?"none":"use"):r
if(e.print)return print(e,n,s,i)
const o=await buildPlan(e,n,s,i,await aheadOf(i,s,t))
const a=o.images.filter(({outcome:e})=>e!=="unchanged"&&e!=="skipped")
await leaveNotes(a,"build",i,n)
return o}async function aheadOf(e,n,t){const s=e.images.flatMap(({service:e,decision:n})=>n.kind==="unchanged"?e:[])
const r=publishedOf(n,e,s)
r.catch(()=>{})
const i=e.images.flatMap(({decision:e,platform:n})=>e.kind==="build"?n:[])
const o={build:true,platforms:[...new Set(i)]}
const a=i.length===0?undefined:(0,G.hh)(await t.engine(),o)
return{engine:a,published:r}}async function buildPlan(e,n,t,s,{engine:r,published:i}){const o={stack:[],error:void 0,hasError:false}
try{const{docker:a,env:c,secrets:d,progress:u,signal:l,now:f}=n
const{builder:p,maxParallel:m}=e
const h=r?.builder?.driver??"docker"
const g={...n,layerCache:openLayerCache(c)}
const w=he(o,verifyAsBuilt(g,t,s),false)
w.begin()
const y=await build({plan:s,root:s.root,docker:a,registry:t,env:c,...d&&{secrets:d},progress:u,signal:l,now:f,files:async()=>{const e=(0,le.O)(s.root,n)
return(await(0,te.rB)(s.root,e,n.checkout??(0,W.Hj)(e))).files},ended:e=>w.take(e),options:{...r!==undefined&&await settings(e,n,t,s,h),outDir:e.out,...p!==undefined&&{builder:p},...m!==undefined&&{parallel:m},...r?.native!==undefined&&{native:r.native}}})
const k=await verifyUnproven(g,t,s,await w.into(y),i)
const b={...k,images:onRunner(k.images,n)}
await(0,z.ft)(e.out,b)
await writeSubjects(e.out,"build",b)
return b}catch(e){o.error=e
o.hasError=true}finally{ge(o)}}async function print(e,n,t,s){const r=await settings(e,n,t,s,"docker")
return bakeDefinition({plan:s,root:s.root,env:n.env,...r})}async function settings(e,n,t,s,r){const[i,o]=await Promise.all([cacheFor(e,n,s,r),attestFor(e,n,s,t)])
const a=rewritesTimestamps(n.env)
return{cache:i,attest:o,driver:r,rewriteTimestamp:a,steps:e.noCache?"anew":"cached"}}var we=t(11011)
var ye=t(989)
function makeBaseline(e,n){const t=new Map
for(const{finding:s,fingerprint:r,occurrence:i}of(0,ye.W)(e,n)){const{code:e,at:n,message:o}=s
const a=t.get(r)
t.set(r,{...a??{rule:e,file:n?.file??"",fingerprint:r,message:o},count:i})}const key=({file:e,rule:n,fingerprint:t})=>`${e}\n${n}\n${t}`
const s=[...t.values()].sort((e,n)=>key(e)<key(n)?-1:1)
return{kind:"lucid.lint-baseline",version:1,findings:s}}function compareBaseline(e,n,t){const s=new Map(n.findings.map(({fingerprint:e,count:n})=>[e,n]))
const r=(0,ye.W)(e,t).flatMap(({finding:e,fingerprint:n})=>{const t=s.get(n)??0
if(t>0)s.set(n,t-1)
return t>0?[]:[e]})
const i=[...s.values()].reduce((e,n)=>e+n,0)
return{fresh:r,old:e.length-r.length,gone:i}}function readBaseline(e){let n
try{n=JSON.parse(e)}catch{return undefined}if(typeof n!=="object"||n===null)return undefined
const{kind:t,version:s,findings:r}=n
const i=Array.isArray(r)&&r.every(e=>typeof e?.fingerprint==="string"&&Number.isSafeInteger(e.count)&&(e.count??0)>0)
return t==="lucid.lint-baseline"&&s===1&&i?n:undefined}async function withBaseline(e,n,{baseline:t,updateBaseline:r},i){if(t===undefined){if(!r)return undefined
const e="add --baseline FILE"
throw new w.yo({code:"options/value",message:"update-baseline does not know which file",fix:e})}if(!r)return compareBaseline(e,await read(s.resolve(i,t),t),n)
const o=makeBaseline(e,n)
await(0,z.f8)(s.resolve(i,t),`${JSON.stringify(o,undefined,"\t")}\n`)
return compareBaseline(e,o,n)}async function read(e,n){let t
try{t=await(0,m.readFile)(e,"utf8")}catch(e){const t=e instanceof Error?e.message:String(e)
const s="write it with --update-baseline"
throw new w.yo({code:"options/baseline",message:"the baseline cannot be read",at:{file:n},why:t,fix:s},{cause:e})}const s=readBaseline(t)
if(s!==undefined)return s
const r="write it again with --update-baseline"
throw new w.yo({code:"options/baseline",message:"that is no baseline of version 1",at:{file:n},fix:r})}async function runChecks(e,n,t){const s=JSON.stringify(asBakeText({group:{default:{targets:Object.keys(n)}},target:n}))
const r={BUILDX_GIT_INFO:"false",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}
const i=["buildx","bake","--file=-","--call=check,format=json","--progress=quiet"]
const{stdout:o,stderr:a}=await e(i,{...t,input:s,env:r})
const c=readChecks(o)
if(c!==undefined)return c
return a.trim().split("\n").at(-1)?.replace(/^ERROR: /,"")||"docker buildx gave no answer"}function readChecks(e){let n
try{n=JSON.parse(e)}catch{return undefined}return Object.fromEntries(Object.entries(n.target??{}).map(([e,{check:n}])=>{const t=n?.buildError?.message??n?.error
const s=(n?.warnings??[]).flatMap(toWarning)
return[e,{warnings:s,...t!==undefined&&{error:t.split("\n")[0]??t}}]}))}function toWarning({ruleName:e,detail:n,description:t,url:s,location:r}){if(e===undefined)return[]
const i=r?.ranges?.[0]
const[o,a]=[i?.start?.line,i?.end?.line]
return[{rule:e,detail:n??t??e,...s?.startsWith("https://")&&{url:s},...o!==undefined&&o>0&&{line:o},...a!==undefined&&a>0&&{endLine:a}}]}const ke=1e4
const be="docker-image://scratch"
async function checkBuilds(e,n,t,s){if(t.buildChecks==="off")return{checks:[]}
const r=await inTheWay(s)
if(r.length>0&&t.buildChecks==="on")throw new w.yo(r)
if(r.length>0)return{checks:[],skipped:r.map(({message:e})=>e).join("; ")}
const i=new Map(e.flatMap(e=>"selected"in e?[[e.service.name,e]]:[]))
const run=(e,t,r)=>runChecks(s.docker,Object.fromEntries(e.map(e=>[targetName(e.service),targetOf(e,n,t)])),{cwd:n,signal:r})
const o=[...i.values()]
const a=t.offline?"offline":await run(o,"asked",AbortSignal.any([s.signal,AbortSignal.timeout(ke)]))
s.signal.throwIfAborted()
const c=typeof a==="string"?o:o.filter(({service:e})=>a[targetName(e)]?.error!==undefined)
const d=c.length===0?{}:await run(c,"empty",s.signal)
s.signal.throwIfAborted()
if(typeof d==="string")return{checks:[],skipped:d}
const u=o.flatMap(e=>{const n=targetName(e.service)
const t=d[n]
const s=t??(typeof a==="string"?undefined:a[n])
return s===undefined?[]:toChecks(e,s,t===undefined?"asked":"empty")})
return{checks:u}}async function inTheWay({docker:e,signal:n}){const t=await(0,G.P7)(e,{signal:n})
return(0,G.p7)(t,{}).concat(t.buildx===undefined&&t.server!==undefined?[{code:"engine/buildx-missing",message:"buildx is not installed",fix:"install the package docker-buildx-plugin"}]:[])}const targetName=({name:e})=>e.replace(/[^A-Za-z0-9_-]/g,"_")
function targetOf({service:e,dockerfile:n,trace:t,args:s,platform:r,from:i},o,a){const within=e=>e==="."?o:`${o}/${e}`
const c=a==="asked"?[]:t.images.filter(({use:e})=>e!=="syntax").map(({ref:e})=>(0,L.p2)(e))
const d=Object.entries(e.contexts).map(([e,n])=>[(0,L.p2)(e),n.kind==="path"?within(n.path):be])
const u=n.directives.find(({name:e})=>e==="syntax")
return{context:within(e.context),dockerfile:within(e.dockerfile),...a==="empty"&&u!==undefined&&{"dockerfile-inline":withoutLine(n.text,u.line)},...e.target!==undefined&&{target:e.target},platforms:[r],args:s,contexts:Object.fromEntries([...c.map(e=>[e,be]),...Object.keys(i).map(e=>[e,be]),...d])}}function withoutLine(e,n){const t=e.split("\n")
const s=t.findIndex(e=>!/^#\s*\w+\s*=/.test(e))
const r=t.slice(0,s<0?t.length:s)
r.splice(n-1,1)
return[...r,"#",...t.slice(r.length+1)].join("\n")}function toChecks({service:e,dockerfile:n,trace:t},{warnings:s},r){const i=new Set(t.unset.filter(({certainty:e})=>e==="maybe").map(({name:e})=>e))
return s.filter(({rule:e,detail:n})=>{const s=e==="UndefinedVar"?/'\$\{?(\w+)\}?'/.exec(n)?.[1]:undefined
const o=r==="empty"||t.named.length>0
return!(o&&s!==undefined&&i.has(s))}).map(({rule:t,detail:s,url:r,line:i,endLine:o})=>({rule:t,detail:s,...r!==undefined&&{url:r},at:{file:n.file,line:i??1,...o!==undefined&&o!==i&&{endLine:o}},service:e.name}))}const ve=2e3
async function askDigests(e,n,t){const s=e.flatMap(({trace:e})=>e?.images??[])
const r=new Set(s.map(({ref:e})=>e).filter(e=>!e.includes("@")&&!e.includes("$")))
if(n.offline||r.size===0)return undefined
const i=AbortSignal.any([t.signal,AbortSignal.timeout(ve)])
const o=(0,te.cs)(n,{...t,signal:i})
const a=new Map
await Promise.all([...r].map(async e=>{const n=await o.resolve(e).catch(()=>undefined)
if(n!==undefined)a.set(e,n.digest)}))
return e=>a.get(e)}var $e=t(70673)
var xe=t(66552)
function applyEdits(e,n){const t=new Map
const s=[]
for(const r of e){const e=r.edits??[]
if(e.length===0)continue
const i=e.filter(e=>!(t.get(e.file)??[]).some(n=>isSame(e,n)))
const o=i.every(e=>isWithin(e,n(e.file))&&!(t.get(e.file)??[]).some(n=>meets(e,n)))
const a=i.every((e,n)=>!i.slice(0,n).some(n=>meets(e,n)))
if(!o||!a)continue
for(const e of i)t.set(e.file,[...t.get(e.file)??[],e])
s.push(r)}const r=[...t].flatMap(([e,t])=>{const s=n(e)??""
const r=rewrite(s,t)
return r===s?[]:[[e,r]]})
return{files:new Map(r),findings:s}}const isSame=(e,n)=>e.from===n.from&&e.to===n.to&&e.replacement===n.replacement
const isWithin=({from:e,to:n},t)=>t!==undefined&&Number.isSafeInteger(e)&&e>=0&&e<=n&&n<=t.length
const meets=(e,n)=>e.file===n.file&&(e.from===n.from||e.from<n.to&&n.from<e.to)
function rewrite(e,n){const t=[...n].sort((e,n)=>n.from-e.from)
return t.reduce((e,{from:n,to:t,replacement:s})=>e.slice(0,n)+s+e.slice(t),e)}const Se=10
async function fixFiles({root:e,look:n,mode:r}){const{createTwoFilesPatch:i}=await t.e(4023).then(t.bind(t,44023))
const o=new Map
const a=new Map
const c=(0,xe.DR)(e)
let d=0
for(let t=0;t<(r==="write"?Se:1);t++){const t=await n()
const i=new Map
for(const n of new Set(t.flatMap(({edits:e=[]})=>e.map(e=>e.file))))i.set(n,c.look(n)==="file"?await exactText(s.join(e,n)):undefined)
const u=applyEdits(t,e=>i.get(e))
if(u.files.size===0)break
d+=u.findings.length
for(const[n,t]of u.files){if(!o.has(n))o.set(n,i.get(n)??"")
a.set(n,t)
if(r==="write")await write(e,n,t)}}const u=[...a].sort().map(([e,n])=>({file:e,diff:i(`a/${e}`,`b/${e}`,o.get(e)??"",n).replace(/^=+\n/,"")}))
return{findings:d,written:r==="write",files:u}}async function exactText(e){const n=await(0,m.readFile)(e)
const t=n.toString("utf8")
return Buffer.from(t).equals(n)?t:undefined}async function write(e,n,t){try{await(0,m.writeFile)(s.join(e,n),t)}catch(e){const t=e instanceof Error?e.message:String(e)
throw new w.yo({code:"lint/unwritable",message:"cannot be mended",at:{file:n},why:t},{cause:e})}}var Oe=t(52602)
var Ee=t(5507)
var Me=t(89821)
async function lint(e,n){const t=await look(e,n)
const{catalog:s,selected:r}=t
const i=e.fix?await fixFiles({root:s.root,mode:e.dryRun?"show":"write",look:async()=>(await look(e,n,t.outside)).findings}):undefined
const{findings:o,text:a}=i?.written&&i.files.length>0?await look(e,n):t
const c=await withBaseline(o,a,e,n.cwd)
const d=await writeLint(e.out,c?.fresh??o,r,{skipped:t.skipped,...c&&{baseline:{old:c.old,gone:c.gone}},...i&&{fixed:i}})
await writeSarif(d,s,a,e,n)
return d}async function look(e,n,t){const r=(0,le.O)((0,le.I)(e,n),n)
const i=(0,W.Hj)(r)
const o=await(0,te.O_)(e,n,i)
const{files:a,around:c}=await(0,te.rB)(o.root,r,i)
const d=(0,K.Z)(o,{services:e.service,phases:e.phase})
const u=await(0,Me.c)(o,a).readAll(d,[],"to-build")
const[l,f,p]=t===undefined?await Promise.all([(0,Oe.O)({catalog:o,subjects:(0,$e.Z6)(u),around:c},e,n),checkBuilds(u,o.root,e,n),askDigests(u,e,n)]):[]
const m=t??{...l&&{packages:l.packages},...f&&{buildChecks:f.checks},...p&&{digest:p}}
const h=await(0,Ee.u)(o.root,u)
const g=(0,$e.WX)({inputs:u,services:d,catalog:o,around:c,special:h,...m})
const w=(l?.troubles??[]).map(e=>({check:"packages",why:e}))
if(f?.skipped!==undefined)w.push({check:"build-checks",why:f.skipped})
const text=e=>c.text(e===o.file?s.basename(e):e)
return{catalog:o,selected:d,findings:g,text:text,outside:m,skipped:w}}async function writeLint(e,n,t,s={}){const r=new Set(t.map(({dockerfile:e})=>e))
const i={kind:"lucid.lint",version:1,findings:n,files:r.size,...s}
await(0,z.ft)(e,i)
return i}async function writeSarif(e,n,r,i,o){const{toSarif:a}=await t.e(3352).then(t.bind(t,20971))
const c=(await(0,le.O)(n.root,o)(["rev-parse","--show-prefix"]))?.trim()??""
const d=`${JSON.stringify(a(e,{version:we.r,prefix:c,catalog:n.file,text:r}))}\n`
const u=[s.join(i.out,"lint.sarif"),...i.sarif===undefined?[]:[s.resolve(o.cwd,i.sarif)]]
await Promise.all(u.map(e=>(0,z.f8)(e,d)))}async function openSigner({by:e,log:n},t){const r=await(0,m.mkdtemp)(s.join((0,y.tmpdir)(),"lucid-sign-"))
const done=()=>(0,m.rm)(r,{recursive:true,force:true})
const cosign=(...e)=>run(t,e)
try{await cosign("version")
const s=e.kind==="key"?await publicKey(cosign,e.key,r):identity(t.env)
return{sign:t=>signOne(cosign,t,e,n,s),[Symbol.asyncDispose]:done}}catch(e){await done()
throw e}}async function signOne(e,n,t,s,r){const i=isLoopback(n)?["--allow-http-registry"]:[]
const verify=()=>e("verify",...r,...i,...s?[]:["--insecure-ignore-tlog=true"],n)
if((await verify()).ok)return
const o=t.kind==="key"?[`--key=${t.key}`,`--tlog-upload=${s}`]:[]
const a=await e("sign","--yes",...o,...i,n)
if(!a.ok)throw new w.yo({code:"sign/failed",message:`${n} could not be signed`,why:a.said,fix:t.kind==="keyless"?'give the job "permissions: id-token: write", which signing without a key needs':"check the key and COSIGN_PASSWORD, and that the login may push"})
const c=await verify()
if(!c.ok)throw new w.yo({code:"sign/unverified",message:`${n} was signed, but the signature cannot be verified`,why:c.said,fix:"publish again: what is done is found and kept"})}async function publicKey(e,n,t){const{ok:r,said:i}=await e("public-key",`--key=${n}`)
const o=/-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(i)?.[0]
if(!r||o===undefined)throw new w.yo({code:"sign/key",message:"the key to sign with cannot be read",why:i,fix:"name it with sign-key, and its password with COSIGN_PASSWORD"})
const a=s.join(t,"key.pub")
await(0,m.writeFile)(a,`${o}\n`)
return[`--key=${a}`]}function identity(e){const{GITHUB_ACTIONS:n,GITHUB_REPOSITORY:t,GITHUB_SERVER_URL:s="https://github.com"}=e
if(n!=="true"||!t)return["--certificate-identity-regexp",".+","--certificate-oidc-issuer-regexp",".+"]
const r=`${s}/${t}/`.replace(/[.+?^${}()|[\]\\*]/g,"\\$&")
const i="https://token.actions.githubusercontent.com"
return["--certificate-identity-regexp",`^${r}`,"--certificate-oidc-issuer",i]}async function run({exec:e,signal:n},t){const s={...n&&{signal:n},keep:1<<16}
const r=await e(["cosign",...t],s).catch(e=>{throw new w.yo({code:"sign/no-cosign",message:"cosign cannot be run",why:e instanceof Error?e.message:String(e),fix:"install it (the action sigstore/cosign-installer does), or leave `sign` out"},{cause:e})})
n?.throwIfAborted()
const{exitCode:i,stdout:o,stderr:a}=r
return{ok:i===0,said:i===0?o:lastLines(a)}}function lastLines(e){const n=e.split("\n").filter(e=>e.trim()!==""&&!e.startsWith("WARNING"))
return n.slice(-3).join(" ").replace(/[\u0000-\u001f\u007f-\u009f]/g," ").slice(0,500)}function isLoopback(e){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?\//.test(e)}async function compareRevisions(e,n,t){if(n===t)return"same"
const isBefore=async(n,t)=>await e(["merge-base","--is-ancestor","--end-of-options",n,t])!==undefined
if(await isBefore(n,t))return"newer"
if(await isBefore(t,n))return"older"
return"unknown"}var je=t(44792)
var Ie=t(27623)
async function compareOnGitHub(e,n,t,s,r){const i=(0,je._M)(e)
if(!n||i===undefined)return"unknown"
const{rest:o}=await(0,je.o6)(e,{token:n,effort:"patient"})
try{const e=`${t}...${s}`
const{data:n}=await o.repos.compareCommitsWithBasehead({...i,basehead:e,per_page:1})
const r={identical:"same",ahead:"newer",behind:"older"}
return r[n.status]??"unknown"}catch(e){(0,Ie.X)(e,"compare this commit with the published one","contents: read",r)
return"unknown"}}function gather(e,n,t){const s=[]
const r=[]
for(const i of e.platforms){const mine=n=>n.find(n=>n.service===e.name&&n.platform===i)
const o=mine(t)
const a=mine(n)
if(o!==undefined){const{outcome:e,contentRef:n,digest:t}=o
const a=e==="built"||e==="unchanged"
if(a&&t!==undefined)s.push({platform:i,contentRef:n,digest:t,fresh:e==="built"})
else{const n=e==="skipped"||e==="cancelled"?"skipped":"failed"
const t=o.error?.message??(a?"it has no digest":undefined)
r.push({kind:n,text:`${i}: build ${e}${t===undefined?"":`: ${t}`}`})}}else if(a?.decision.kind==="unchanged")s.push({platform:i,contentRef:a.contentRef,digest:a.decision.digest,fresh:false})
else if(a?.decision.kind==="blocked")r.push({kind:"failed",text:`${i}: ${a.decision.problems[0]?.message??"blocked"}`})
else r.push({kind:"skipped",text:`${i}: not built`})}if(r.length===0&&s.length>0)return{kind:"complete",images:s}
const i=r.some(e=>e.kind==="failed")?"failed":"skipped"
return{kind:i,reason:r.map(({text:e})=>e).join("; ")||"the catalog names no platform for it"}}async function factsOfAll(e,n,t){return Promise.all(n.map(n=>factsOf(e,n,t)))}async function factsOf(e,{platform:n,contentRef:t,digest:s,fresh:r},i){let o=await e.imageFacts(t,n)
while(o===undefined&&r&&await i.again())o=await e.imageFacts(t,n)
const wrong=(e,n)=>new w.yo({code:"publish/content",message:e,fix:n})
if(o===undefined)throw wrong(`${t} is not in the registry`,"build it again")
if(o.digest!==s&&o.indexDigest!==s)throw wrong(`${t} holds ${o.digest}, but ${s} was built`,"another run built the same source meanwhile: run again")
if(`${o.os}/${o.architecture}`!==n.split("/",2).join("/"))throw wrong(`${t} is made for ${o.platform}, not ${n}`,"build it again for that platform")
return o}const Pe="application/vnd.oci.image.index.v1+json"
const Te=[...["revision","created","source","url","title","description","licenses"],...["base.name","base.digest"]].map(e=>`org.opencontainers.image.${e}`)
const Ae=new Set(["org.opencontainers.image.base.digest"])
const Ce="org.opencontainers.image.version"
function makeIndex(e,n){const t=[...e].sort((e,n)=>e.platform<n.platform?-1:e.platform>n.platform?1:0)
const s=t.flatMap(({labels:e})=>Object.keys(e).filter(e=>e.startsWith("com.lucid.")))
const r=[...Te,...[...new Set(s)].sort()].flatMap(e=>{const n=t.map(({labels:n})=>n[e])
const s=n.find(e=>e!==undefined&&e!=="")
const r=s!==undefined&&(!Ae.has(e)||n.every(e=>e===s))
return r?[[e,s]]:[]})
if(n!==undefined)r.push([Ce,n])
const i={schemaVersion:2,mediaType:Pe,manifests:[...t.map(descriptorOf),...t.flatMap(({attestations:e})=>e)],...r.length>0&&{annotations:Object.fromEntries(r)}}
const o=(new TextEncoder).encode(JSON.stringify(i))
return{bytes:o,digest:`sha256:${(0,S.createHash)("sha256").update(o).digest("hex")}`}}function imagesIn({bytes:e}){return JSON.parse((new TextDecoder).decode(e)).manifests}function hasSameImages({content:e},n){if(e.kind!=="index")return false
const names=e=>e.filter(e=>!isAttestation(e)).map(({digest:e})=>e).sort().join()
return names(e.manifests)===names(imagesIn(n))}function isAttestation({platform:e}){return e?.os==="unknown"}function descriptorOf({mediaType:e,digest:n,manifestSize:t,os:s,architecture:r,variant:i}){const o={architecture:r,os:s,...i!==undefined&&{variant:i}}
return{mediaType:e,digest:n,size:t,platform:o}}const _e=50
function patience_patience(e,n,t){let s=_e
let r=e
return{async again(){if(r<=0||t?.aborted)return false
const e=Math.min(s,r)
r-=e
s=Math.min(s*2,4e3)
await n(e)
return true},over(){s=_e}}}function patientOf({options:e,signal:n},t){const s=t==="signalled"?n:undefined
return patience_patience(e?.lagMs??2e4,waitFor(s),s)}function waitFor(e){return n=>new Promise(t=>{if(e?.aborted)return t()
const end=()=>{clearTimeout(s)
e?.removeEventListener("abort",end)
t()}
const s=setTimeout(end,n)
e?.addEventListener("abort",end,{once:true})})}const Ne=new Set(["BLOB_UNKNOWN","MANIFEST_UNKNOWN","MANIFEST_BLOB_UNKNOWN"])
async function putPatiently(e,n,t,s,r){for(;;){try{return await e.putManifest(n,t,s)}catch(e){const n=e.registryCode
if(typeof n!=="string"||!Ne.has(n)||!await r.again())throw e}}}async function copyIndex(e,n,t,s,{patient:r,onChunk:i}){const o=JSON.parse((new TextDecoder).decode(s.bytes)).manifests
for(const s of o)await copyImage(e,n,t,s,{patient:r,onChunk:i})
await putPatiently(e,`${t}@${s.digest}`,s.bytes,Pe,r)}async function copyImage(e,n,t,s,{patient:r,onChunk:i}){const{digest:o}=s
if(await e.head(`${t}@${o}`)!==undefined)return
const a=await e.manifest(`${n}@${o}`)
if(a===undefined)throw new w.yo({code:"publish/content",message:`${o} of ${n} is gone, so it cannot be copied to ${t}`,fix:isAttestation(s)?"build it again: its attestation was deleted":"build it again"})
const{content:c,bytes:d,descriptor:u}=a
const l=c.kind==="image"?[c.config,...c.layers]:[]
const f=distinct(l).filter(e=>!isForeign(e))
await Promise.all(f.map(s=>e.copyBlob(n,t,{...s,onChunk:i})))
await putPatiently(e,`${t}@${o}`,d,u.mediaType,r)}function distinct(e){return[...new Map(e.map(e=>[e.digest,e])).values()]}function isForeign({mediaType:e}){return/nondistributable|foreign/.test(e)}var Re=t(72860)
var De=t(5966)
var Le=t(1006)
function failedVerification({policy:e},n){if(e.verify!=="required")return undefined
const t=n.flatMap(({platform:e,checks:n})=>(0,De.H)(n).map(({name:n,actual:t,expected:s})=>`${e}: ${n} is ${t}, not ${s}`))
return t.length===0?undefined:`verification failed: ${t.join("; ")}`}function heldForSource({dirty:e,revision:n},{allowDirty:t=false}){if(t)return undefined
if(n===l.Pi)return"built without git: no commit stands for it (--allow-dirty lets it pass)"
return e?"uncommitted changes: commit them first (--allow-dirty lets them pass)":undefined}function smokeGate({plan:e,service:n,images:t,smoked:s},{requireSmoke:r=true}){if(!r||n.policy.smoke!=="required")return{kind:"open",proven:[]}
if(!(0,Le.Np)((0,Le.I)(e,n)))return{kind:"open",proven:[]}
const{hash:i}=(0,se.Qm)(e,n)
const o=t.map(e=>{const t=s.filter(t=>t.service===n.name&&t.platform===e.platform)
return{image:e,row:t.find(({digest:n})=>n===e.digest)??t[0]}})
const isAbout=(e,{digest:n})=>e?.digest===n&&e.trial===i
for(const{image:e,row:n}of o)if(n?.verdict==="unhealthy"&&isAbout(n,e))return{kind:"shut",why:`smoke on ${e.platform}: ${wordsFor(n)}`}
const a=o.filter(({image:e,row:n})=>n?.verdict!=="healthy"||!isAbout(n,e))
const c=t.filter(e=>!a.some(n=>n.image===e))
if(a.length===0)return{kind:"open",proven:c}
return{kind:"unproven",proven:c,images:a.map(({image:e,row:n})=>({...e,why:whyUnproven(e,n,i)}))}}function whyUnproven({platform:e,digest:n},t,s){if(t===undefined||t.verdict==="skipped")return`smoke did not run on ${e}${t?.reason===undefined?"":`: ${t.reason}`}`
if(t.digest!==n)return`smoke on ${e} ran ${t.digest}, which is not what is published`
if(t.trial!==s)return`smoke on ${e} made other checks than the catalog has now`
return`smoke on ${e}: ${wordsFor(t)}`}function wordsFor({verdict:e,failure:n,reason:t}){const s=n?.guess??t
return s===undefined?e:`${e}, ${s}`}async function promote(e){const n={tag:false}
try{return await settle(e,n)}catch(t){if(!n.tag)throw t
const{image:s,tag:r}=e
throw new w.yo({code:"publish/unconfirmed",message:`${s}:${r} may have moved, but that could not be confirmed`,why:t.message.split("\n",1)[0]??"",fix:"publish again: what is done is found and kept"},{cause:t})}}async function settle(e,n){const{registry:t,image:s,tag:r,index:i,signal:o,patient:a}=e
const c=(0,re.bn)(r,e.copies??2)
const d=await promote_look(e,c)
const u=ourPublication(e,d)
let l=d
const f=new Map
for(let i=0;i<20;i++){const i=await newestOf(e,u,l)
if(i.kind==="unordered")return i
const p=i.publication
const m=nextStep(l,p,p===u?undefined:f)
if(m?.kind!=="ledger"&&!l.isWhole){l=await promote_look(e,c)
continue}if(m===undefined)return ending(e,u,p,d.tag)
if(f.size===0&&o?.aborted)return{kind:"cancelled"}
const[h,g,w]=m.kind==="tag"?[`${s}:${r}`,await indexOf(e,p),Pe]:[`${s}:${c[m.copy]}`,(0,re.XL)(p),re.Yt]
if(m.kind==="ledger"&&l.ledger[m.copy]===undefined)await t.putBlob(s,re.Ro)
n.tag||=m.kind==="tag"
await putPatiently(t,h,g,w,a)
f.set(promote_keyOf(m),valueAt(p,m))
const y=shown(l,m)
const k=m.kind==="ledger"&&m.copy+1<c.length?l:undefined
l=await promote_look(e,c,k)
while(shown(l,m)===y&&await a.again())l=await promote_look(e,c,k)
a.over()}throw new w.yo({code:"publish/not-shown",message:`${s}:${r} does not come to rest`,why:`the registry shows ${l.tag??"nothing"} where ${i.digest} was written`,fix:"publish again when nobody else does"})}async function promote_look({registry:e,image:n,tag:t},s,r){const tagged=async()=>(await e.head(`${n}:${t}`))?.digest
const[i,...o]=await Promise.all([r===undefined?tagged():r.tag,...s.map(async t=>{const s=await e.manifest(`${n}:${t}`)
return s&&(0,re.SC)(s,t)})])
return{ledger:o,tag:i,isWhole:r===undefined}}function ourPublication({index:e,revision:n,committedAt:t},{ledger:s}){const r={revision:n,committedAt:t,digest:e.digest,sequence:0}
const i=s.find(e=>(0,re.R3)(e,r))
return i??{...r,sequence:1+Math.max(0,...s.map(e=>e?.sequence??0))}}async function newestOf({order:e,allowUnordered:n},t,{ledger:s}){let r=t
for(const i of s){if(i===undefined)continue
const s=await(0,re.JA)(e,n,i,r)
if(s==="older")r=i
else if(s==="unknown"&&r===t)return{kind:"unordered",than:i}}return{kind:"newest",publication:r}}function nextStep(e,n,t){const s=[...e.ledger.map((e,n)=>({kind:"ledger",copy:n})),{kind:"tag"}]
return s.find(s=>shown(e,s)!==valueAt(n,s)&&(t===undefined||t.get(promote_keyOf(s))===shown(e,s)))}function promote_keyOf(e){return e.kind==="tag"?"tag":`ledger ${e.copy}`}function valueAt(e,n){return n.kind==="tag"?e.digest:`${e.revision} ${e.digest}`}function shown(e,n){if(n.kind==="tag")return e.tag
const t=e.ledger[n.copy]
return t&&valueAt(t,n)}async function indexOf({registry:e,image:n,index:t},{digest:s}){if(s===t.digest)return t.bytes
const r=await e.manifest(`${n}@${s}`)
if(r===undefined)throw new w.yo({code:"publish/index-gone",message:`the index ${s} of ${n} is gone, although it was published last`,fix:"run the newest commit's workflow again"})
return r.bytes}function ending({tag:e},n,t,s){if(t===n)return s!==n.digest?{kind:"moved",...s!==undefined&&{previous:s}}:{kind:"present"}
const r=t.revision===n.revision?"a later run of this commit":`${t.revision.slice(0,12)}, which is newer`
return{kind:"superseded",by:t,why:`${e} was published by ${r}`}}var Be=t(61049)
function candidatesFor(e){const begin=n=>({...{service:e,image:n,images:[],facts:[],tags:[],stored:new Set,spent:0}})
const n=begin(e.image)
return[n,...(e.copies??[]).map(e=>({...begin(e),of:n}))]}function tagsOf({service:e},n){return n.tags[e.name]??{immutable:[],floating:[]}}function digestOf(e,{plain:n,release:t}){const s=e.filter(({state:e})=>e!=="held"&&e!=="kept")
if(s.length===0)return undefined
return s.every(e=>e.release)?t.digest:n.digest}function outcomeOf(e){if(e.some(({state:e})=>e==="written"||e==="moved"))return"published"
if(e.some(({state:e})=>e==="present"||e==="kept"))return"unchanged"
return"skipped"}function toRow(e,n,t){const{service:s,image:r,images:i,facts:o,indexes:a,release:c,signed:d}=e
const u=allTags(e,t)
const l=a&&digestOf(u,a)
const f=u.some(e=>e.release&&e.state!=="held"&&e.state!=="kept")
const{outcome:p,reason:m}=together(e,n)
return{service:s.name,image:r,outcome:p,...l!==undefined&&{digest:l},...f&&a&&c&&{release:{...c,digest:a.release.digest}},platforms:i.map(({platform:e,digest:n},t)=>{const{size:s,layers:r}=o[t]??{}
return{platform:e,digest:n,...s!==undefined&&{size:s},...r&&{layers:r.length}}}),tags:u,...n.length>0&&{copies:n.map(e=>copyRow(e,t))},...d&&{signed:d},...m!==undefined&&{reason:m},durationMs:Math.round([e,...n].reduce((e,{spent:n})=>e+n,0))}}function copyRow(e,n){const{image:t,outcome:s="skipped",reason:r}=e
return{image:t,outcome:s,tags:allTags(e,n),...r!==undefined&&{reason:r}}}function allTags(e,n){const{tags:t,reason:s}=e
const r=tagsOf(e,n)
const i=["immutable","floating"].flatMap(e=>r[e].filter(n=>!t.some(t=>t.kind===e&&t.tag===n)).map(n=>{const t=r.versioned?.includes(n)?{release:true}:{}
return{tag:n,kind:e,state:"held",...t,...s!==undefined&&{why:s}}}))
return[...t,...i]}function together(e,n){const{outcome:t="skipped",reason:s}=e
for(const e of["failed","cancelled","superseded"]){const s=n.find(n=>n.outcome===e)
if(t===e||t==="failed"||s===undefined)continue
return{outcome:e,reason:`${s.image}: ${s.reason??e}`}}const r=t==="unchanged"&&n.some(e=>e.outcome==="published")
return{outcome:r?"published":t,...s!==undefined&&{reason:s}}}function tell({service:e,of:n,outcome:t,reason:s,tags:r},i){if(n!==undefined&&t!=="failed")return
const o=r.filter(({state:e})=>e==="written"||e==="moved").map(({tag:e})=>e)
const a=s??(o.length>0?o.join(", "):t)
const c=t==="failed"?"failed":"done"
i?.({stage:"publish",subject:e.name,state:c,...a!==undefined&&{text:a}})}function tellDoing(e,n,t,s){const{service:r,of:i}=e
if(i?.outcome!==undefined)return
t?.({stage:"publish",subject:r.name,state:"update",text:n,...s&&{bytes:s}})}function reasonOf(e){if(e instanceof w.yo)return e.problems.map(({message:e,why:n,fix:t})=>[e,n,t&&`fix: ${t}`].filter(Boolean).join("; ")).join(" | ")
return e instanceof Error?e.message:String(e)}async function floating(e,n){const{indexes:t,tags:s}=e
const{floating:r,versioned:i=[]}=tagsOf(e,n.plan)
if(t===undefined)return
const releaseOf=e=>i.includes(e)?{release:true}:{}
const o=r.length===0?undefined:await gateOf(e,n)
if(o!==undefined){e.reason=o
for(const e of r)s.push({tag:e,kind:"floating",state:"held",...releaseOf(e),why:o})}else{const indexOf=e=>releaseOf(e).release?t.release:t.plain
const i=s.flatMap(({tag:e,state:n})=>r.length===0||n==="kept"?[]:e)
for(const t of new Set([...r,...i].map(indexOf)))await prepare(e,t,n)
for(const t of r)await move(e,indexOf(t),{tag:t,kind:"floating",...releaseOf(t)},n)}e.outcome??=outcomeOf(s)}async function prepare(e,n,t){const s=`${e.image}@${n.digest}`
if(!e.stored.has(n.digest))await putPatiently(t.registry,s,n.bytes,Pe,patientOf(t,"signalled"))
if(t.sign===undefined)return
tellDoing(e,"signing",t.progress)
await t.sign(s)
e.signed=true}async function move(e,n,t,s){const{tag:r}=t
const{registry:i,order:o,signal:a,plan:c,options:d}=s
const{revision:u,committedAt:l}=c.source
tellDoing(e,`moving ${r}`,s.progress)
const f=await promote({...{registry:i,order:o,image:e.image,tag:r,index:n,revision:u,committedAt:l},allowUnordered:d?.allowUnordered??false,patient:patientOf(s,"to the end"),...a&&{signal:a}})
note(e,t,f,u)}function gateOf(e,n){const t=e.of??e
t.gate??=whyHeld(t,n)
return t.gate}async function whyHeld(e,{plan:n,smoke:t,build:s,options:r={},registry:i}){const{service:o,images:a}=e
const c=heldForSource(n.source,r)
if(c!==undefined)return c
const d=smokeGate({plan:n,service:o,images:a,smoked:t?.services??[]},r)
if(d.kind==="shut")return d.why
await floating_record(e,d.proven,{plan:n,registry:i,...s&&{build:s}})
if(d.kind==="open")return undefined
for(const{platform:e,digest:t,why:s}of d.images){const r=await(0,Be.YP)(i,{plan:n,service:o,digest:t})
if(r.kind==="failed")return`smoke on ${e}: unhealthy in another job or run, for commit ${r.revision.slice(0,12)}`
if(r.kind==="unknown")return s}return undefined}async function floating_record({service:e},n,{plan:t,build:s,registry:r}){const{revision:i}=t.source
for(const{digest:o,platform:a}of n){if((await(0,Be.YP)(r,{plan:t,service:e,digest:o})).kind==="passed")continue
const n=(0,se.U9)(t,e,e=>(0,Re.o)(t,s,e,a))
const c={...(0,se.Qm)(t,e),...n&&{needs:n}}
await(0,Be.E4)(r,e.image,o,{service:e.name,verdict:"healthy",revision:i,...c})}}function note(e,n,t,s){const{tag:r}=n
const hold=t=>{e.tags.push({...n,state:"held",why:t})
e.reason??=t}
switch(t.kind){case"present":e.tags.push({...n,state:"present"})
return
case"moved":{const{previous:s}=t
const r=s===undefined?"written":"moved"
e.tags.push({...n,state:r,...s!==undefined&&{previous:s}})
return}case"superseded":hold(t.why)
e.outcome="superseded"
return
case"unordered":hold(unorderedWords(r,t.than.revision,s))
return
case"cancelled":hold("cancelled")
e.outcome??="cancelled"
return}}function unorderedWords(e,n,t){const s=[n,t].includes(l.Pi)
const r=s?"one of them was built without git; --allow-unordered moves the tag all the same":"check out the whole history (fetch-depth: 0), or bring the branches together; --allow-unordered moves the tag all the same"
return`${e}: cannot tell whether ${n.slice(0,12)}, which is published, comes before ${t.slice(0,12)}: ${r}`}const Fe="application/vnd.lucid.relabel.v1+json"
const He="com.lucid.relabel.from"
const Ue={from:He,to:"com.lucid.relabel.to",version:"org.opencontainers.image.version",revision:"org.opencontainers.image.revision"}
async function relabel(e,n){const{registry:t,image:s,labels:r,patient:i}=e
if(Object.entries(r).every(([e,t])=>n.labels[e]===t))return n
const o=await t.manifest(`${s}@${n.digest}`)
if(o?.content.kind!=="image")throw failure(`${n.digest} of ${s} is gone`,"build it again")
const a=parse(await t.blob(s,o.content.config.digest))
const c=asObject(a.config)
const d={...a,config:{...c,Labels:{...asObject(c.Labels),...r}}}
const{digest:u,size:l}=await t.putBlob(s,encode(d))
const f=parse(o.bytes)
const p=encode({...f,config:{...o.content.config,digest:u,size:l},annotations:{...o.content.annotations,[Ue.from]:n.digest}})
const m=`${s}@sha256:${(0,S.createHash)("sha256").update(p).digest("hex")}`
await putPatiently(t,m,p,o.descriptor.mediaType,i)
let h=await t.imageFacts(m,n.platform)
while(h===undefined&&await i.again())h=await t.imageFacts(m,n.platform)
i.over()
if(h===undefined)throw failure(`${m} was accepted, but the registry does not show it`,"publish again")
if(startedWith(h)!==startedWith(n))throw failure(`${m} differs from ${n.digest} in more than its labels`,"build it again")
await relabel_record(e,n.digest,h.digest)
return h}const startedWith=({layers:e,diffIds:n,settings:t,os:s,architecture:r,variant:i})=>JSON.stringify([e.map(({digest:e})=>e),n,t,s,r,i])
const relabelTag=e=>`${e.replace(":","-")}.relabel`
async function relabel_record({registry:e,image:n,version:t,revision:s,patient:r},i,o){const a=`${n}:${relabelTag(o)}`
if(await e.head(a)!==undefined)return
const{digest:c,size:d}=await e.putBlob(n,re.Ro)
const u={mediaType:"application/vnd.oci.empty.v1+json",digest:c,size:d}
const l={[Ue.from]:i,[Ue.to]:o,[Ue.version]:t,[Ue.revision]:s}
const f={...{schemaVersion:2,mediaType:re.Yt,artifactType:Fe,config:u,layers:[u]},annotations:l}
await putPatiently(e,a,encode(f),re.Yt,r)}const failure=(e,n)=>new w.yo({code:"publish/relabel",message:e,fix:n})
const encode=e=>(new TextEncoder).encode(JSON.stringify(e))
const parse=e=>asObject(JSON.parse((new TextDecoder).decode(e)))
const asObject=e=>typeof e==="object"&&e!==null?e:{}
async function writeImmutable(e,n){const{registry:t,image:s,tags:r,versioned:i,patient:o,done:a}=e
const c=await Promise.all(r.map(t=>immutable_look(e,t,n)))
const kindOf=e=>i.has(e)?"release":"plain"
const d=r.flatMap((e,n)=>{const t=c[n]
return t?.kind==="taken"?[{tag:e,digest:t.digest}]:[]})
if(d.length>0)throw new w.yo(d.map(({tag:e,digest:t})=>conflict(s,e,t,n[kindOf(e)].digest)))
const known=e=>c.find((n,t)=>n.kind==="ours"&&kindOf(r[t]??"")===e)
const u={plain:known("plain")?.index??n.plain,release:known("release")?.index??n.release}
for(const[n,d]of r.entries()){const r=c[n]
const l=i.has(d)?{release:true}:{}
const f={tag:d,kind:"immutable",...l}
if(r?.kind==="ours")a({...f,state:"present"})
else if(r?.kind==="kept"){const{digest:e,who:n}=r
a({...f,state:"kept",previous:e,why:`stays with ${e}, ${n}`})}else{const{bytes:n}=u[kindOf(d)]
await putPatiently(t,`${s}:${d}`,n,Pe,o)
u[kindOf(d)]=await immutable_readBack(e,d,u[kindOf(d)])
a({...f,state:"written"})}}return u}async function immutable_look(e,n,{plain:t,release:s}){const{registry:r,image:i,revision:o,versioned:a}=e
const c=a.has(n)?s:t
const d=(await r.head(`${i}:${n}`))?.digest
if(d===undefined)return{kind:"free"}
if(d===c.digest)return{kind:"ours",index:c}
const u=await r.manifest(`${i}@${d}`)
if(u===undefined)return{kind:"taken",digest:d}
if([c,t,s].some(e=>hasSameImages(u,e)))return{kind:"ours",index:{digest:d,bytes:u.bytes}}
const l=await annotationsUnder(e,u)
const f=l[He]
if(f!==undefined&&imagesIn(t).some(e=>e.digest===f))return{kind:"ours",index:{digest:d,bytes:u.bytes}}
if(isOfCommit(u,n,o))return{kind:"kept",digest:d,who:"this commit's first build"}
return isOfEarlierRecipe(l)?{kind:"kept",digest:d,who:"which an earlier version of this program built"}:{kind:"taken",digest:d}}async function annotationsUnder({registry:e,image:n},{content:t}){const[s]=t.kind==="index"?t.manifests.filter(e=>!isAttestation(e)):[]
return(s&&await e.manifest(`${n}@${s.digest}`))?.content.annotations??{}}function isOfEarlierRecipe(e){return e["com.lucid.fingerprint"]!==undefined&&e[o.K]!==o.D}function isOfCommit({content:e},n,t){if(!/^[0-9a-f]{40,64}$/.test(t))return false
return n.includes(t.slice(0,7))||e.annotations["org.opencontainers.image.revision"]===t}async function immutable_readBack({registry:e,image:n,patient:t},s,r){let i=await e.head(`${n}:${s}`)
while(i===undefined&&await t.again())i=await e.head(`${n}:${s}`)
t.over()
if(i===undefined)throw new w.yo({code:"publish/not-shown",message:`${n}:${s} was accepted, but the registry does not show it`,fix:"publish again: what is done is found and kept"})
if(i.digest===r.digest)return r
const o=await e.manifest(`${n}@${i.digest}`)
if(o===undefined||!hasSameImages(o,r))throw new w.yo(conflict(n,s,i.digest,r.digest))
return{digest:i.digest,bytes:o.bytes}}function conflict(e,n,t,s){return{code:"publish/immutable",message:`${e}:${n} already names ${t}, and immutable tags are never overwritten`,why:`this run has ${s}`,fix:"make the tag rule tell the builds apart, make the tag floating, or delete the tag if it is wrong"}}var Ge=t(9609)
async function indexesOf(e,n){const{service:t,image:s,facts:r}=e
const i=makeIndex(r)
const{version:o,versioned:a=[]}=tagsOf(e,n.plan)
if(o===undefined||a.length===0)return{indexes:{plain:i,release:i}}
if(t.policy.version!=="relabel")return{indexes:{plain:i,release:makeIndex(r,o)},release:{version:o}}
const c={[Ce]:o,...ownLabels(e,n,o)}
const{revision:d}=n.plan.source
const u=patientOf(n,"signalled")
const l=await Promise.all(r.map(e=>relabel({registry:n.registry,image:s,revision:d,version:o,labels:c,patient:u},e)))
const f={plain:i,release:makeIndex(l,o)}
const p=l.flatMap(({platform:e,digest:n},t)=>{const s=r[t]?.digest
return s===undefined||s===n?[]:[{platform:e,from:s,digest:n}]})
const m=r.some(({attestations:e},n)=>e.length>(l[n]?.attestations.length??0))
return{indexes:f,release:{version:o,relabelled:p,...m&&{attestations:"left out"}}}}function ownLabels({service:e},{plan:n},t){const{labels:s,name:r,phase:i=""}=e
const{revision:o}=n.source
const a=Object.entries(s).filter(([,e])=>/\{\{\s*version\s*\}\}/.test(e))
const c={name:r,phase:i,project:n.project,revision:o,short_revision:o.slice(0,7),version:t}
return Object.fromEntries(a.map(([e,n])=>[e,(0,Ge.fT)(n,c)]))}async function publish(e){const n=performance.now()
const{plan:t}=e
const s=t.selected.flatMap(e=>t.services.find(n=>n.name===e)??[])
const r=s.flatMap(candidatesFor)
const i={...e,order:remembering(e.order)}
for(const n of[publish_verify,immutable,copy,floating])await each(r,e.options?.concurrency??16,e=>guarded(n,e,i))
return{kind:"lucid.publish",version:1,revision:t.source.revision,services:r.filter(({of:e})=>e===undefined).map(e=>toRow(e,r.filter(({of:n})=>n===e),t)),durationMs:Math.round(performance.now()-n)}}async function guarded(e,n,t){if(n.outcome!==undefined)return
const s=performance.now()
try{if(t.signal?.aborted)end(n,"cancelled","cancelled")
else await e(n,t)}catch(e){const s=e instanceof w.yo&&e.problems[0]?.code==="publish/unconfirmed"
if(t.signal?.aborted&&!s)end(n,"cancelled","cancelled")
else end(n,"failed",reasonOf(e))}n.spent+=performance.now()-s
if(n.outcome!==undefined)tell(n,t.progress)}async function publish_verify(e,n){const{service:t}=e
const{plan:s,build:r,registry:i,progress:o}=n
if(e.of!==undefined)return
const{immutable:a,floating:c,kept:d=[]}=tagsOf(e,s)
const u=s.images.some(e=>e.service===t.name&&e.decision.kind==="blocked")
if(a.length+c.length+d.length===0&&!u)return end(e,We,"this run gives it no tag")
o?.({stage:"publish",subject:t.name,state:"started"})
const l=r?.images.filter(e=>e.service===t.name)??[]
const f=gather(t,s.images,l)
if(f.kind!=="complete")return end(e,f.kind,f.reason)
e.images=f.images
const p=failedVerification(t,l)
if(p!==undefined)return end(e,"failed",p)
e.facts=await factsOfAll(i,f.images,patientOf(n,"signalled"))}const We="not part of this release"
async function immutable(e,n){if(e.of!==undefined)return
Object.assign(e,await indexesOf(e,n))
await tagOnce(e,n)}async function copy(e,n){const{of:t,image:s,service:r}=e
if(t===undefined)return
const{indexes:i,images:o}=t
if(t.outcome===We)return end(e,We,"this run gives it no tag")
if(t.outcome!==undefined||i===undefined)return end(e,"skipped",`${r.name} was not published`)
const{immutable:a,floating:c,versioned:d=[]}=tagsOf(e,n.plan)
const u={plain:a.concat(c).some(e=>!d.includes(e)),release:d.length>0}
const l={done:0}
const onChunk=e=>{l.done+=e}
tellDoing(e,`copying to ${s}`,n.progress,l)
for(const r of["plain","release"]){if(!u[r]||e.stored.has(i[r].digest))continue
const o={patient:patientOf(n,"signalled"),onChunk:onChunk}
await copyIndex(n.registry,t.image,s,i[r],o)
e.stored.add(i[r].digest)}Object.assign(e,{indexes:i,images:o})
await tagOnce(e,n)}async function tagOnce(e,n){const{image:t,indexes:s}=e
if(s===undefined)return
const{registry:r,plan:i,signal:o,progress:a}=n
tellDoing(e,"writing tags",a)
const{immutable:c,versioned:d=[]}=tagsOf(e,i)
const u=await writeImmutable({...{registry:r,image:t,tags:c,versioned:new Set(d),revision:i.source.revision},patient:patientOf(n,"signalled"),done:n=>{e.tags.push(n)
o?.throwIfAborted()}},s)
for(const{kind:n,state:t,release:s}of e.tags)if(n==="immutable"&&t!=="kept")e.stored.add(u[s?"release":"plain"].digest)
e.indexes=u}function end(e,n,t){e.outcome=n
e.reason=t}function remembering(e){const n=new Map
return(t,s)=>{const r=`${t} ${s}`
const ask=async()=>e(t,s)
const i=n.get(r)??ask().catch(()=>"unknown")
n.set(r,i)
return i}}async function each(e,n,t){const s=e.values()
const worker=async()=>{for(const e of s)await t(e)}
await Promise.all(Array.from({length:Math.min(n,e.length)},worker))}var Ye=t(38815)
function composeFile(e){const{use:n,project:t,network:s,parts:r}=e
const i=n.kind==="smoke"&&{labels:n.labels}
const o=new Set
return compose_literal({name:t,services:Object.fromEntries(r.map(n=>[n.name,{...service(n,e,o),...i,networks:{[s.name]:{aliases:[n.name]}}}])),networks:{[s.name]:{...n.kind==="deployment"&&{name:s.name},...i,...s.subnet!==undefined&&{ipam:{config:[{subnet:s.subnet}]}}}}})}function withoutOwnChecks(e){return{services:Object.fromEntries([...e].map(e=>[e,{healthcheck:Ve}]))}}const Ve={interval:"24h",start_period:"24h",start_interval:"24h"}
function composeText(e){const n={smoke:"Made from the catalog. Images are pinned by digest; ports are picked by the engine.",deployment:"Made from the catalog. Images are pinned by digest."}[e.use.kind]
const t=doubledPorts(e).map(e=>`# ${e}\n`)
return`# ${n}\n${t.join("")}${(0,Ye.As)(composeFile(e),{version:"1.1",lineWidth:0,defaultStringType:"QUOTE_DOUBLE",defaultKeyType:"PLAIN",aliasDuplicateObjects:false})}`}function doubledPorts({use:e,parts:n}){if(e.kind==="smoke")return[]
const t=new Map
return n.flatMap(({name:e,ports:n})=>n.flatMap(({published:n,protocol:s})=>{if(n===undefined)return[]
const r=`${n}/${s}`
const i=t.get(r)
if(i===undefined)t.set(r,e)
return i===undefined||i===e?[]:[`${e} wants port ${n} of the host too, which is ${i}'s; it gets one that the engine picks.`]}))}function tcpPorts({health:e,ports:n}){const t=e!==undefined&&"port"in e?[e.port]:[]
return[...new Set([...t,...n.filter(e=>e.protocol==="tcp").map(e=>e.container)])]}function service(e,n,t){const{use:s,parts:r}=n
const i=e.needs.filter(e=>r.some(({name:n})=>n===e))
const o=s.kind==="smoke"?ephemeral(e,n.address??"127.0.0.1"):compose_published(e,t)
return{image:e.image,...e.platform!==undefined&&{platform:e.platform},...e.command!==undefined&&{command:e.command},restart:s.kind==="smoke"||e.run==="job"?"no":"unless-stopped",environment:Object.entries(e.env).map(([e,n])=>`${e}=${n}`),...o.length>0&&{ports:o},...i.length>0&&{depends_on:Object.fromEntries(i.map(e=>[e,{condition:conditionOf(e,n)}]))},...hardened(e),logging:{driver:"json-file",options:{"max-size":"4m","max-file":"2"}}}}function conditionOf(e,{parts:n,selfChecked:t}){if(n.some(({name:n,run:t})=>n===e&&t==="job"))return"service_completed_successfully"
return t.has(e)?"service_healthy":"service_started"}function ephemeral(e,n){const t=e.ports.filter(e=>e.protocol==="udp").map(e=>`${n}::${e.container}/udp`)
return[...tcpPorts(e).map(e=>`${n}::${e}`),...t]}function compose_published({ports:e},n){return e.flatMap(({container:e,published:t,protocol:s})=>{if(t===undefined)return[]
const r=`${t}/${s}`
const i=!n.has(r)
n.add(r)
return[`${i?`${t}:`:""}${e}${s==="udp"?"/udp":""}`]})}function hardened({hardening:e}){if(e===undefined)return{}
const{readOnly:n,tmpfs:t,capDrop:s,noNewPrivileges:r,memory:i,pids:o}=e
return{read_only:n,...t.length>0&&{tmpfs:t},...s.length>0&&{cap_drop:s},...r&&{security_opt:["no-new-privileges:true"]},...i!==undefined&&{mem_limit:i},...o!==undefined&&{pids_limit:o}}}function compose_literal(e){if(typeof e==="string")return e.replaceAll("$","$$$$")
if(Array.isArray(e))return e.map(e=>compose_literal(e))
if(typeof e==="object")return Object.fromEntries(Object.entries(e).map(([e,n])=>[e,compose_literal(n)]))
return e}function deployment(e,n){const{project:t,network:s,services:r,externals:i}=e
const o=r.flatMap(t=>{const s=n.get(t.name)
if(s===undefined||!(0,Le.Np)((0,Le.I)(e,t)))return[]
const{name:r,env:i,ports:o,health:a,needs:c,hardening:d,command:u}=t
return[{...{name:r,env:i,ports:o,needs:c,hardening:d,image:`${t.image}@${s.digest}`},...a!==undefined&&{health:a},...u!==undefined&&{command:u},...t.run==="job"&&{run:"job"}}]})
const a=new Set(o.flatMap(({needs:e})=>e))
for(const e of a)for(const n of i.find(n=>n.name===e)?.needs??[])a.add(n)
const c=i.filter(({name:e})=>a.has(e)).map(({name:e,image:n,run:t,command:s,env:r,ports:i,health:o,needs:a})=>({...{name:e,image:n,env:r,ports:i,needs:a},...t!==undefined&&{run:t},...s!==undefined&&{command:s},...o!==undefined&&{health:o}}))
const d=new Set([...n].filter(([,{healthcheck:e}])=>e).map(([e])=>e))
return{use:{kind:"deployment"},project:t,network:s,parts:[...c,...o],selfChecked:d}}async function writeDeployment(e,n,{services:t},r){const i=new Set([...n.services,...n.externals].flatMap(({needs:e})=>e))
const o=await Promise.all(n.services.map(async e=>{const s=t.find(n=>n.service===e.name)
const o=s!==undefined&&(0,l.g1)(n.source)?earned(s):undefined
const a=o??await floatingDigest(e,n,r)
if(a===undefined)return undefined
const c=i.has(e.name)&&await checksItself(e,a,r)
return[e.name,{digest:a,healthcheck:c}]}))
const a=new Map(o.filter(e=>e!==undefined))
const c=await Promise.all(n.externals.map(e=>pinned(e,r)))
const d=deployment({...n,externals:c},a)
if(!d.parts.some(({name:e})=>a.has(e)))return undefined
return(0,z.f8)(s.join(e,"compose.yml"),composeText(d))}function earned({digest:e,release:n,tags:t}){const s=t.some(({kind:e,state:n})=>e==="floating"&&n==="held")
return s?undefined:n?.digest??e}async function floatingDigest(e,{source:n,project:t},s){const[r]=(0,me.T)(e,(0,l.MC)(n),{project:t}).floating
return r===undefined?undefined:(await s.head(`${e.image}:${r}`))?.digest}async function checksItself({image:e,platforms:n},t,s){const[r="linux/arm64"]=n
const i=await s.imageFacts(`${e}@${t}`,r).catch(()=>undefined)
const o=i?.healthcheck?.test[0]
return o!==undefined&&o!=="NONE"}async function pinned(e,n){if(e.image.includes("@"))return e
const t=await n.resolve(e.image).catch(()=>undefined)
return t===undefined?e:{...e,image:`${e.image}@${t.digest}`}}var ze=t(50647)
const mergeSmoke=e=>{const[n]=e
if(n===undefined)return undefined
const key=({service:e,platform:n,digest:t})=>`${e} ${n} ${t}`
const t=byRank(e.flatMap(({services:e})=>e),key,({verdict:e})=>ze.u[e])
const s=e.flatMap(e=>e.leftovers??[])
return{...n,services:t,...s.length>0&&{leftovers:s},durationMs:merge_longest(e)}}
const qe={skipped:0,cancelled:1,failed:2,unchanged:3,built:4}
const mergeBuilds=e=>{const[n]=e
if(n===undefined)return undefined
const t=byRank(e.flatMap(e=>e.images),({service:e,platform:n})=>`${e} ${n}`,({outcome:e})=>qe[e])
const s=e.length===1?n.command:[]
return{...n,images:t,command:s,durationMs:merge_longest(e)}}
const mergeVerified=e=>{const[n]=e
if(n===undefined)return undefined
const t=byRank(e.flatMap(e=>e.images),({service:e,platform:n,digest:t})=>`${e} ${n} ${t??""}`,({checks:e})=>e.length)
const total=n=>e.reduce((e,{layers:t})=>e+t[n],0)
return{...n,images:t,layers:{read:total("read"),bytes:total("bytes")},durationMs:merge_longest(e)}}
const Ke={skipped:0,cancelled:1,failed:2,"not part of this release":2.5,superseded:3,unchanged:4,published:5}
const mergePublished=e=>{const[n]=e
if(n===undefined)return undefined
const t=byRank(e.flatMap(e=>e.services),({service:e})=>e,({outcome:e,tags:n})=>Ke[e]-(n.some(({state:e})=>e==="held")?.5:0))
return{...n,services:t,durationMs:merge_longest(e)}}
const mergePlans=e=>{const[n]=e.toSorted((e,n)=>n.selected.length-e.selected.length)
if(n===undefined||e.length===1)return n
const t=new Map(e.flatMap(e=>e.images).map(e=>[`${e.service} ${e.platform}`,e]))
for(const e of n.images)t.set(`${e.service} ${e.platform}`,e)
const s=Math.max(...e.map(({waves:e})=>e.length))
const r=new Set
const fresh=e=>!r.has(e)&&r.add(e)!==undefined
return{...n,selected:[...new Set([n,...e].flatMap(({selected:e})=>e))],images:[...t.values()],parents:[...new Set(e.flatMap(({parents:e})=>e??[]))].sort(),tags:Object.assign({},...e.map(({tags:e})=>e),n.tags),waves:Array.from({length:s},(t,s)=>[n,...e].flatMap(({waves:e})=>e[s]??[]).filter(fresh))}}
const merge_longest=e=>Math.max(...e.map(e=>e.durationMs))
function byRank(e,n,t){const s=new Map
for(const r of e){const e=s.get(n(r))
if(e===undefined||t(r)>t(e))s.set(n(r),r)}return[...s.values()]}async function readSmokeResults({smokeResults:e,out:n},{cwd:t}){if(e===undefined)return(0,z.Gi)(n,"lucid.smoke",1)
const r=s.resolve(t,e)
const i=await Promise.all((await(0,z.nG)(r,isSmoke)).map(e=>(0,z.u0)(e,"lucid.smoke",1)))
const o=i.filter(e=>e!==undefined)
if(o.length===0)throw new w.yo({code:"document/missing",message:"holds no smoke.json",at:{file:e},fix:"name a smoke.json, or a folder with those of all legs; leave the option out to go by the registry's records"})
return mergeSmoke(o)}const isSmoke=e=>s.basename(e)==="smoke.json"
var Je=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var Xe=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function publish_publish(e,n){const t=(0,te.cs)(e,n)
const s=await planFor(e,n,t)
const r=await buildFromRegistry(s,t)
const i=await(0,z.Gi)(e.out,"lucid.verify",1)
const o=i===undefined?r:(0,pe.u)(r,i)
const{docker:a,...c}=n
const d=openLayerCache(n.env)
const u=await verifyUnproven({...c,layerCache:d},t,s,o)
const l=await readSmokeResults(e,n)
return publishBuilt(e,n,t,s,u,l)}async function publishBuilt(e,n,t,s,r,i,o){const a=new Set(o?.services.map(({service:e})=>e))
const c={...s,selected:s.selected.filter(e=>!a.has(e))}
const d=await publishSome(e,n,t,{plan:c,build:r,...i&&{smoke:i}})
const u=o===undefined?d:publish_together(s,o,d)
await(0,z.ft)(e.out,u)
await writeSubjects(e.out,"publish",u)
if(n.signal.aborted)return u
const l=await writeDeployment(e.out,s,u,t)
if(l===undefined)return u
const f={...u,composeFile:l}
await(0,z.ft)(e.out,f)
return f}function publish_together(e,n,t){const s=new Map([...n.services,...t.services].map(e=>[e.service,e]))
const r=e.selected.flatMap(e=>s.get(e)??[])
return{...t,services:r,durationMs:n.durationMs+t.durationMs}}async function publishSome(e,n,t,s){const r={stack:[],error:void 0,hasError:false}
try{const i=(0,le.O)(s.plan.root,n)
const o=t.stoppedBy((new AbortController).signal)
const a=Je(r,await signerFor(e,n),true)
return publish({...s,registry:o,...a&&{sign:a.sign},order:async(t,s)=>{const r=await compareRevisions(i,t,s)
return r==="unknown"?compareOnGitHub(n.env,e.githubToken,t,s,n.log):r},options:{requireSmoke:e.requireSmoke,allowDirty:e.allowDirty,allowUnordered:e.allowUnordered},progress:n.progress,signal:n.signal})}catch(e){r.error=e
r.hasError=true}finally{const e=Xe(r)
if(e)await e}}async function signerFor(e,{exec:n,env:t,signal:s}){const{sign:r,signKey:i,signLog:o}=e
if(r==="off")return undefined
if(r==="keyless")return openSigner({by:{kind:r},log:true},{exec:n,env:t,signal:s})
if(i!==undefined)return openSigner({by:{kind:r,key:i},log:o},{exec:n,env:t,signal:s})
throw new w.yo({code:"options/value",message:"sign is `key`, and no key is named",fix:"name one with sign-key: a file, env://COSIGN_PRIVATE_KEY or the address of a key service; or sign keyless"})}var Qe=t(94974)
var Ze=t(96464)
function badge(e){const{healthy:n,tried:t}=(0,Ze.Wr)(e)
const s=e.filter(({outcome:e})=>e==="failed").length
const r=s>0?`${s} of ${e.length} failed`:t>0?`${n} of ${t} healthy`:`${e.filter(e=>(0,Ze.Kg)([e])).length} of ${e.length} built`
const i=(0,Ze.Kg)(e)
const o=i?"brightgreen":s>0?"red":"yellow"
return{schemaVersion:1,label:"images",message:r,color:o,...s>0&&{isError:true}}}var en=t(56635)
var nn=t(70421)
var tn=t(17783)
function reportDocument(e,n){const{plan:t,lint:s,url:r,durationMs:i}=e
const o=(0,nn.h)(e)
const a=(0,en.B)(e)
return{...{kind:"lucid.report",version:1,project:t.project},...{revision:t.source.revision,committedAt:t.source.committedAt},...r!==undefined&&{url:r},...t.source.hold&&{hold:t.source.hold},...{headline:(0,Ze.Pl)(e,o),ok:(0,Ze.Kg)(o),services:o},...a!==undefined&&{progress:a},...{timeline:(0,tn.I)(e),findings:s?.findings??[]},...i!==undefined&&{durationMs:Math.round(i)},files:n}}var sn=t(15654)
var rn=t(15443)
var on=t(17467)
class Leavings{#pe
constructor(e){this.#pe=e}static async read({out:e,results:n},{cwd:t,log:r}){const i=an.map(n=>s.join(e,`${n}.json`))
const o=n===undefined?[]:await(0,z.nG)(s.resolve(t,n),isJson)
if(n!==undefined&&o.length===0)throw new w.yo({code:"document/missing",message:"holds no documents",at:{file:n},fix:"name the folder that the documents of all jobs were downloaded to, or leave `results` out"})
const a=[...new Set([...o,...i])]
const c=await Promise.all(a.map(e=>readAny(e,r)))
return new Leavings(c.filter(e=>e!==undefined))}get plan(){const e=this.#me("plan")
const n=e.at(-1)?.source.revision
return mergePlans(e.filter(({source:e})=>e.revision===n))}of(e){const mine=n=>this.#me(n).filter(n=>n.revision===e)
const n=this.#me("lint").at(-1)
const t=mergeBuilds(mine("build"))
const s=mergeVerified(mine("verify"))
const r=mergeSmoke(mine("smoke"))
const i=mergePublished(mine("publish"))
return{...n&&{lint:n},...t&&{build:t},...s&&{verify:s},...r&&{smoke:r},...i&&{publish:i}}}#me(e){return this.#pe.filter(n=>n.kind===`lucid.${e}`)}}const an=["plan","lint","build","verify","smoke","publish"]
const isJson=e=>e.endsWith(".json")
async function readAny(e,n){const t=await(0,m.readFile)(e,"utf8").catch(()=>undefined)
if(t===undefined)return undefined
const s=gather_parse(t)
if(s===undefined){n(`${e} is no whole JSON, and is left out of the report`)
return undefined}const{kind:r,version:i}=typeof s==="object"&&s!==null?s:{}
if(!an.some(e=>r===`lucid.${e}`))return undefined
if(i===1)return s
n(`${e} is version ${i} of ${r}, which this program does not read; it is left out of the report`)
return undefined}function gather_parse(e){try{return JSON.parse(e)}catch{return undefined}}const fileOf=({out:e,history:n},{cwd:t})=>n===undefined?s.join(e,"history.json"):s.resolve(t,n)
async function readHistory(e,n){const t=fileOf(e,n)
try{const e=await(0,z.u0)(t,"lucid.history",1)
return Array.isArray(e?.runs)?{...sn.Gf,runs:e.runs.filter(isRun)}:sn.Gf}catch(e){n.log(`the history of earlier runs is begun anew: ${e.message.split("\n",1)[0]}`)
return sn.Gf}}const isRun=e=>typeof e?.id==="string"&&typeof e.services==="object"&&e.services!==null
async function writeHistory(e,n,t){return(0,z.f8)(fileOf(e,n),`${JSON.stringify(t)}\n`)}async function report(e,n){const t=await Leavings.read(e,n)
const s=e.plan===undefined?t.plan:undefined
const r=s===undefined?await planFor(e,n):partOf(s,"the plan",e)
if(e.recall)await recall(e,n,r)
const i=e.recall?await Leavings.read(e,n):t
const o=i.of(r.source.revision)
const a=(0,rn.ee)({plan:r,...o})
const c=await progressOf(e,n,{plan:s??r,...o})
const d={plan:r,...o,...a!==undefined&&{durationMs:a}}
return{...d,report:await writeReport(e,n,{...d,...c&&{progress:c}})}}async function progressOf(e,n,t){if(!e.completion||(0,en.w)(t.plan))return(0,en.B)(t)
const s={...e,service:["*"],phase:[],platform:[]}
const r=await(0,J.plan)(s,n,undefined,"to-build","aside").catch(()=>undefined)
return(0,en.B)(t,r)}async function writeReport(e,n,r){const{reportPage:i}=await Promise.all([t.e(3091),t.e(3781)]).then(t.bind(t,83781))
const{completionReport:o}=e.completion?await t.e(895).then(t.bind(t,70895)):{}
const{out:a}=e
const{report:c,verifyHost:d,...u}=r
const l=report_identity(u)
const f=await readHistory(e,n)
const p=(0,Qe.V)(n.env)
const m=(0,sn.gM)(f,l)
const h={...u,history:m,...p!==undefined&&{url:p}}
const g=new Date((n.date??Date.now)()).toISOString()
const w=(0,nn.h)(h)
const y=(0,sn.Yq)(f,(0,sn.uZ)(h,w,l,g))
const k=s.join(a,"report.json")
const b={page:await(0,z.f8)(s.join(a,"report.html"),i(h)),summary:await(0,z.f8)(s.join(a,"summary.md"),`${(0,on.xw)(h)}\n`),badge:await(0,z.f8)(s.join(a,"badge.json"),report_text(badge(w))),history:await writeHistory(e,n,y),...o&&{completion:await(0,z.f8)(s.join(a,"completion.md"),`${o(h,g)}\n`)},json:k}
const v=reportDocument(h,b)
await(0,z.f8)(k,report_text(v))
return v}const report_text=e=>`${JSON.stringify(e,undefined,"\t")}\n`
function report_identity({plan:e,build:n,smoke:t,publish:s}){const{revision:r}=e.source
return(0,S.createHash)("sha256").update(JSON.stringify([r,n,t,s])).digest("hex").slice(0,16)}var cn=t(75284)
var dn=t(26391)
async function publishAhead(e,n,t,s,r){const i=Map.groupBy(s.images,({service:e})=>e)
const o=s.services.filter(({name:e})=>i.get(e)?.some(({decision:e})=>e.kind!=="unchanged"))
if(o.length===0||e.smoke==="all")return undefined
const a=new Set(e.smoke==="dependents"?(0,dn.h)(s.services,o,()=>[]):o)
const c=new Set(s.selected)
const d=await r
const u=await Promise.all(s.services.filter(e=>c.has(e.name)&&!a.has(e)).map(async n=>{const r=unchanged(i.get(n.name)??[])
const o=r.length>0&&r.every(({digest:e})=>d.has(e))
const a={plan:s,service:n,images:r,smoked:[]}
return o&&await passed(a,e,t)?[n.name]:[]}))
const l=u.flat()
if(l.length===0||n.signal.aborted)return undefined
return publishSome(e,n,t,{plan:{...s,selected:l}})}function unchanged(e){return e.flatMap(({platform:e,decision:n})=>n.kind==="unchanged"?[{platform:e,digest:n.digest}]:[])}async function passed(e,n,t){const s=smokeGate(e,n)
if(s.kind!=="unproven")return s.kind==="open"
const r=(0,de.E)(n.smoke==="dependents"?"dependents":"changed",t,e.plan)
const i=s.images.map(n=>r({...n,service:e.service.name}))
return(await Promise.all(i)).every(({kind:e})=>e==="passed")}var un=t(30156)
var ln=t(51405)
var fn=t(41609)
var pn=t(6391)
function members_pinned(e){return`${(0,i._)(e.ref)}@${e.digest}`}function excused(e,n){return n.policy.smoke==="off"?"its policy says: smoke off":(0,Le.hv)((0,Le.I)(e,n))}function lineup(e,n,t,s=[]){const r=new Map(e.services.map(e=>[e.name,e]))
const i=new Map(e.externals.map(e=>[e.name,e]))
const o=new Map(n.filter(e=>e.platform===t).map(e=>[e.service,e]))
const a=new Map
const c=new Map
const d=new Map
const u=new Set
const add=e=>{if(a.has(e)||u.has(e))return undefined
const n=d.get(e)
if(n!==undefined)return n
u.add(e)
const t=find(e)
let s
if(typeof t==="string")s=t
else{const n=t.needs.map(add).find(e=>e!==undefined)
if(n===undefined)a.set(e,t)
else s=n}u.delete(e)
if(s!==undefined)d.set(e,s)
return s}
const find=n=>{const a=i.get(n)
if(a!==undefined)return{...a,role:"external"}
const c=r.get(n)
if(c===undefined)return`${n} is neither a service nor an external of the catalog`
const d=s.find(e=>e.service===n&&e.platform===t)
const u=o.get(n)??d??members_unchanged(e,c,t)
if(u===undefined)return`there is no image of ${n} for ${t}`
const{env:l,ports:f,health:p,timing:m,needs:h,hardening:g,policy:w,command:y}=c
const k=o.has(n)&&excused(e,c)===undefined?"subject":"cast"
return{...{name:n,role:k,image:members_pinned(u),platform:t,env:l,ports:f,needs:h,hardening:g,policy:w},...p!==undefined&&{health:p},...m!==undefined&&{timing:m},...y!==undefined&&{command:y},...c.run==="job"&&{run:"job"}}}
for(const n of o.values()){const t=r.get(n.service)
const s=t&&excused(e,t)
if(s!==undefined){c.set(n.service,{image:n,verdict:"skipped",reason:s})
continue}const i=add(n.service)
if(i!==undefined)c.set(n.service,{image:n,verdict:"unknown",reason:`not started: ${i}`})}return{members:[...a.values()],bystanders:[...c.values()]}}function members_unchanged(e,n,t){const s=e.images.find(e=>e.service===n.name&&e.platform===t)
if(s?.decision.kind!=="unchanged")return undefined
return{service:n.name,platform:t,ref:n.image,digest:s.decision.digest}}var mn=t(93662)
var hn=t(643)
var gn=t(96824)
var wn=t(24959)
var yn=t(37067)
var kn=t(43018)
var bn=t(56110)
async function bodyComplaint({body:e,bodyMatches:n,json:t},s,r){const i=s===""?"with an empty body":`with the body ${JSON.stringify((0,bn.I)(s.slice(0,80)))}`
if(e!==undefined&&!s.includes(e))return`${i}, wanted ${JSON.stringify(e)} in it`
const o=t===undefined?undefined:(0,kn.f)(t)
const a=o?.kind==="test"?(0,kn.y)(o,s):undefined
if(a!==undefined)return`${i}, ${(0,bn.I)(a)}; wanted ${t}`
if(n===undefined||await matches(n,s,r))return undefined
return`${i}, wanted a match of /${n}/u`}const vn=`\nconst { parentPort, workerData: { pattern, text } } = require("node:worker_threads");\nparentPort.postMessage(new RegExp(pattern, "u").test(text));\n`
async function matches(e,n,s){const{Worker:r}=await Promise.resolve().then(t.t.bind(t,75919,19))
s.throwIfAborted()
return new Promise((t,i)=>{const o=new r(vn,{eval:true,workerData:{pattern:e,text:n},env:{},stdin:false})
const stop=()=>{void o.terminate()
i(s.reason)}
s.addEventListener("abort",stop,{once:true})
o.on("message",t)
o.on("error",i)
o.on("exit",()=>s.removeEventListener("abort",stop))})}const $n=64*1024
function tryHttp(e,n){const t=`no complete answer within ${seconds(n.timeoutMs)}`
return attempt(n,t,async(n,t)=>{const{status:s,location:r,body:i}=await exchange(e,n,t)
const o=wrongStatus(e,s)
const a=o??await bodyComplaint(e,i,t).then(e=>e&&`answered ${s} ${e}`)
return{...{ok:a===undefined,status:s},...r!==undefined&&{location:r},...a!==undefined&&{error:a},...o!==undefined&&s<500&&!xn.has(s)&&{final:true}}})}const xn=new Set([408,425,429])
function exchange(e,n,t){return new Promise((s,r)=>{const i=(0,yn.request)({createConnection:()=>n,path:e.path,method:e.method,headers:{host:"127.0.0.1","user-agent":"lucid-smoke",...e.headers,connection:"close"},signal:t})
i.on("error",r)
i.on("response",e=>{const{statusCode:n=0,headers:t}=e
const i=[]
let o=0
const done=()=>{const e=Buffer.concat(i).subarray(0,$n).toString()
s({status:n,body:e,...t.location!==undefined&&{location:t.location}})}
e.on("data",e=>{i.push(e)
o+=e.length
if(o>=$n)done()})
e.on("end",done)
e.on("error",r)})
i.end()})}function wrongStatus(e,n){if(e.status.some(([e,t])=>n>=e&&n<=t))return undefined
return`answered ${n}, wanted ${e.status.map(([e,n])=>e===n?e:`${e}-${n}`).join(", ")}`}function impossible(e){const n=`lucid-smoke-${(0,S.randomBytes)(8).toString("hex")}`
return e.kind==="http"?{...e,path:`/${n}`}:{...e,service:n}}const Sn=250
function tryTcp(e){const n={...e,timeoutMs:e.timeoutMs+Sn}
return attempt(n,`no connection within ${seconds(e.timeoutMs)}`,(n,t,s)=>s>e.timeoutMs?Promise.resolve({...{ok:false,error:`no connection within ${seconds(e.timeoutMs)}`,late:true,unanswered:true}}):new Promise((e,t)=>{const good=()=>e({ok:true,latencyMs:s})
const r=setTimeout(good,Sn)
n.on("close",()=>clearTimeout(r))
n.on("data",good)
n.on("end",()=>e({...{ok:false,error:"connection dropped at once: nothing listens on the port",unanswered:true}}))
n.on("error",t)}))}async function attempt({port:e,timeoutMs:n,signal:t,reach:s=(0,mn.reachHost)("127.0.0.1")},r,i){const o=hn.performance.now()
const a=new AbortController
const c=setTimeout(()=>a.abort(),n)
const d=t===undefined?a.signal:AbortSignal.any([t,a.signal])
const u=Promise.withResolvers()
d.addEventListener("abort",()=>u.reject(d.reason),{once:true})
u.promise.catch(()=>{})
let l
const run=async()=>{d.throwIfAborted()
l=await Promise.race([s.open(e,d),u.promise])
l.on("error",()=>{})
return Promise.race([i(l,d,hn.performance.now()-o),u.promise])}
const f=await run().catch(e=>{if(t?.aborted)return{ok:false,error:"interrupted"}
if(a.signal.aborted)return{ok:false,error:r,late:true,unanswered:true}
const n=e.code==="ECONNREFUSED"||e.code==="ECONNRESET"
return{ok:false,error:plainError(e),...n&&{unanswered:n}}})
clearTimeout(c)
l?.destroy()
return{...f,latencyMs:Math.round((f.latencyMs??hn.performance.now()-o)*10)/10}}function plainError(e){switch(e.code){case"ECONNREFUSED":return"connection refused"
case"ECONNRESET":return"connection reset: nothing listens on the port, or it hung up"
case"HPE_HEADER_OVERFLOW":return"headers larger than 16 KiB"
default:return e.message||e.code||"failed"}}function seconds(e){return`${Math.round(e/100)/10} s`}const On={0:"ended by itself, without an error",125:"the engine could not run it",126:"found, but cannot be executed",127:"program not found",128:"bad exit status",132:"SIGILL: an instruction this processor does not know",134:"SIGABRT",135:"SIGBUS",136:"SIGFPE",139:"SIGSEGV: segmentation fault",143:"SIGTERM"}
function exitMeaning(e,{outOfMemory:n}){if(n)return"killed: out of memory"
if(e===137)return"SIGKILL: killed from outside, or out of memory"
return On[e]??(e>128&&e<165?`signal ${e-128}`:"error")}const En=[{own:true,pattern:/exec format error/i,say:()=>"exec format error: built for another architecture, or a script without a #! line"},{own:true,pattern:/ModuleNotFoundError: No module named ['"]([^'"]+)['"]/,say:([,e])=>`ModuleNotFoundError: ${e}: not in the image, or not on PYTHONPATH`},{own:true,pattern:/Cannot find (?:module|package) ['"]([^'"]+)['"]/,say:([,e])=>`cannot find module ${e}: not in the image`},{own:true,pattern:/error while loading shared libraries: (\S+?):/,say:([,e])=>`shared library ${e} is not in the image`},{own:true,pattern:/version [`'](GLIBC\S*?)' not found/,say:([,e])=>`${e} is not in the image: built against a newer C library than it runs on`},{own:true,pattern:/(?:No space left on device|ENOSPC|disk quota exceeded)/i,say:()=>"no space left on a disk or tmpfs that it writes to"},{pattern:/(?:Read-only file system|EROFS)[^'"/]*(?:['"]?(\/[^'",\s]+))?/i,say:([,e])=>`writes to its read-only file system${e?`: needs a writable ${e} (hardening.tmpfs)`:""}`},{pattern:/(?:can't start new thread|fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed)/i,say:()=>"cannot start another thread or process: hardening.pids is too low"},{pattern:/(?:bind|listen)[^\n]*permission denied|permission denied[^\n]*(?:bind|listen)/i,say:()=>"may not bind its port: below 1024 it needs NET_BIND_SERVICE, better take a higher one"},{pattern:/(?:Permission denied|EACCES)[^'"/]*['"]?(\/[^'",\s]+)/i,say:([,e])=>`permission denied on ${e}: not readable or writable for the user the image runs as`},{own:true,pattern:/(?:address already in use|EADDRINUSE)/i,say:()=>"binds the same port twice: address already in use"},{own:true,pattern:/exec: "([^"]+)": [^\n]*(?:no such file|not found)/i,say:([,e])=>`${e} is not in the image: check ENTRYPOINT and CMD`},{pattern:/(?:exec|\/bin\/sh): ?[^\n]*?([^\s:]+): (?:no such file or directory|not found)/i,say:([,e])=>`${e} is not in the image: check ENTRYPOINT and CMD`},{own:true,pattern:/(?:getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (\S+)|Name or service not known|Temporary failure in name resolution|no such host)/i,say:([,e])=>`cannot resolve ${e??"a host name"}: is a need missing in the catalog?`}]
function guess(e){const{architecture:n,exit:t,log:s,startError:r,probe:i,listeners:o,advice:a}=e
if(n!==undefined&&n.wanted!==n.found)return`wrong architecture: ${n.found}, wanted ${n.wanted}`
if(t?.outOfMemory)return`out of memory: hardening.memory is too low (exit ${t.exitCode})`
const c=i?.port===undefined?undefined:onlyInward(i.port,o)
if(c!==undefined)return c
const d=[...r?[r]:[],...i?[i.error]:[],...s.toReversed()]
const u=i?.status!==undefined&&t===undefined?undefined:signIn(d)
if(u!==undefined)return u
if(t!==undefined){const e=`exited with ${t.exitCode} (${exitMeaning(t.exitCode,t)})${lastWords(s)}`
return a===undefined?e:`${e}; ${a}`}if(r!==undefined)return`could not be started: ${r}`
if(i===undefined)return"no sign of the cause in its log"
return aboutPort(i,o,s)??aboutAnswer(i)}function signIn(e){for(const{pattern:n,say:t}of En)for(const s of e){const e=n.exec(s)
if(e!==null)return t(e)}return undefined}function ownFault({log:e,startError:n,exit:t,probe:s,listeners:r}){if(t?.outOfMemory)return true
if(s?.error.startsWith("flaps"))return true
if(s?.status!==undefined&&s.status<500)return true
if(s?.port!==undefined){if(onlyInward(s.port,r)!==undefined)return true
const e=r?.filter(({address:e})=>!isLocal(e))??[]
if(e.length>0&&e.every(({port:e})=>e!==s.port))return true}const i=[...n?[n]:[],...s?[s.error]:[],...e]
if(i.some(e=>Mn.test(e)))return false
return En.some(({own:e,pattern:n})=>e&&i.some(e=>n.test(e)))}const Mn=/read-only file system|EROFS|permission denied|EACCES|operation not permitted|EPERM|temporarily unavailable/i
const jn=/(?:Read-only file system|EROFS)[^'"/]*['"]?(\/[^'",\s:]+)|['"]?(\/[^'",\s:]+)['"]?: Read-only file system/gi
function writesTo(e){const n=e.flatMap(e=>[...e.matchAll(jn)].map(([,e,n])=>e??n??""))
return[...new Set(n.filter(e=>e!==""))]}function lossOf(e,n,t){const{exit:s,log:r}=n
if(s===undefined||s.outOfMemory)return`${e}: ${t??guess(n)}`
return`${e} exited with ${s.exitCode}${lastWords(r)}`}function lastWords(e){const n=e.at(-1)
return n===undefined?"; it logged nothing":`: ${n.slice(0,160)}`}function isLocal(e){return e.startsWith("127.")||e==="::1"}function onlyInward(e,n=[]){const t=n.filter(n=>n.port===e)
if(t.length===0||!t.every(({address:e})=>isLocal(e)))return undefined
return`listens on ${t[0]?.address}:${e} only: let it listen on 0.0.0.0`}function aboutPort({port:e,status:n,afterMs:t},s,r){if(e===undefined||n!==undefined)return undefined
if(s?.some(n=>n.port===e))return undefined
if(s!==undefined){const n=[...new Set(s.filter(({address:e})=>!isLocal(e)).map(e=>e.port))]
const r=t===undefined?"":` after ${seconds(t)}`
return`nothing listens on port ${e}${n.length===0?r:`; it listens on ${n.join(", ")}`}`}if(r.some(n=>new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${e}\\b`).test(n)))return`listens on 127.0.0.1:${e} only, as its log says: let it listen on 0.0.0.0`
return undefined}function aboutAnswer({error:e,status:n,path:t}){if(n===404&&t!==undefined)return`answers 404 at ${t}: is the health path right?`
if(n!==undefined&&n>=500&&!e.startsWith("flaps"))return`${e}: it runs, and says itself that it is not well`
if(/^no complete answer/.test(e))return`takes the connection and gives ${e}`
return e}function speedOf(e,n){const t=(0,wn.VT)(e)
return t===n||t==="i686"&&n==="x86_64"?"native":"emulated"}const In=10
const Pn=4
const Tn=256*2**20
function underEmulation(e){const{health:n,hardening:t}=e
const{memory:s,pids:r}=t??{}
return{...e,...n&&{health:slower(n)},...t&&{hardening:{...t,...s!==undefined&&{memory:s+Tn},...r!==undefined&&{pids:r*2}}}}}function slower(e){return{...e,timing:{...e.timing,timeout:e.timing.timeout*Pn}}}const An=new Set([132,133,134,135,136,139,159])
const Cn=/^qemu(?:-\w+)?: |uncaught target signal|Function not implemented|\bENOSYS\b|(?:os error|Errno) 38\b|\bio_uring|\bseccomp\b|\bSIG(?:SEGV|ILL|BUS|TRAP|ABRT)\b|Segmentation fault|Illegal instruction/i
const _n=/Resource temporarily unavailable|can't start new thread|pthread_create failed/i
const Nn=/(?:^|[\s/;&|(])(?:pidof|pgrep|pkill|killall|ps|top)(?:$|[\s;&|)])|\/proc\//
function emulatorsDoing({phase:e,symptoms:n,check:t},s){const{exit:r,probe:i,startError:o,working:a}=n
if(e==="pull"||n.architecture!==undefined)return undefined
if(r?.outOfMemory)return`out of memory${Rn}: QEMU takes memory too; raise hardening.memory or smoke it natively`
const c=[...o===undefined?[]:[o],...i?[i.error]:[],...s]
if(a)return`${i?.error??"not ready"}, and was still busy${Rn}: raise start_period or smoke it natively`
if(ownFault({...n,log:s})||c.some(e=>_n.test(e)))return undefined
if(r!==undefined&&An.has(r.exitCode))return`ended by ${exitMeaning(r.exitCode,r)}${Rn}: QEMU may be the cause; smoke it natively`
const d=c.findLast(e=>Cn.test(e))
if(d!==undefined)return`its log says "${d.trim().slice(0,160)}"${Rn}: smoke it natively`
const[,u]=/^exit (\d+)/.exec(i?.error??"")??[]
if(t!==undefined&&An.has(Number(u)))return`its check fails with ${i?.error}${Rn}: smoke it natively`
if(t!==undefined&&Nn.test(t.join(" ")))return`its check looks at processes, which are QEMU's${Rn}: ${i?.error??"it fails"}`
return undefined}const Rn=" under emulation, which decides nothing"
const Dn=25
function judge(e,n,t){const{name:s,image:r}=e
const i=r.slice(r.indexOf("@")+1)
const o={service:s,platform:n,ref:r,digest:i}
if(t?.kind!=="tried")return{...o,verdict:"unknown",reason:(0,bn.I)(t?.why??"not tried"),probes:[]}
const{trial:a,exit:c,log:d,needs:u}=t
const{probes:l,architecture:f,emulated:p,startedAt:m,durationMs:h,readyMs:g,note:w}=a
const y={...{...o,probes:l},...f!==undefined&&{architecture:f},...p&&{emulated:p},...m!==undefined&&{startedAt:m},...h!==undefined&&{durationMs:h},...g!==undefined&&{readyMs:g},...c?.stopMs!==undefined&&a.broken===undefined&&{stopMs:c.stopMs},...a.broken===undefined&&stubborn(t)!==undefined&&{killed:true},...d?.file!==undefined&&{logFile:d.file},...u!==undefined&&{needs:u}}
const k=noAnswer(n,t)??(t.lost&&`what it needs is gone: ${t.lost}`)
if(k!==undefined)return{...y,verdict:"unknown",reason:(0,bn.I)(k)}
const b=failureOf(e,t)
if(b!==undefined)return{...y,verdict:"unhealthy",failure:b}
const v=stubborn(t)
const $=[u&&lacking(u),p?undefined:v&&`${v}; ${Ln}`].filter(e=>e!==undefined)
const x=[p&&v&&unseen(t),w].filter(e=>e!==undefined)
return{...{...y,verdict:"healthy"},...$.length>0&&{warnings:$},...x.length>0&&{reason:x.join("; ")}}}const lacking=e=>`needs: ${e.join(", ")}`
const Ln="as process 1 it gets no default handler: handle SIGTERM, or start it through an init such as tini"
const unseen=({exit:e})=>`stop not judged under emulation: it was killed ${seconds(e?.stopMs??0)} after SIGTERM, and QEMU can hang there`
function stubborn({exit:e}){return e?.killed===true&&!e.outOfMemory?`ignores SIGTERM: killed after ${seconds(e.stopMs??0)}`:undefined}function noAnswer(e,{trial:n,log:t}){const{broken:s,architecture:r,emulated:i}=n
if(s===undefined)return undefined
const o=[s.symptoms.startError??"",...t?.lines??[]]
if(r!==undefined&&r===(0,wn.VT)(e)&&o.some(e=>/exec format error/i.test(e)))return`the engine's machine cannot run ${e}: no emulation is set up`
if(o.slice(-Dn).some(e=>/no space left on device|ENOSPC/i.test(e)))return"no space left on the engine's disk, or on a tmpfs that it writes to"
return i&&emulatorsDoing(s,t?.lines??[])}function failureOf({policy:e},n){const{trial:t,log:s,needs:r}=n
const{broken:i,probes:o,state:a}=t
const c=s?.lines??[]
const d=c.slice(-Dn)
if(i!==undefined){const e=i.symptoms.exit
const n=i.symptoms.probe?.error??o.findLast(({ok:e})=>!e)?.error
return{phase:i.phase,guess:(0,bn.I)(i.guess??guess({...i.symptoms,log:c})),...n!==undefined&&{lastProbe:(0,bn.I)(n)},...e!==undefined&&{exitCode:e.exitCode,exitMeaning:exitMeaning(e.exitCode,e)},...a&&a.healthLog.length>0&&{healthLog:a.healthLog},...a&&a.ports.length>0&&{ports:a.ports},...a&&{inspect:a.inspect},log:d}}if(r!==undefined&&e?.hardening!=="advisory")return{phase:"ready",guess:`is well only without its hardening; ${lacking(r)}`,log:d}
const u=stubborn(n)
if(u===undefined||t.emulated||e?.stop!=="required")return undefined
return{...{phase:"stop",guess:`${u}; ${Ln}`,log:d},...n.exit&&{exitCode:n.exit.exitCode,exitMeaning:exitMeaning(n.exit.exitCode,n.exit)}}}var Bn=t(34058)
var Fn=t(12311)
function subnet_parse(e){const n=/^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(e)
if(n===null)return undefined
const[t,s,r,i,o]=n.slice(1).map(Number)
if([t,s,r,i].some(e=>e>255)||o>32)return undefined
const a=2**(32-o)
const c=((t*256+s)*256+r)*256+i
const d=c-c%a
return{first:d,last:d+a-1,bits:o}}function overlaps(e,n){const t=subnet_parse(e)
const s=subnet_parse(n)
return t!==undefined&&s!==undefined&&t.first<=s.last&&s.first<=t.last}function chooseSubnet(e,n){if(e===undefined)return{}
const t=n.find(({cidr:n})=>overlaps(n,e))
if(t===undefined)return{subnet:e}
const s=`${e} is in use (${t.by})`
const r=Math.max(subnet_parse(e)?.bits??16,16)
const i=candidates(r).find(e=>!n.some(({cidr:n})=>overlaps(n,e)))
if(i===undefined)return{note:`${s}; the engine picked another`}
return{subnet:i,note:`${s}; ${i} was taken`}}function candidates(e){const n=Array.from({length:16},(n,t)=>`172.${31-t}.0.0/${e}`)
const t=Array.from({length:64},(n,t)=>`10.${192+t}.0.0/${e}`)
return[...n,...t]}const Hn=/pool overlaps|invalid pool request/i
async function createStack({docker:e,api:n,stack:t,composePath:s,signal:r,near:i}){const{name:o,subnet:a}=t.network
const c=[]
const d=JSON.stringify(withoutOwnChecks(t.selfChecked))
for(let u=1;;u++){const{subnet:l,note:f}=chooseSubnet(a,[...await usedSubnets(n,r,i),...c])
const p={name:o,...l!==undefined&&{subnet:l}}
await(0,m.writeFile)(s,composeText({...t,network:p}))
const h=[`--file=${s}`,"--file=-"]
const g=["compose",...h,`--project-name=${t.project}`,"--progress=plain"]
const{exitCode:w,stderr:y}=await(0,gn.T1)(e,[...g,"create"],{input:d,signal:r})
const k=w===0?await subnetOf(n,`${t.project}_${o}`,r):undefined
const b={...p,...k!==undefined&&{subnet:k},...f!==undefined&&{note:f}}
if(w===0)return{network:b,refused:new Map}
if(Hn.test(y)&&l!==undefined&&u<10)c.push({cidr:l,by:"another run"})
else if(/failed to create network/i.test(y))throw new gn.OW((0,gn.fM)(y))
else return{network:b,refused:await oneByOne(e,g,t,{input:d,signal:r})}}}async function oneByOne(e,n,{parts:t},s){const r=new Map
for(const{name:i}of t){const t=["up","--no-start","--no-deps","--pull=never","--",i]
const{exitCode:o,stderr:a}=await(0,gn.T1)(e,[...n,...t],s)
if(o!==0)r.set(i,(0,gn.fM)(a))}return r}const Un=Fn.Ikc({Name:Fn.YjP(),IPAM:Fn.Ikc({Config:Fn.YOg(Fn.Ikc({Subnet:Fn.YjP().optional()})).nullish()})})
async function subnetOf(e,n,t){const s=await(0,gn.kA)(e,{method:"GET",path:`/networks/${n}`,signal:t})
if(!s.ok)throw new gn.OW(`the network ${n} is gone: ${s.why}`)
const r=Un.safeParse(s.value).data
return r?.IPAM.Config?.find(({Subnet:e})=>e!==undefined)?.Subnet}async function usedSubnets(e,n,t){const s=await(0,gn.kA)(e,{method:"GET",path:"/networks",signal:n})
const r=s.ok?Fn.YOg(Un).safeParse(s.value).data??[]:[]
const i=r.flatMap(({Name:e,IPAM:n})=>(n.Config??[]).flatMap(({Subnet:n})=>n===undefined?[]:[{cidr:n,by:`network ${e}`}]))
const o=Object.entries(t?(0,y.networkInterfaces)():{}).flatMap(([e,n])=>(n??[]).flatMap(({cidr:n})=>n===null?[]:[{cidr:n,by:`interface ${e}`}]))
return[...i,...o]}var Gn=t(87155)
const Wn=Fn.Ikc({Action:Fn.YjP(),timeNano:Fn.aig(),Actor:Fn.Ikc({ID:Fn.YjP(),Attributes:Fn.g1P(Fn.YjP(),Fn.YjP())})})
function watchEvents(e,{run:n,since:t,lost:s}){const r=new Map
const of=e=>{const n=r.get(e)
if(n!==undefined)return n
const t={ended:Promise.withResolvers(),outOfMemory:false,killed:false}
r.set(e,t)
return t}
const i=new AbortController
const o={since:String(Math.floor(Date.parse(t)/1e3)-1),filters:JSON.stringify({label:[`com.lucid.run=${n}`],event:["die","kill","oom"]})}
let a=""
const onData=e=>{const n=(a+e.toString()).split("\n")
a=n.pop()??""
for(const e of n)take(e,of)}
const c=(0,gn.kA)(e,{method:"GET",path:"/events",query:o,signal:i.signal,onData:onData}).then(e=>i.signal.aborted||s(`the engine's event stream ended${e.ok?"":`: ${e.why}`}`),e=>i.signal.aborted||s(e instanceof Error?e.message:String(e)))
return{exitOf:e=>of(e).ended.promise,exitedAs:e=>of(e).exit,[Symbol.asyncDispose]:async()=>{i.abort()
await c}}}function take(e,n){const t=Wn.safeParse((0,gn.Pq)(e))
if(!t.success)return
const{Action:s,timeNano:r,Actor:i}=t.data
const o=n(i.ID)
if(s==="oom")o.outOfMemory=true
if(s==="kill"){o.firstKill??=r
if(i.Attributes.signal==="9")o.killed=true}if(s==="die"){o.exit={exitCode:Number(i.Attributes.exitCode),outOfMemory:o.outOfMemory,...o.firstKill!==undefined&&{stopMs:Math.round((r-o.firstKill)/1e6)},killed:o.killed}
o.ended.resolve(o.exit)}}var Yn=t(842)
const Vn="0A"
function parseListeners(e){return e.split("\n").slice(1).flatMap(e=>{const[,n,,t]=e.trim().split(/\s+/)
const[s,r]=n?.split(":")??[]
if(t!==Vn||s===undefined||r===undefined)return[]
return[{address:readable(s),port:Number.parseInt(r,16)}]})}function readable(e){const n=Buffer.from(e,"hex")
if(n.length===4)return[...n].reverse().join(".")
for(let e=0;e+4<=n.length;e+=4)n.subarray(e,e+4).reverse()
const t=Array.from({length:8},(e,t)=>n.readUInt16BE(t*2))
if(t.every(e=>e===0))return"::"
if(t.slice(0,7).every(e=>e===0)&&t[7]===1)return"::1"
if(t.slice(0,5).every(e=>e===0)&&t[5]===65535)return[...n.subarray(12)].join(".")
return t.map(e=>e.toString(16)).join(":")}async function listenersOf({pid:e,id:n}){if(e===0)return undefined
try{const t=await(0,m.readFile)(`/proc/${e}/cgroup`,"utf8")
const s=t.includes(n)?t:await(0,m.readFile)(`/proc/${e}/mountinfo`,"utf8")
if(!s.includes(n))return undefined
const r=await Promise.all(["tcp","tcp6"].map(n=>(0,m.readFile)(`/proc/${e}/net/${n}`,"utf8").catch(()=>"")))
return r.flatMap(parseListeners).filter(({address:e})=>e!=="127.0.0.11")}catch{return undefined}}function unstarted(e,n){const t=e?.error??n
const s=e!==undefined&&e.exitCode!==0?{exit:{exitCode:e.exitCode,outOfMemory:e.outOfMemory}}:{}
return{phase:"start",symptoms:{startError:t,...s}}}async function neverReady(e,n,t){if(t.kind==="exited")return{phase:"ready",symptoms:{exit:t.exit}}
const{status:s}=t.last
const r={error:t.why,afterMs:t.afterMs,...s!==undefined&&{status:s},...n.kind==="http"&&{path:n.path},..."port"in n&&{port:n.port}}
const i=n.kind==="healthcheck"?e.image.healthcheck?.argv:undefined
const o=n.kind==="command"?n.command:i
return{phase:"ready",symptoms:{probe:r,...t.working&&{working:true},...await broken_listening(e)},...o!==undefined&&{check:o}}}async function broken_listening({container:e,reach:n}){const t=n.near?await listenersOf(e):undefined
return{...t&&{listeners:t}}}function broken_ended(e,n){const t=e.exitedAs(n)
return t&&{phase:"stable",symptoms:{exit:t}}}function weakCheck({ok:e,error:n="answers every path"}){return e?undefined:{phase:"ready",symptoms:{probe:{error:n}},guess:n}}function unfound({ok:e,error:n="cannot find what it needs"}){return e?undefined:{phase:"ready",symptoms:{probe:{error:n}},guess:n}}async function closedPort(e,n){const t=n.find(({result:e})=>!e.ok)
if(t===undefined)return undefined
const s={error:t.result.error??"closed",port:t.port}
return{phase:"ready",symptoms:{probe:s,...await broken_listening(e)}}}function unwell({speed:e},{image:n},{result:t,late:s},r){const{ok:i,error:o="fails"}=t
if(i||s&&e==="emulated")return undefined
const a=`answers its ${r.kind} check, but its own HEALTHCHECK fails: ${o}`
const c=n.healthcheck?.argv
return{phase:"ready",symptoms:{probe:{error:o}},guess:a,...c!==undefined&&{check:c}}}function silenced({speed:e},{result:n,late:t}){const{ok:s,error:r="failed"}=n
if(s)return undefined
const i=`was healthy, and then was not any more: ${r}`
const o=t&&e==="emulated"
return{phase:"stable",symptoms:{probe:{error:r},...o&&{working:o}},guess:i}}const zn=["changed","added","deleted"]
const qn=Fn.YOg(Fn.Ikc({Path:Fn.YjP(),Kind:Fn.aig()})).nullable()
async function changesIn(e,n,t){const s=await(0,gn.kA)(e,{method:"GET",path:`/containers/${n}/changes`,signal:t})
const r=s.ok?qn.safeParse(s.value).data:undefined
return(r??[]).map(({Path:e,Kind:n})=>({path:e,kind:zn[n]??"changed"}))}const Kn=/\/__pycache__(?:\/|$)|\.pyc$|^\/(?:tmp|dev|proc|sys|run\/secrets|etc\/(?:hosts|hostname|resolv\.conf|mtab))(?:\/|$)/
const Jn=/^(?:\/|\/(?:app|bin|etc|home|lib|opt|root|run|sbin|srv|usr|usr\/[^/]+|var|var\/[^/]+))$/
function writtenPaths(e){const n=e.filter(({kind:e,path:n})=>e!=="deleted"&&n.startsWith("/"))
const t=new Set(n.map(({path:e})=>s.posix.dirname(e)))
const r=n.filter(({path:e})=>!Kn.test(e))
const i=new Set(r.filter(({kind:e})=>e==="added").map(({path:e})=>e))
const o=r.flatMap(({kind:e,path:n})=>{const r=t.has(n)
if(e==="changed"?r:i.has(s.posix.dirname(n)))return[]
return[r||Jn.test(s.posix.dirname(n))?n:s.posix.dirname(n)]})
return[...new Set(o)]}async function machineOfEntry(e,n,t){let r=e
for(let e=0;e<5&&r!==undefined;e++){const e=await firstOf(r.includes("/")?[r]:n.split(":").map(e=>s.posix.join(e,r??"")),t)
if(e===undefined)return undefined
const i=(0,wn.oQ)(e)
if(i.kind!=="script")return i.kind==="elf"?i.machine:undefined
const[o,...a]=i.interpreter
const c=a.find(e=>!e.startsWith("-")&&!e.includes("="))
r=o!==undefined&&s.posix.basename(o)==="env"?c:o}return undefined}async function firstOf(e,n){for(const t of e){const e=await n(t)
if(e!==undefined)return e}return undefined}const Xn=256
async function headOfFile(e,n,t,s){const request=(e,t)=>({...{method:e,path:`/containers/${n}/archive`,query:{path:t},signal:s}})
let r=t
const i=await e(request("HEAD",t)).catch(()=>undefined)
const o=i?.headers["x-docker-container-path-stat"]
if(i!==undefined&&i.status<300&&typeof o==="string"){const{linkTarget:e}=(0,gn.Pq)(Buffer.from(o,"base64").toString())??{}
if(typeof e==="string"&&e!=="")r=e}else return undefined
let a
let c=Buffer.alloc(0)
const onData=(e,n)=>{c=Buffer.concat([c,e])
a=headIn(c)
if(a!==undefined)n()}
const d=await(0,gn.kA)(e,{...request("GET",r),onData:onData})
return d.ok?a:undefined}const Qn=512
function headIn(e){for(let n=0;e.length>=n+Qn;){const t=Number.parseInt(e.toString("latin1",n+124,n+136),8)||0
const s=e.toString("latin1",n+156,n+157)
const r=n+Qn
if(s==="x"||s==="g"){n=r+Math.ceil(t/Qn)*Qn
continue}if(s!=="0"&&s!=="\0")return undefined
const i=r+Math.min(t,Xn)
return e.length>=i?e.subarray(r,i):undefined}return undefined}function machineIn({api:e,shared:{machines:n},signal:t},{image:s},r){const i=[s,r.path,r.searchPath,r.workingDir].join("\n")
const o=n.get(i)??architectureOf(e,r,t)
n.set(i,o)
return o}function architectureOf(e,n,t){const{id:r,path:i,searchPath:o,workingDir:a}=n
return machineOfEntry(i,o,n=>headOfFile(e,r,s.posix.resolve(a,n),t))}function mismatch({platform:e},n){const t=e===undefined?undefined:(0,wn.VT)(e)
if(t===undefined||n===undefined||t===n)return undefined
return{phase:"start",symptoms:{architecture:{wanted:t,found:n}}}}const Zn=8
function frames_frames(e){let n=Buffer.alloc(0)
let t="stdout"
let s=0
return r=>{n=n.length===0?r:Buffer.concat([n,r])
for(;;){if(s>0){const r=n.subarray(0,s)
if(r.length>0)e(r,t)
s-=r.length
n=n.subarray(r.length)}if(s>0||n.length<Zn)return
t=n[0]===2?"stderr":"stdout"
s=n.readUInt32BE(4)
n=n.subarray(Zn)}}}const et=Fn.Ikc({Id:Fn.YjP()})
const nt=Fn.Ikc({ExitCode:Fn.aig().nullable()})
const tt=16384
async function runIn(e,n,t,s){const post=(e,n)=>({method:"POST",path:e,body:n,signal:s})
const r={Cmd:t,AttachStdout:true,AttachStderr:true}
const i=await(0,gn.kA)(e,post(`/containers/${n}/exec`,r))
if(!i.ok)return{exitCode:1,stdout:"",stderr:i.why}
const{Id:o}=et.parse(i.value)
const a={stdout:"",stderr:""}
const c=frames_frames((e,n)=>{a[n]=(a[n]+e.toString()).slice(-tt)})
const d=await(0,gn.kA)(e,{...post(`/exec/${o}/start`,{Detach:false,Tty:false}),onData:c})
if(!d.ok)return{exitCode:1,stdout:"",stderr:d.why}
const u=await(0,gn.kA)(e,{method:"GET",path:`/exec/${o}/json`,signal:s})
if(!u.ok)throw new gn.OW(u.why)
return{...a,exitCode:nt.parse(u.value).ExitCode??1}}const st=[["getent","hosts"],["python3","-S","-E","-c","import socket, sys\nfor name in sys.argv[1:]: socket.gethostbyname(name)"],["node","-e","for (const name of process.argv.slice(1)) require('node:dns').lookup(name, (e) => { if (e) throw e })"]]
const rt=new Set([126,127])
async function discover({api:e,container:n,names:t,known:s,timeoutMs:r,signal:i}){const o=`names ${t.join(", ")}`
for(const[s,a]of st.entries()){const c=AbortSignal.timeout(r)
const d=await runIn(e,n.id,[...a,...t],AbortSignal.any([i,c])).catch(e=>{if(e instanceof gn.OW)throw e
return undefined})
i.throwIfAborted()
if(d===undefined)break
const{exitCode:u,stdout:l,stderr:f}=d
if(u===0)return{kind:"discovery",target:`${o} (${a[0]})`,ok:true,attempts:s+1}
if(rt.has(u)||u>128)continue
const p=(0,bn.I)((0,gn.fM)(f)||(0,gn.fM)(l),200)
const m=`cannot find ${t.join(", ")} by name${p===""?"":`: ${p}`}`
return{kind:"discovery",target:`${o} (${a[0]})`,ok:false,attempts:s+1,error:m}}const a=`${o} (the engine's table; the image has nothing to ask with)`
const c=s===undefined?[]:t.filter(e=>!s.has(e))
return{...{kind:"discovery",target:a,ok:c.length===0,attempts:1},...c.length>0&&{error:`the engine's name server does not know ${c.join(", ")}`}}}const it=Fn.Ikc({cpu_stats:Fn.Ikc({cpu_usage:Fn.Ikc({total_usage:Fn.aig()})})})
const ot=300
const ct=.05
async function untilIdle({api:e,id:n,wanted:t,signal:s}){let r
for(;;){await(0,I.setTimeout)(ot,undefined,{signal:s})
const i=t()?await processorMs(e,n,s):undefined
const o=hn.performance.now()
if(i!==undefined&&r!==undefined&&(i-r.ms)/(o-r.at)<ct)return
r=i===undefined?undefined:{ms:i,at:o}}}const dt=3e3
const ut=.005
const lt=.2
function busyNow(e,n,t){let s
return async({unanswered:r})=>{if(s===undefined||hn.performance.now()-s.at>dt){const[r,i]=[await processorMs(e,n,t),hn.performance.now()]
await(0,I.setTimeout)(dt,undefined,{signal:t})
const[o,a]=[await processorMs(e,n,t),hn.performance.now()]
const c=r===undefined||o===undefined?0:o-r
s={share:c/(a-i),at:a}}return s.share>(r?ut:lt)}}async function processorMs(e,n,t){const s={stream:"false","one-shot":"true"}
const r=await(0,gn.kA)(e,{method:"GET",path:`/containers/${n}/stats`,query:s,signal:t})
const i=r.ok?it.safeParse(r.value).data:undefined
return i===undefined?undefined:i.cpu_stats.cpu_usage.total_usage/1e6}const ft=["UNKNOWN","SERVING","NOT_SERVING","SERVICE_UNKNOWN"]
const pt={5:"NOT_FOUND: it does not know this service",12:"UNIMPLEMENTED: it has no grpc.health.v1.Health",13:"INTERNAL",14:"UNAVAILABLE",16:"UNAUTHENTICATED"}
async function tryGrpc({service:e=""},n){const s=await Promise.resolve().then(t.t.bind(t,32467,19))
return attempt(n,`no complete answer within ${seconds(n.timeoutMs)}`,async(n,t)=>{const{status:r,code:i,said:o,body:a}=await call(s.connect,grpc_frame(message(e)),n,t)
if(r!==200)return{ok:false,error:`answered ${r} over HTTP/2, wanted gRPC`}
if(i!=="0"){const e=pt[i]??`status ${i}`
const n=`answered ${e}${o===""?"":` (${o})`}`
return{ok:false,error:n,...mt.has(i)&&{final:true}}}const c=ft[statusIn(a)]??"a status of its own"
return c==="SERVING"?{ok:true}:{ok:false,error:`answered ${c}, wanted SERVING`}})}const mt=new Set(["5","7","12","16"])
const ht="no gRPC server without TLS answers on this port"
const gt=4096
function call(e,n,t,s){return new Promise((r,i)=>{const o=e("http://127.0.0.1",{createConnection:()=>t})
const fail=e=>{o.destroy()
i(e.code?.startsWith("ERR_HTTP2")?new Error(ht,{cause:e}):e)}
s.addEventListener("abort",()=>o.destroy(),{once:true})
o.on("error",fail)
const a=o.request({":method":"POST",":path":"/grpc.health.v1.Health/Check","content-type":"application/grpc",te:"trailers","user-agent":"lucid-smoke"})
const c=[]
let d={}
let u=0
a.on("error",fail)
a.on("response",e=>{d={...e}})
a.on("trailers",e=>{d={...d,...e}})
a.on("data",e=>{u+=e.length
if(u>gt)fail(new Error("answered more than a health answer can be"))
else c.push(e)})
a.on("close",()=>{const{":status":e,"grpc-status":n="2","grpc-message":t=""}=d
o.destroy()
if(e===undefined)i(new Error(ht))
else r({status:Number(e),code:String(n),said:String(t).slice(0,200),body:Buffer.concat(c)})})
a.end(n)})}function message(e){const n=Buffer.from(e)
return n.length===0?n:Buffer.concat([Buffer.from([10]),varint(n.length),n])}function varint(e){const n=[]
let t=e
for(;t>127;t>>>=7)n.push(t&127|128)
return Buffer.from([...n,t])}function grpc_frame(e){const n=Buffer.alloc(5)
n.writeUInt32BE(e.length,1)
return Buffer.concat([n,e])}function statusIn(e){const n=e.subarray(5)
return n[0]===8?n[1]??0:0}const wt=100
const yt=1.1
const jittered=e=>e*(.75+Math.random()/2)
async function untilReady(e){const{attempt:n,timing:t,exited:s,signal:r,wanted:i,startedAt:o,patience:a,onFailure:c}=e
const d=new AbortController
let u
s.then(e=>{u=e
d.abort()})
const l=AbortSignal.any([r,d.signal])
const{deadline:f=Number.POSITIVE_INFINITY}=t
let p=o+f
const remaining=()=>p-hn.performance.now()
let m=0
let h=0
let g=0
let w=0
let y
let k=wt
let b
let v
const{factor:$=1}=a??{}
const x=Math.min(f,t.startPeriod)*$
const starting=async(e,n)=>e<t.startPeriod||e<x&&await(a?.busy(n))===true
const failed=async(e,n)=>{const t=n.late||g===0&&!n.final
const s=t&&await(a?.busy(n))===true
return{...{kind:"failed",attempts:m,last:b??n,why:e},afterMs:Math.round(hn.performance.now()-o),...s&&{working:s}}}
for(;;){const e=hn.performance.now()
const s=Math.max(1,Math.min(t.timeout,remaining()))
const d=await n(l,s)
r.throwIfAborted()
if(u!==undefined)return{kind:"exited",attempts:m,...b!==undefined&&{last:b},exit:u}
m+=1
const S=d.late&&s<t.timeout&&b!==undefined
if(!S)b=d
if(d.ok){g+=1
h+=1
y??=Math.round(hn.performance.now()-o)
if(h>=(i??t.successes))return{kind:"ready",attempts:m,last:d,readyMs:y}
k=wt}else{h=0
const n=e-o
v=d.final?v?.error===d.error?v:{error:d.error,since:e}:undefined
const s=g>0||!await starting(n,d)
if(s)w+=1
const r=n<t.startPeriod?Math.min(f,t.startPeriod):x
if(g===0)c?.(d,{elapsedMs:n,limitMs:r})
const i=s&&v!==undefined&&e-v.since>=t.wrongAnswerPeriod
const a=g>0?`flaps: ${g} of ${m} answers were good; ${d.error}`:d.error
if(i||w>=Math.max(t.retries,1))return failed(a??"failed",d)}if(remaining()<=0&&g===0&&await(a?.busy(d))===true)p=Math.min(hn.performance.now()+t.timeout,o+f*$)
if(remaining()<=0){const e=`not healthy within its deadline of ${seconds(f)}`
return failed(b?.error===undefined?e:`${e}: ${b.error}`,d)}const O=Math.max(0,o+t.startPeriod-hn.performance.now())
const E=Math.min(t.interval,O>0&&g===0?O:t.interval,Math.max(0,remaining()))
const M=Math.min(jittered(d.ok?k:Math.max(k,d.latencyMs)),E)
await(0,I.setTimeout)(M,undefined,{signal:l}).catch(()=>{})
k=Math.min(k*yt,t.interval)}}async function probeUntil(e,n,{startedAt:t,wanted:s}){const{exited:r,signal:i,patience:o,onWait:a}=e
const onFailure=(e,t)=>a?.(waitingFor(n,e,t))
const attempt=(t,s)=>once(e,n,s,t)
return untilReady({...{attempt:attempt,timing:n.timing,exited:r,signal:i,startedAt:t,onFailure:onFailure},...s!==undefined&&{wanted:s},...o!==undefined&&{patience:o}})}function waitingFor(e,{error:n="fails"},{elapsedMs:t,limitMs:s}){const r=n.replace(/^answered /,"answers ").replace(/([,;]) wanted /,"$1 waiting for ")
const i=r===n?`: ${n}`:` ${r}`
const o=t<s?`of ${Math.round(s/1e3)} s`:"(start period over)"
const a=`${Math.floor(t/1e3)} s ${o}`
return`${(0,bn.I)(shortName(e)+i,200)}, ${a}`}function shortName(e){switch(e.kind){case"http":return`${e.method} ${e.path}`
case"command":return e.command.join(" ")
case"healthcheck":return"HEALTHCHECK"
default:return`${e.kind} on port ${e.port}`}}async function once(e,n,t,s){const{api:r,container:i,image:o,reach:a}=e
if(n.kind==="command")return tryCommand(r,i.id,n.command,t,s)
if(n.kind==="healthcheck"){if(o.healthcheck===undefined)return{ok:false,latencyMs:0,error:"the image has no HEALTHCHECK"}
return noted(e,await tryCommand(r,i.id,o.healthcheck.argv,t,s))}const c=i.ports.get(n.port)
if(c===undefined)return{ok:false,latencyMs:0,error:`port ${n.port} is not published`}
const d={port:c,timeoutMs:t,signal:s,reach:a}
switch(n.kind){case"http":return tryHttp(n,d)
case"tcp":return tryTcp(d)
case"grpc":return tryGrpc(n,d)}}async function tryCommand(e,n,t,s,r){const i=hn.performance.now()
const o=AbortSignal.timeout(Math.ceil(s))
const a=await runIn(e,n,t,AbortSignal.any([r,o])).catch(e=>{if(e instanceof gn.OW)throw e
return undefined})
const c=Math.round(hn.performance.now()-i)
if(r.aborted)return{ok:false,latencyMs:c,error:"interrupted"}
if(a===undefined)return{ok:false,latencyMs:c,error:`did not end within ${seconds(s)}`,late:true}
const{exitCode:d,stdout:u,stderr:l}=a
const f=(0,bn.I)((0,gn.fM)(l)||(0,gn.fM)(u),200)
if(d===0)return{ok:true,latencyMs:c,exitCode:d,said:f}
return{ok:false,latencyMs:c,exitCode:d,said:f,error:`exit ${d}${f===""?"":`: ${f}`}`}}function noted({healthLog:e},{exitCode:n,said:t="",...s}){e.push({exitCode:n??-1,output:n===undefined?s.error??"":t})
if(e.length>5)e.shift()
return s}function nameOf(e,{container:n,reach:t}){const at=e=>`${t.host}:${n.ports.get(e)}`
switch(e.kind){case"http":return`${e.method} http://${at(e.port)}${e.path}`
case"tcp":return`tcp ${at(e.port)} (port ${e.port})`
case"grpc":return`grpc ${at(e.port)} (port ${e.port})${e.service===undefined?"":` ${e.service}`}`
case"command":return e.command.join(" ")
case"healthcheck":return"HEALTHCHECK"}}function resultOf(e,n,t){const{last:s,attempts:r}=t
const i=t.kind==="exited"?s?.error??"ended before it answered":undefined
const o=t.kind==="failed"?t.why:i
return{...{kind:e.kind,target:nameOf(e,n),ok:t.kind==="ready",attempts:r},..."port"in e&&{port:e.port},...s?.status!==undefined&&{status:s.status},...s!==undefined&&{latencyMs:s.latencyMs},...o!==undefined&&{error:o}}}async function negativeControl(e,n){if(n.kind!=="http"&&n.kind!=="grpc"||!n.negative)return undefined
const t=impossible(n)
const{ok:s,status:r,latencyMs:i}=await once(e,t,n.timing.timeout,e.signal)
const o=n.kind==="http"?`answers every path: one that cannot exist got ${r} and would pass as healthy`:"says SERVING of every service, also of one that cannot exist"
return{...{kind:"negative",target:nameOf(t,e),port:n.port,ok:!s,latencyMs:i,attempts:1},...r!==undefined&&{status:r},...s&&{error:o}}}async function answersStill(e,n){const t={...n.timing,startPeriod:0,retries:Math.min(n.timing.retries,2)}
const{deadline:s,...r}=t
const i={...n,timing:r}
const o=await probeUntil(e,i,{startedAt:hn.performance.now(),wanted:1})
return{result:{...resultOf(i,e,o),kind:"stable"},late:o.last?.late===true}}function otherPorts(e,n,t){const{deadline:s,...r}={...t.timing,startPeriod:Math.min(t.timing.startPeriod,5e3)}
const i=tcpPorts(n).filter(e=>!("port"in t)||e!==t.port)
return Promise.all(i.map(async n=>{const t={kind:"tcp",port:n,timing:r}
const s=await probeUntil(e,t,{wanted:1,startedAt:hn.performance.now()})
return{port:n,result:resultOf(t,e,s)}}))}async function ownHealthcheck(e,{timeoutMs:n,retries:t}){const s={...Yn.lz,startPeriod:0,timeout:n,retries:Math.min(t,3)}
const r={kind:"healthcheck",timing:s}
const i=await probeUntil(e,r,{wanted:1,startedAt:hn.performance.now()})
return{result:resultOf(r,e,i),late:i.last?.late===true}}async function tryMember(e,n,t,s){const r=[]
const i=(new Date).toISOString()
const o=hn.performance.now()
const a=await trial_run(e,n,t,s,r)
const c=e.shared.speed==="emulated"?{emulated:true}:{}
const d={...a,...c,startedAt:i,durationMs:Math.round(hn.performance.now()-o)}
return d.broken===undefined?d:{...d,state:await stateOf(e,n,s,r)}}async function trial_run(e,n,t,s,r){const{api:i,events:o,signal:a,reach:c}=e
const d=await e.shared.starts(()=>(0,gn.kA)(i,{method:"POST",path:`/containers/${s}/start`,signal:a}))
const u=hn.performance.now()
const l=await(0,Gn.aH)(i,s,a)
if(!d.ok||l===undefined)return failed(e,n,l,unstarted(l,d.ok?"its container is gone":d.why))
const f=o.exitOf(s)
if(!l.running)await Promise.race([f,(0,I.setTimeout)(kt,undefined,{signal:a})])
if(n.run==="job")return tryJob(e,n,l,f)
const p=mainHealth(n,t)
const{stable:m}=(0,Yn.II)(n)
const staysUp=()=>{const e=Math.max(0,u+m-hn.performance.now())
return Promise.race([f,(0,I.setTimeout)(e,undefined,{signal:a})])}
if(p===undefined){await staysUp()
return tryWorker(e,n,l,m)}const h=e.shared.speed==="emulated"?{factor:In,busy:busyNow(i,s,a)}:undefined
const g={api:i,container:l,image:t,exited:f,signal:a,reach:c,healthLog:r,onWait:e.onWait}
const w={...g,...h&&{patience:h}}
const y=await probeUntil(w,p,{startedAt:u})
const k=resultOf(p,w,y)
if(y.kind!=="ready")return failed(e,n,l,await neverReady(w,p,y),k)
const{readyMs:b}=y
e.onReady(`answers after ${seconds(b)}, in ${k.latencyMs} ms`)
if(n.role!=="subject")return{probes:[k],readyMs:b}
const[v,$,x,S,O]=await Promise.all([negativeControl(w,p),otherPorts(w,n,p),ownCheck(e,w,p),findNeeds(e,n,w),machineIn(e,n,l),staysUp()])
const E=broken_ended(o,s)
const M=E===undefined?await answersStill(w,p):undefined
const j=E??broken_ended(o,s)??mismatch(n,O)??(v&&weakCheck(v))??(S&&unfound(S))??await closedPort(w,$)??(x&&unwell(e.shared,w,x,p))??(M&&silenced(e.shared,M))
const P=x?.late?"its own HEALTHCHECK did not end in time under emulation, which decides nothing":undefined
const T=y.last.location
const A=P??(T&&`answers ${y.last.status}, a redirect to ${(0,bn.I)(T,200)}, which is not followed`)
return{probes:[k,v,...$.map(({result:e})=>e),x?.result,S,M?.result].filter(e=>e!==undefined),readyMs:b,...A!==undefined&&{note:A},...O!==undefined&&{architecture:O},...j!==undefined&&{broken:j}}}async function failed(e,n,t,s,...r){const{exit:i,startError:o}=s.symptoms
const a=t!==undefined&&(i!==undefined||o!==undefined)
const c=a?await machineIn(e,n,t):undefined
return{probes:r,broken:mismatch(n,c)??s,...c!==undefined&&{architecture:c}}}const kt=2e3
async function tryJob(e,n,t,s){const r=hn.performance.now()
const{deadline:i=Yn.gF}=(0,Yn.II)(n)
const o=new AbortController
const a=AbortSignal.any([e.signal,o.signal])
const c=await Promise.race([s,(0,I.setTimeout)(i,undefined,{signal:a})]).finally(()=>o.abort())
const d={kind:"exit",target:"exit code of the job",attempts:1}
if(c===undefined){const e=`does not end: a job has ${seconds(i)} (health.deadline)`
return{probes:[{...d,ok:false,error:e}],broken:{phase:"ready",symptoms:{},guess:e}}}if(c.exitCode!==0)return failed(e,n,t,{phase:"ready",symptoms:{exit:c}},{...d,ok:false})
const u=Math.round(hn.performance.now()-r)
e.onReady(`ended with 0 after ${seconds(u)}`)
if(n.role!=="subject")return{probes:[],readyMs:u}
const l=await machineIn(e,n,t)
const f=mismatch(n,l)
const p={...l!==undefined&&{architecture:l},...f&&{broken:f}}
return{probes:[{...d,ok:true}],readyMs:u,...p}}async function tryWorker(e,n,t,s){const{api:r,events:i,signal:o}=e
const{id:a}=t
const c={kind:"stable",target:`stays up for ${seconds(s)}`,attempts:1}
const d=broken_ended(i,a)
if(d!==undefined){const{exit:s}=d.symptoms
const r=s?.exitCode===0&&n.role!=="external"?{advice:bt}:{}
const i={...d,symptoms:{...d.symptoms,...r}}
return failed(e,n,t,i,{...c,ok:false})}e.onReady("up")
if(n.role!=="subject")return{probes:[]}
const[u,l]=await Promise.all([findNeeds(e,n,{api:r,container:t,signal:o}),machineIn(e,n,t)])
const f=broken_ended(i,a)??mismatch(n,l)??(u&&unfound(u))
return{probes:[{...c,ok:true},...u===undefined?[]:[u]],...l!==undefined&&{architecture:l},...f!==undefined&&{broken:f}}}const bt="a worker has to stay up; say `run: job` if it is meant to end, `run: never` if it is only a base image"
function mainHealth(e,{healthcheck:n}){if(e.health!==undefined)return e.health
const t=(0,Yn.II)(e)
const[s]=tcpPorts(e)
if(s!==undefined)return{kind:"tcp",port:s,timing:t}
return n===undefined||e.role==="external"?undefined:{kind:"healthcheck",timing:t}}async function ownCheck({shared:e},n,t){const{healthcheck:s}=n.image
if(s===undefined||t.kind==="healthcheck")return undefined
return e.commands(()=>ownHealthcheck(n,s))}async function findNeeds(e,n,{api:t,container:s,signal:r}){const i=n.needs.filter(n=>!e.jobs.has(n))
if(i.length===0)return undefined
const o=await(0,Gn.Xu)(t,e.run,r)
const a=o.some(e=>e.names!==undefined)
const c=a?new Set(o.filter(e=>e.running).flatMap(e=>e.names??[])):undefined
return e.shared.commands(()=>discover({api:t,container:s,names:i,known:c,timeoutMs:6e4,signal:r}))}async function stateOf(e,n,t,s){const r=await(0,Gn.aH)(e.api,t,e.signal)
const i=r===undefined||!e.reach.near?undefined:await listenersOf(r)
return{inspect:r?.excerpt??{},healthLog:[...r?.healthLog??[],...s].slice(-5),ports:tcpPorts(n).map(e=>{const n=r?.ports.get(e)
const t=i?.filter(({port:n})=>n===e).map(({address:e})=>e)
return{container:e,...n!==undefined&&{published:n},...t!==undefined&&{listens:t.join(", ")||"nothing"}}})}}const vt={readOnly:false,tmpfs:[],capDrop:[],noNewPrivileges:false}
const $t={writable:{lift:{readOnly:false},holds:({readOnly:e})=>e},tmpfs:{lift:{tmpfs:[]},holds:({tmpfs:e})=>e.length>0},capabilities:{lift:{capDrop:[]},holds:({capDrop:e})=>e.length>0},privileges:{lift:{noNewPrivileges:false},holds:e=>e.noNewPrivileges},processes:{lift:{pids:undefined},holds:({pids:e})=>e!==undefined}}
async function retryPlain(e,n,t,s,r){const{hardening:i}=n
if(i===undefined||s.broken===undefined||!mayBeHardening(s,r))return undefined
const o=Object.keys($t).filter(e=>$t[e].holds(i))
if(o.length===0)return undefined
const a=i.memory===undefined?{}:{memory:i.memory}
const c=new Map([["plain",{...vt,...a}]])
for(const e of o)c.set(e,lifted(i,$t[e].lift))
const d=await create(e,n,c,t)
const attempt=s=>{const r=d.get(s)
if(r===undefined)throw new gn.OW(`the container of ${n.name} is gone`)
return tryMember({...e,onReady:()=>{}},n,t,r)}
const{api:u,signal:l}=e
const remove=e=>(0,Bn.removeContainers)(u,e.flatMap(e=>d.get(e)??[]),l)
const f=await attempt("plain")
const p=d.get("plain")
if(f.broken!==undefined||p===undefined){await remove([...c.keys()])
return undefined}const m=await changesIn(u,p,l)
const h=await Promise.all(o.map(async e=>(await attempt(e)).broken===undefined?[e]:[]))
await remove(o)
const g=h.flat().flatMap(e=>hardening_inWords(e,i,r,m))
const w=`several at once: ${o.map(e=>xt[e](i,r)).join(", ")}`
return{needs:g.length>0?g:[w],trial:f,id:p}}function lifted(e,n){const{pids:t,...s}={...e,...n}
return t===undefined?s:{...s,pids:t}}function mayBeHardening({broken:e,architecture:n},t){if(e===undefined||e.phase==="pull"||e.symptoms.architecture!==undefined)return false
const s={...e.symptoms,log:t}
const r=e.phase==="ready"&&e.guess!==undefined&&/^(?:answers every path|says SERVING of every|does not end)/.test(e.guess)
const i=[e.symptoms.startError??"",...t].some(e=>/exec format error/i.test(e))
return!r&&!i&&!ownFault(s)&&(n!==undefined||e.symptoms.exit?.exitCode!==127)}async function create({docker:e,api:n,run:t,labels:s,network:r,signal:i,reach:o},a,c,{healthcheck:d}){const u=`${t}-${(0,S.randomBytes)(3).toString("hex")}`
const l=[...c].map(([e,n])=>({...a,name:e,hardening:n}))
const f={kind:"smoke",labels:s}
const p=composeFile({...{use:f,project:u,parts:l,selfChecked:new Set,address:o.address},network:{name:r.key}})
const m=Object.entries(p.services).map(([e,n])=>[e,{...n,networks:{[r.key]:{aliases:e==="plain"?[a.name]:[]}},...d!==undefined&&{healthcheck:Ve}}])
const h={...p,services:Object.fromEntries(m),networks:{[r.key]:{name:r.name,external:true}}}
const g=["compose","--file=-",`--project-name=${u}`,"--progress=quiet","create","--pull=never"]
const{exitCode:w,stderr:y}=await(0,gn.T1)(e,g,{input:JSON.stringify(h),signal:i})
if(w!==0)throw new gn.OW(`no container for a second try of ${a.name}: ${(0,gn.fM)(y)}`)
const k=await(0,Gn.Xu)(n,t,i)
return new Map(k.filter(e=>e.project===u).map(({service:e,id:n})=>[e,n]))}const xt={writable:()=>"a writable root",tmpfs:({tmpfs:e})=>`what the image has in ${e.map(e=>e.split(":")[0]).join(", ")} (hardening.tmpfs hides it)`,capabilities:(e,n)=>{const t=capabilitiesIn(n)
return t.length>0?`the capability ${t.join(", ")}`:"a capability (hardening.cap_drop)"},privileges:()=>"new privileges, as a set-user-ID program has (hardening.no_new_privileges)",processes:()=>"more processes or threads (hardening.pids)"}
function hardening_inWords(e,n,t,s){if(e!=="writable")return[xt[e](n,t)]
const r=[...new Set([...writesTo(t),...writtenPaths(s)])]
const i=r.filter(e=>!r.some(n=>n!==e&&e.startsWith(`${n}/`)))
return i.length===0?[xt.writable(n,t)]:i.slice(0,8).map(e=>`writable ${e}`)}const St=[[/chown|changing ownership/i,"CHOWN"],[/set(?:res|re|e)?uid|seteuid|switch(?:ing)? (?:to )?user|failed to (?:change|set) user/i,"SETUID"],[/set(?:res|re|e)?gid|setgroups|initgroups/i,"SETGID"],[/bind/i,"NET_BIND_SERVICE"],[/raw socket|icmp|ping/i,"NET_RAW"],[/chmod|utime/i,"FOWNER"],[/setrlimit|prlimit/i,"SYS_RESOURCE"]]
function capabilitiesIn(e){const isRefusal=e=>/operation not permitted|EPERM|permission denied/i.test(e)
const n=e.filter((n,t)=>e.slice(t,t+3).some(isRefusal))
return St.filter(([e])=>n.some(n=>e.test(n))).map(([,e])=>e)}var Ot=t(78474)
var Et=t(80481)
var Mt=t(57075)
const jt=2e3
const It=4e3
const Pt=/^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s
async function saveLog(e,n,t,r){const i=[]
const open=()=>{const e=new Mt.PassThrough
const n=(0,Et.createInterface)({input:e,crlfDelay:Number.POSITIVE_INFINITY})
let t=""
n.on("line",e=>{const[,n,s]=Pt.exec(e)??[]
if(n!==undefined)t=n
i.push({time:t,text:(s??e).slice(0,It)})})
return{input:e,read:(0,Ot.once)(n,"close")}}
const o={stdout:open(),stderr:open()}
const a={stdout:"1",stderr:"1",timestamps:"1",tail:String(jt)}
const c=frames_frames((e,n)=>o[n].input.write(e))
await(0,gn.kA)(e,{method:"GET",path:`/containers/${n}/logs`,query:a,onData:c})
for(const{input:e}of Object.values(o))e.end()
await Promise.all(Object.values(o).map(({read:e})=>e))
if(i.length===0)return{lines:[]}
i.sort((e,n)=>e.time<n.time?-1:e.time>n.time?1:0)
const d=(0,s.join)(t,`${r}.log`)
await(0,m.writeFile)(d,i.map(({time:e,text:n})=>`${e} ${(0,bn.I)(n,It)}\n`).join(""))
return{file:d,lines:i.flatMap(({text:e})=>(0,bn.v)(e))}}async function stop(e,n,t){const{api:s,events:r,signal:i,seconds:o,impatient:a}=t
const c={t:String(o)}
const d=new AbortController
const u=a?killHung(e,n,{...t,signal:AbortSignal.any([i,d.signal])}):undefined
u?.catch(()=>{})
const l=await(0,gn.kA)(s,{method:"POST",path:`/containers/${n}/stop`,query:c,signal:i})
d.abort()
if(l.ok)await Promise.race([r.exitOf(n),(0,I.setTimeout)(500,undefined,{signal:i})])}const Tt=250
const At=8
async function killHung(e,n,{api:t,signal:s}){const r=await(0,Gn.aH)(t,n,s)
const i=tcpPorts(e)
if(r===undefined||i.length===0)return
for(let e=0;e<At;){await(0,I.setTimeout)(Tt,undefined,{signal:s})
const n=await listenersOf(r)
if(n===undefined)return
e=n.some(({port:e})=>i.includes(e))?0:e+1}s.throwIfAborted()
await(0,gn.kA)(t,{method:"POST",path:`/containers/${n}/kill`,query:{signal:"SIGKILL"},signal:s})}const Ct=128*2**20
function turns({slots:e,memory:n}){const t=[]
let s=0
let r=0
const letIn=e=>{s+=1
r+=e
const n=turns_once(()=>{s-=1
next()})
const t=turns_once(()=>{r-=e
next()})
return{tried:n,gone:()=>{n()
t()}}}
const next=()=>{for(;;){const i=t.findIndex(({memory:t})=>s===0||s<e&&r+t<=n)
const[o]=i<0?[]:t.splice(i,1)
if(o===undefined)return
o.enter(letIn(o.memory))}}
return{enter:e=>new Promise(n=>{t.push({memory:e,enter:n})
next()}),crowded:()=>t.length>0}}function turns_once(e){let n=false
return()=>{if(n)return
n=true
e()}}async function perform(e,n,{needs:t,isReady:s,dependents:r}){const{api:i,outcomes:o,here:a,ids:c,signal:d,tell:u}=e
const{name:l}=n
const f=(await t).find(e=>e!==undefined)
if(o.has(l))return
if(f!==undefined){o.set(l,{kind:"unknown",why:`not started: ${f}`})
return}const p=await e.turns.enter(n.hardening?.memory??Ct)
const m=new AbortController
try{d.throwIfAborted()
const[t,f]=[a.get(l),c.get(l)]
if(t===undefined||f===undefined)throw new gn.OW(`the container of ${l} is gone`)
u(n,"started","starting")
const h=AbortSignal.any([d,m.signal])
untilIdle({api:i,id:f,wanted:e.turns.crowded,signal:h}).then(p.tried,()=>{})
const onReady=e=>{m.abort()
p.tried()
s()
u(n,"update",e)}
const onWait=e=>u(n,"update",e)
const g=await tryMember({...e,onReady:onReady,onWait:onWait},t.member,t.image,f)
if(g.broken===undefined){p.tried()
if(n.run!=="job")await r
o.set(l,await finish(e,n,{trial:g,id:f}))
return}const w=await lostAmong(e,n.needs)
await stop(n,f,{...e,seconds:_t,impatient:false})
const y=await saveLog(e.api,f,e.logFolder,l)
if(w!==undefined){o.set(l,{kind:"tried",trial:g,log:y,lost:w,...exitOf(e,f)})
return}const k=g.emulated&&emulatorsDoing(g.broken,y.lines)
const b=k?undefined:await retry(e,n,{trial:g,log:y})
if(b===undefined){o.set(l,{kind:"tried",trial:g,log:y,...exitOf(e,f)})
return}p.tried()
if(n.policy?.hardening==="advisory"){s()
await r}const v=await finish(e,n,b)
o.set(l,{...v,needs:b.needs,log:y})}finally{m.abort()
p.gone()}}async function lostAmong({api:e,events:n,ids:t,jobs:s,logFolder:r},i){for(const o of i){const i=t.get(o)
const a=i===undefined||s.has(o)?undefined:n.exitedAs(i)
if(i===undefined||a===undefined)continue
const{lines:c}=await saveLog(e,i,r,o)
return lossOf(o,{exit:a,log:c})}return undefined}async function retry(e,n,{trial:t,log:s}){const r=e.here.get(n.name)
if(r===undefined||n.role==="external")return undefined
e.tell(n,"update","failed; looking for the cause")
return retryPlain(e,r.member,r.image,t,s.lines)}const _t=1
async function finish(e,n,{trial:t,id:s}){const{stopGracePeriod:r}=(0,Yn.II)(n)
const i=t.broken??(n.run==="job"?undefined:broken_ended(e.events,s))
if(n.run!=="job"){e.tell(n,"update","stopping")
const i=Math.max(1,Math.ceil(r/1e3))
const o=t.emulated===true&&e.reach.near
await stop(n,s,{...e,seconds:i,impatient:o})}const o=await saveLog(e.api,s,e.logFolder,n.name)
return{kind:"tried",trial:{...t,...i&&{broken:i}},log:o,...exitOf(e,s)}}const exitOf=({events:e},n)=>{const t=e.exitedAs(n)
return t===undefined?{}:{exit:t}}
var Nt=t(49554)
async function pullImage(e){const{api:n,image:t,platform:s,signal:r,onProgress:i}=e
const{host:o,repository:a,tag:c="latest",digest:d}=(0,Nt.F2)(t)
const u=await loginAt(o,e.credentials)
r.throwIfAborted()
const l=new Layers
let f
let p=""
const onData=e=>{const n=(p+e.toString("latin1")).split("\n")
p=n.pop()??""
for(const e of n){const n=(0,gn.Pq)(Buffer.from(e,"latin1").toString())??{}
if(typeof n.error==="string")f=(0,gn.fM)(n.error)
l.take(n)}i(l.isExtracting?"unpacking":"pulling",l.bytes)}
const m=await(0,gn.kA)(n,{...{method:"POST",path:"/images/create",signal:r,onData:onData},query:{fromImage:`${o}/${a}`,tag:d??c,...s!==undefined&&{platform:s}},...u.header!==undefined&&{headers:{"x-registry-auth":u.header}}})
const h=m.ok?f:m.why
if(h===undefined)return undefined;(0,gn.Ax)(h)
return u.problem===undefined?h:`${h} (${u.problem})`}async function loginAt(e,n){try{const t=await n(e)
return t===undefined?{}:{header:authHeader(e,t)}}catch(e){return{problem:e.message.split("\n",1)[0]??"no login"}}}function authHeader(e,n){const t=e==="docker.io"?"https://index.docker.io/v1/":e
const{kind:s,...r}=n
const i="token"in r?{identitytoken:r.token}:r
return Buffer.from(JSON.stringify({...i,serveraddress:t})).toString("base64url")}class Layers{#he=new Map
take({status:e,id:n,progressDetail:t={}}){if(typeof n!=="string"||typeof e!=="string")return
const s=this.#he.get(n)
const{current:r,total:i}=t
if(e==="Pulling fs layer"||e==="Waiting")this.#he.set(n,s??{done:0,here:false})
else if(e==="Already exists")this.#he.delete(n)
else if(e==="Downloading"&&typeof r==="number")this.#he.set(n,{done:r,...typeof i==="number"&&i>0&&{total:i},here:false})
else if(s!==undefined&&/^(?:Download complete|Verifying Checksum|Extracting|Pull complete)$/.test(e))this.#he.set(n,{...s,done:s.total??s.done,here:true})}get isExtracting(){return this.#he.size>0&&[...this.#he.values()].every(({here:e})=>e)}get bytes(){const e=[...this.#he.values()]
const n=e.reduce((e,n)=>e+(n.total??(n.here?n.done:Number.NaN)),0)
return{done:e.reduce((e,{done:n})=>e+n,0),...n>0&&{total:n}}}}const Rt=/not found|manifest unknown|no matching manifest|does not provide|no match for platform/i
const Dt=/unauthorized|denied|forbidden/i
async function pull(e,n){const{api:t,platform:s,images:r,signal:i}=n
if(r==="present")return check(t,e,i)
const o=e.platform
if(o!==undefined&&/@sha256:/.test(e.image)){const n=await check(t,e,i)
if(n.kind==="here")return n}const a=await fetched(e,o,n)
if(a===undefined)return check(t,e,i)
if(Rt.test(a)&&o===undefined)return pull({...e,platform:s},n)
n.tellPull(e,"failed",{text:a})
if(Rt.test(a)&&!Dt.test(a))return{kind:"wrong",why:`not in the registry for ${o??s}: ${e.image}`}
return{kind:"unknown",why:`cannot pull ${e.image}: ${a}`}}async function fetched(e,n,{api:t,credentials:s,signal:r,tellPull:i}){i(e,"started",{text:"pulling"})
let o={done:0}
const onProgress=(n,t)=>{o=t
i(e,"update",{text:n,bytes:t})}
for(let a=1;;a++){const c=await pullImage({...{api:t,credentials:s,platform:n,signal:r,onProgress:onProgress},image:e.image})
if(c===undefined)i(e,"done",o.done>0?{bytes:{done:o.done}}:{})
if(c===undefined||a>=3||Rt.test(c)||Dt.test(c))return c
i(e,"update",{text:`again: ${c}`})
await(0,I.setTimeout)(1e3*2**(a-1),undefined,{signal:r})}}async function check(e,n,t){const s=await(0,Gn.mm)(e,n.image,t)
if(s===undefined)return{kind:"unknown",why:`the engine does not have ${n.image}`}
const{platform:r}=n
if(r!==undefined&&r.split("/",2).join("/")!==s.platform)return{kind:"wrong",why:`wrong architecture: the image is for ${s.platform}, wanted ${r}`}
return{kind:"here",member:{...n,platform:r??s.platform},image:s}}var Lt=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var Bt=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function runStack(e){const{docker:n,api:t,reach:s=(0,mn.reachHost)("127.0.0.1")}=e
const r=`lucid-smoke-${(0,S.randomBytes)(5).toString("hex")}`
const i=new Map
const o=new AbortController
const a=AbortSignal.any([e.signal,o.signal])
let c=e.network
let d=false
let u=[]
try{const u=await(0,Gn.Ty)(t,a)
const l=speedOf(e.platform,u.machine)
const f=l==="native"?e.members:e.members.map(underEmulation)
const p=await pullAll({...e,members:f,signal:a},i)
const m=[...p.values()].map(({member:e})=>e)
if(m.length>0){const h={stack:[],error:void 0,hasError:false}
try{const g=Lt(h,watchEvents(t,{...{run:r,since:u.time},lost:e=>o.abort(new gn.OW(e))}),true)
const w=new Set([...p].filter(([,{image:e}])=>e.healthcheck).map(([e])=>e))
d=true
const y=(0,Bn.labelsOf)((0,Bn.ownerOf)(r))
const k=await createStack({...{docker:n,api:t,signal:a,composePath:e.composePath,near:s.near},stack:{...{use:{kind:"smoke",labels:y},project:r,network:e.network,parts:m},...{selfChecked:w,address:s.address}}})
c=k.network
for(const[e,n]of k.refused)i.set(e,brokenAt("start",{startError:n}))
const b=new Map((await(0,Gn.Xu)(t,r,a)).map(({service:e,id:n})=>[e,n]))
const v={machines:new Map,commands:(0,j.A)(u.cpus),starts:(0,j.A)(u.cpus),speed:l}
const $={...{docker:n,api:t,run:r,labels:y,signal:a,events:g,reach:s,shared:v,outcomes:i,here:p,ids:b},...{members:f,logFolder:e.logFolder,tell:e.tell},jobs:new Set(f.flatMap(({name:e,run:n})=>n==="job"?e:[])),network:{key:e.network.name,name:`${r}_${e.network.name}`},turns:turns(limitsOf(u,l,e.maxParallel))}
await performAll($,o)}catch(e){h.error=e
h.hasError=true}finally{const e=Bt(h)
if(e)await e}}}catch(n){const t=explain(n,e.signal)
if(t===undefined)throw n
for(const{name:n}of e.members)if(!i.has(n))i.set(n,{kind:"unknown",why:t})}finally{if(d)u=await(0,Bn.removeRun)(t,r).catch(e=>stack_lost(e,r))}return{network:c,outcomes:i,created:d,leftovers:u}}const Ft=.8
function limitsOf({cpus:e,memory:n},t,s){const r=s??e*(t==="native"?4:2)
return{slots:Math.max(r,1),memory:n*Ft}}async function performAll(e,n){const{api:t,ids:s,members:r,signal:i}=e
const o=new Map(r.map(({name:e})=>[e,Promise.withResolvers()]))
const a=new Map(r.map(({name:e})=>[e,Promise.withResolvers()]))
const c=r.map((c,d)=>{const{name:u}=c
const l=r.slice(d+1).filter(({needs:e})=>e.includes(u))
const f=perform(e,c,{needs:Promise.all(c.needs.map(e=>o.get(e)?.promise)),isReady:()=>o.get(u)?.resolve(undefined),dependents:Promise.all(l.map(e=>a.get(e.name)?.promise))}).catch(e=>{n.abort(e)
throw e}).finally(()=>{o.get(u)?.resolve(lostNeed(u,e.outcomes.get(u)))
a.get(u)?.resolve()})
const p=s.get(u)
return f.then(()=>p===undefined?[]:(0,Bn.removeContainers)(t,[p],i).catch(()=>[]))})
const d=await Promise.allSettled(c)
i.throwIfAborted()
const u=d.find(e=>e.status==="rejected")
if(u!==undefined)throw u.reason}function lostNeed(e,n){if(n?.kind==="unknown")return n.why.startsWith("not started")?`${e} was ${n.why}`:`${e}: ${n.why}`
if(n?.lost!==undefined)return`${e} failed, as ${n.lost}`
const{broken:t}=n?.trial??{}
if(t!==undefined)return lossOf(e,{...t.symptoms,log:n?.log?.lines??[]},t.guess)
return n?.needs===undefined?`${e}, which it needs, is not ready`:`${e} is well only without its hardening`}function brokenAt(e,n,t){const s={phase:e,symptoms:n,...t!==undefined&&{guess:t}}
return{kind:"tried",trial:{probes:[],broken:s}}}const Ht=new Set(["ENOSPC","EDQUOT","EROFS"])
function explain(e,n){if(n.aborted)return n.reason instanceof DOMException&&n.reason.name==="TimeoutError"?"smoke took too long":"interrupted"
if(e instanceof gn.OW)return`no answer from the engine: ${e.message}`
const{code:t,message:s}=e
return t!==undefined&&Ht.has(t)?`this machine's disk: ${s}`:undefined}function stack_lost(e,n){if(!(e instanceof gn.OW))throw e
return[`all of ${n}`]}const Ut=4
async function pullAll(e,n){const t=(0,j.A)(Ut)
const s=new Map
const r=e.members.map(n=>t(async()=>({member:n,pulled:await pull(n,e)})))
for(const{member:e,pulled:t}of await Promise.all(r)){const{name:r}=e
if(t.kind==="here")s.set(r,t)
else if(t.kind==="wrong")n.set(r,brokenAt("pull",{startError:t.why},t.why))
else n.set(r,{kind:"unknown",why:t.why})}return s}const Gt=30*6e4
async function smoke_smoke(e){const{plan:n,images:t,api:r,outDir:i,options:o={}}=e
const a=hn.performance.now()
const c=AbortSignal.timeout(o.deadlineMs??Gt)
const d=AbortSignal.any([c,...e.signal?[e.signal]:[]])
await(0,m.mkdir)(i,{recursive:true})
if(t.length>0)await(0,Bn.removeLeftovers)(r,d).catch(whenNobodyAnswers)
const u=[...new Set(t.map(({platform:e})=>e))]
const l=[]
let f=n.network
const p=[]
const h=[]
for(const n of u){const t=(0,s.join)(i,composeName(n,u))
const r=await onPlatform({...e,options:o,signal:d},n,u.length>1,t)
l.push(...r.rows)
f=r.network??f
if(r.created)p.push(t)
h.push(...r.leftovers)}const[g]=p
return{...{kind:"lucid.smoke",version:1,revision:n.source.revision,network:f},services:t.flatMap(e=>l.filter(n=>n.service===e.service&&n.platform===e.platform)),...g!==undefined&&{composeFile:g},...h.length>0&&{leftovers:h},durationMs:Math.round(hn.performance.now()-a)}}function composeName(e,n){return e===n[0]?"compose.smoke.yml":`compose.smoke.${e.replaceAll("/","-")}.yml`}function whenNobodyAnswers(e){if(!(e instanceof gn.OW)&&!(e instanceof DOMException))throw e}async function onPlatform(e,n,t,r){const{plan:i,docker:o,api:a,options:c,outDir:d,progress:u,signal:l}=e
const{members:f,bystanders:p}=lineup(i,e.images,n,e.supporting)
const subject=e=>t?`${e} ${n}`:e
const h=p.map(({image:e,verdict:t,reason:s})=>({...{service:e.service,platform:n,ref:members_pinned(e),digest:e.digest},...{verdict:t,reason:s,probes:[]}}))
if(f.length===0)return{rows:h,created:false,leftovers:[]}
const g=(0,s.join)(d,"logs",t?n.replaceAll("/","-"):"")
await(0,m.mkdir)(g,{recursive:true})
const{mirrored:w=e=>e}=c
const{network:y,outcomes:k,created:b,leftovers:v}=await runStack({...{docker:o,api:a,platform:n,network:i.network,signal:l,composePath:r,logFolder:g},members:f.map(e=>e.role==="external"?{...e,image:w(e.image)}:e),...{maxParallel:c.maxParallel,reach:c.reach,images:c.images??"pull"},tell:(e,n,t)=>u({stage:"smoke",subject:subject(e.name),state:n,text:t}),tellPull:(e,n,t)=>u({stage:"pull",subject:subject(e.name),state:n,...t}),credentials:c.credentials??(async()=>undefined)})
for(const e of f){if(e.role!=="subject")continue
const t=judge(e,n,k.get(e.name))
const r=(0,s.join)(g,`${e.name}.diagnosis.txt`)
const i=t.failure===undefined?t:{...t,failure:{...t.failure,file:r}}
u({stage:"smoke",subject:subject(e.name),...verdictNews(i)})
h.push(i)}return{rows:h,network:y,created:b,leftovers:v}}function verdictNews(e){const{verdict:n,failure:t,reason:s,warnings:r=[]}=e
const i=[...r.map(e=>`warning: ${e}`),...s===undefined?[]:[s]]
if(n==="healthy")return{state:"done",text:["healthy",...i].join("; ")}
if(t===undefined)return{state:"failed",text:s??n}
const o=t.log.length===0?[]:[{text:"last lines of its log",state:"failed",log:t.log}]
const a={text:`diagnosis: ${t.file}`,state:"failed",log:[]}
return{state:"failed",text:t.guess,steps:[...o,a]}}var Wt=t(99643)
function junitXml({services:e,revision:n,network:t,durationMs:s}){const r=[...new Set(e.map(({platform:e})=>e))]
const i=r.map(s=>{const r=e.filter(e=>e.platform===s)
const i=Object.entries({revision:n,platform:s,network:t.name,subnet:t.subnet})
return[`<testsuite${attributes({name:`smoke ${s}`,...counts(r),time:junit_time(sum(r))})}>`,`<properties>${i.map(([e,n=""])=>`<property${attributes({name:e,value:n})}/>`).join("")}</properties>`,...r.map(testCase),"</testsuite>"].join("\n")})
const{tests:o,failures:a,errors:c}=counts(e)
const d=attributes({name:"lucid smoke",time:junit_time(s),tests:o,failures:a,errors:c})
return`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${d}>\n${i.join("\n")}\n</testsuites>\n`}const sum=e=>e.reduce((e,{readyMs:n=0})=>e+n,0)
const junit_time=e=>(e/1e3).toFixed(3)
function counts(e){const count=n=>e.filter(e=>e.verdict===n).length
return{tests:e.length,failures:count("unhealthy"),errors:count("unknown"),skipped:count("skipped")}}function testCase(e){const{service:n,platform:t,verdict:s,reason:r,warnings:i=[],failure:o,readyMs:a=0}=e
const c=`<testcase${attributes({name:(0,Wt.X5)(e),classname:`smoke.${t}.${n}`,time:junit_time(a)})}`
const d=o===undefined?"":`<system-out>${junit_text(o.log.join("\n"))}</system-out>`
switch(s){case"healthy":{const e=[...i.map(e=>`warning: ${e}`),...r===undefined?[]:[r]]
return e.length===0?`${c}/>`:`${c}><system-out>${junit_text(e.join("\n"))}</system-out></testcase>`}case"skipped":return`${c}><skipped>${junit_text(r??"")}</skipped></testcase>`
case"unknown":return`${c}><error${attributes({type:"unknown",message:r??"no answer"})}/></testcase>`
case"unhealthy":{const n=attributes({type:o?.phase??"ready",message:o?.guess??"unhealthy"})
return`${c}><failure${n}>${junit_text((0,Wt.f7)(e))}</failure>${d}</testcase>`}}}function attributes(e){return Object.entries(e).map(([e,n])=>` ${e}="${junit_text(String(n)).replace(/[\t\n\r]/g,e=>`&#${e.charCodeAt(0)};`)}"`).join("")}function junit_text(e){return e.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"").replace(/[&<>"']/g,e=>`&#${e.charCodeAt(0)};`)}async function writeSmoke(e,n){for(const e of n.services)if(e.failure?.file!==undefined)await(0,z.f8)(e.failure.file,`${(0,Wt.f7)(e)}\n`)
await(0,z.f8)(s.join(e,"smoke.junit.xml"),junitXml(n))
await(0,z.ft)(e,n)
return n}const Yt=".diagnosis.txt"
async function removeDiagnoses(e){const n=await(0,z.nG)(s.join(e,"logs"),e=>e.endsWith(Yt))
await Promise.all(n.map(async e=>{const n=await(0,m.readFile)(e,"utf8").catch(()=>"")
if((0,Wt.k4)(n,s.basename(e,Yt)))await(0,m.rm)(e,{force:true})}))}var Vt=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var zt=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function stages_smoke_smoke(e,n){const t=(0,te.cs)(e,n)
await removeDiagnoses(e.out)
const s=await planFor(e,n,t,"to-run")
const r=await smokeBuilt(e,n,t,s,await buildFromRegistry(s,t))
await leaveNotes(r.services.filter(({verdict:e})=>e!=="skipped"),"tried",s,n)
return r}async function smokeBuilt(e,n,t,s,r){const i={stack:[],error:void 0,hasError:false}
try{const o=r.images.flatMap(({service:e,platform:n,contentRef:t,digest:s})=>s===undefined?[]:[{service:e,platform:n,ref:t,digest:s}])
const a=o.filter(({service:e})=>s.selected.includes(e))
const c=e.smoke==="off"?()=>({reason:"smoke is off"}):await proven(e,{plan:s,build:r,selected:a,registry:t})
const d=a.filter(e=>c(e)===undefined)
const u=a.flatMap(e=>skipped(s,e,c(e)))
const l=Vt(i,await openFor(d,e,n),true)
const f=await smoke_smoke({...{plan:s,images:d,supporting:o.filter(e=>!d.includes(e))},...{docker:l.docker,api:l.api,progress:n.progress,signal:n.signal,outDir:e.out},options:{reach:l.reach,...e.maxParallel!==undefined&&{maxParallel:e.maxParallel},mirrored:e=>t.mirrored(e),credentials:(0,pn.d8)(n)}})
const order=e=>a.findIndex(({service:n,platform:t})=>n===e.service&&t===e.platform)
const p=f.services.map(e=>({...e,trial:(0,se.Qm)(s,(0,de.z)(s,e.service)).hash}))
const m=[...onRunner(p,n),...u]
const h={...f,services:m.sort((e,n)=>order(e)-order(n))}
const g=await writeSmoke(e.out,h)
await recordProofs(p,s,r,n)
return g}catch(e){i.error=e
i.hasError=true}finally{const e=zt(i)
if(e)await e}}async function openFor(e,n,{docker:t,exec:s,env:r,signal:i}){if(e.length===0)return{...{docker:t,api:(0,un.Q)("",r),reach:(0,mn.reachHost)("127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}
const o={host:n.dockerHost,context:n.dockerContext}
const a=await(0,ln.openEngine)(t,o,{env:r,signal:i,reachHost:mn.reachHost})
try{await(0,fn.requireCompose)({...a,exec:s,env:r,signal:i})
return a}catch(e){await a[Symbol.asyncDispose]()
throw e}}async function recordProofs(e,n,t,s){const{source:r}=n
const{revision:i}=r
if((0,l.ty)(r))return
const o=(0,te.cs)({mirror:new Map},s)
const a=await Promise.all(e.map(async({service:e,platform:s,digest:r,verdict:a})=>{if(a!=="healthy"&&a!=="unhealthy")return undefined
const c=(0,de.z)(n,e)
const d=(0,se.U9)(n,c,e=>(0,Re.o)(n,t,e,s))
const u={service:e,verdict:a,revision:i,...(0,se.Qm)(n,c),...d&&{needs:d}}
return(0,Be.E4)(o,c.image,r,u).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const c=a.filter(e=>e!==undefined)
if(c.length>0&&!s.signal.aborted)s.log(`smoke of ${c.length} could not be recorded in the registry (${c[0]}): hand smoke.json on to publish`)}async function proven({smoke:e},{plan:n,build:t,selected:s,registry:r}){const excuse=({service:e})=>{const t=excused(n,(0,de.z)(n,e))
return t===undefined?undefined:{reason:t}}
if(e==="all"||e==="off")return excuse
const i=new Map
const o=(0,de.E)(e,r,n,t)
const a=s.filter(e=>excuse(e)===undefined)
await Promise.all(a.map(async e=>{const n=await o(e)
if(n.kind==="passed")i.set(`${e.service} ${e.digest}`,n.revision)}))
const c=n.services.filter(({name:e})=>a.some(n=>n.service===e&&!i.has(`${e} ${n.digest}`)))
const d=e==="dependents"?new Set((0,dn.h)(n.services,c,()=>[]).map(({name:e})=>e)):undefined
return e=>{const{service:n,digest:t}=e
const s=d?.has(n)?undefined:i.get(`${n} ${t}`)
if(s===undefined)return excuse(e)
return{reason:`these very bytes passed smoke before, for ${s.slice(0,12)}`,passedBefore:s}}}function skipped(e,n,t){if(t===undefined)return[]
const{service:s,platform:r,ref:o,digest:a}=n
const{hash:c}=(0,se.Qm)(e,(0,de.z)(e,s))
const d={service:s,platform:r,ref:`${(0,i._)(o)}@${a}`,digest:a,trial:c}
return[{...d,verdict:"skipped",...t,probes:[]}]}async function run_run(e,n,s){const r=n.now()
await removeDiagnoses(e.out)
const i=(0,te.cs)(e,n)
const o=e.smoke==="off"?"to-build":"to-run"
const{progress:a}=n
const{plan:c,findings:d,skipped:u,selected:l}=await(0,cn.i)(a,"plan",()=>(0,J.planAndLint)(e,n,i,o,"all"))
let f={plan:c}
try{f={...f,lint:await writeLint(e.out,d,l,{skipped:u})}
void Promise.all([t.e(3091),t.e(3781)]).then(t.bind(t,83781))
const r=await(0,cn.i)(a,"build",()=>aheadOf(c,i,s))
const o=publishAhead(e,n,i,c,r.published).catch(()=>undefined)
const p=await(0,cn.i)(a,"build",()=>buildPlan(e,n,i,c,r)).finally(async()=>{const e=await o
if(e!==undefined)f={...f,publish:e}})
f={...f,build:p}
const m=await(0,cn.i)(a,"smoke",()=>smokeBuilt(e,n,i,c,p))
f={...f,smoke:m}
const h=await(0,cn.i)(a,"publish",async()=>publishBuilt(e,n,i,c,p,m,await o))
f={...f,publish:h}}catch(t){await writeReport(e,n,{...f,plan:c}).catch(()=>undefined)
throw t}f={...f,durationMs:Math.round(n.now()-r)}
const p=await(0,cn.i)(a,"report",()=>writeReport(e,n,{...f,plan:c}))
return{...f,report:p}}var qt=t(5015)
var Kt=t(86295)
const Jt=Fn.Ikc({Name:Fn.YjP(),ServerVersion:Fn.YjP(),OSType:Fn.YjP(),Architecture:Fn.YjP()})
const Xt={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
async function hostInfo(e,n){const t=await(0,gn.kA)(e,{method:"GET",path:"/info",signal:n})
if(!t.ok)throw new gn.OW(t.why)
const s=Jt.safeParse(t.value).data
if(s===undefined)throw new gn.OW("what answers is no Docker engine")
const r=Xt[s.Architecture]??s.Architecture
return{name:s.Name,engine:s.ServerVersion,platform:`${s.OSType}/${r}`}}const Qt=Fn.Ikc({Id:Fn.YjP(),RepoDigests:Fn.YOg(Fn.YjP()).nullish(),Created:Fn.YjP().nullish(),Config:Fn.Ikc({Labels:Fn.g1P(Fn.YjP(),Fn.YjP()).nullish()}).nullish()})
const Zt=Fn.YOg(Fn.Ikc({RepoDigests:Fn.YOg(Fn.YjP()).nullish()}))
const es="org.opencontainers.image.revision"
async function lookOnHost(e,n,t){const{service:s,platform:r,ref:i,image:o,facts:a}=n
const c={service:s,platform:r,ref:i}
const d=a&&{published:known(a.indexDigest??a.digest,a.labels[es],a.created)}
for(const n of a===undefined?[]:[a.indexDigest,a.digest]){const s=n===undefined?undefined:await inspect(e,`${o}@${n}`,t)
if(s!==undefined&&n!==undefined)return{...c,...d,state:"present",here:known(n,labelOf(s),s.Created)}}const u=a&&await findSame(e,n,a.digest,t)
if(u!==undefined)return{...c,...d,state:"present",here:u}
const l=await inspect(e,i,t)
const f=l?.RepoDigests?.map(e=>e.split("@")[1]).find(e=>e!==undefined)
const p=l&&f!==undefined?{here:known(f,labelOf(l),l.Created)}:undefined
const m=a===undefined?"unpublished":p===undefined?"absent":"old"
return{...c,...d,...p,state:m}}async function findSame(e,{image:n,manifestOf:t},s,r){const i=(0,Nt.hG)((0,Nt.F2)(n))
const o=encodeURIComponent(JSON.stringify({reference:[i]}))
const a=await(0,gn.kA)(e,{method:"GET",path:`/images/json?filters=${o}`,signal:r})
const c=a.ok?Zt.safeParse(a.value).data??[]:[]
for(const n of new Set(c.flatMap(({RepoDigests:e})=>e??[]))){const[o,a=""]=n.split("@")
if(o!==i||await t(a)!==s)continue
const c=await inspect(e,n,r)
if(c!==undefined)return known(a,labelOf(c),c.Created)}return undefined}const labelOf=({Config:e})=>e?.Labels?.[es]
function known(e,n,t){return{digest:e,...n!==undefined&&{revision:n},...t&&{created:t}}}async function inspect(e,n,t){const s=await(0,gn.kA)(e,{method:"GET",path:`/images/${n}/json`,signal:t})
return s.ok?Qt.safeParse(s.value).data:undefined}var ns=t(29333)
var ts=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var ss=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function verifyHost(e,n){const t={stack:[],error:void 0,hasError:false}
try{const r=n.now()
const i=(0,te.cs)(e,n)
const o=await(0,te.O_)(e,n)
const{signal:a,progress:c}=n;(0,X.F)(e.platform,o.services)
const d=await(0,te.oD)(e,o.root,n)
const u=(0,K.Z)(o,{services:e.service,phases:e.phase})
const f={host:e.dockerHost,context:e.dockerContext}
const p=ts(t,await(0,ln.openEngine)(n.docker,f,{env:n.env,signal:a,reachHost:mn.reachHost}),true)
await(0,fn.requireCompose)({...n,...p})
const m=await hostInfo(p.api,a)
const h=(0,X.i)(e.platform)
const g=h.length>0?h:[m.platform]
const floating=e=>(0,me.T)(e,(0,l.MC)(d),o).floating[0]
const look=async(e,n)=>{const t=floating(e)
if(t===undefined||!e.platforms.includes(n))return undefined
const s=`${e.image}:${t}`
const r=await i.imageFacts(s,n)
const{name:o,image:c}=e
const manifestOf=async e=>(await i.imageFacts(`${c}@${e}`,n).catch(()=>undefined))?.digest
return lookOnHost(p.api,{service:o,platform:n,ref:s,image:c,facts:r,manifestOf:manifestOf},a)}
const w=(await Promise.all(o.services.flatMap(e=>g.map(n=>look(e,n))))).filter(e=>e!==undefined)
const y=new Set(u.map(({name:e})=>e))
const k=w.filter(({service:e})=>y.has(e))
const runnable=e=>e.flatMap(({service:e,platform:n,ref:t,here:s})=>s===undefined?[]:[{service:e,platform:n,ref:t,digest:s.digest}])
const b=await kindsOf(o,(0,le.O)(o.root,n),i)
const v={...b,...{kind:"lucid.plan",version:1,root:o.root,source:d,project:o.project},...{network:o.network,phases:o.phases,services:o.services,planned:o.planned},...{externals:o.externals,selected:[...y],tags:{},waves:[],matrix:{include:[]}}}
const $=s.join(e.out,"host")
await removeDiagnoses($)
const x=await smoke_smoke({...{plan:v,docker:p.docker,api:p.api,progress:c,signal:a,outDir:$},images:runnable(k),supporting:runnable(w.filter(({service:e})=>!y.has(e))),options:{...{images:"present",reach:p.reach,mirrored:e=>i.mirrored(e)},...e.maxParallel!==undefined&&{maxParallel:e.maxParallel}}})
const S={...{kind:"lucid.verify-host",version:1,host:m,images:k},smoke:await writeSmoke($,x),durationMs:Math.round(n.now()-r)}
await(0,z.ft)(e.out,S)
return S}catch(e){t.error=e
t.hasError=true}finally{const e=ss(t)
if(e)await e}}async function kindsOf(e,n,t){const s=e.services.some(n=>(0,Le.I)({...e,images:[]},n)==="base")
if(!s)return{images:[]}
const{files:r}=await(0,te.rB)(e.root,n)
const i=(0,ns.h)(t)
const o=(0,Me.c)(e,r,(e,n)=>i(e,n).catch(()=>undefined))
const a=await o.readAll(e.services,[],"to-build")
const c=a.flatMap(e=>{if(e.trace===undefined)return[]
const n=(0,qt.Mq)(e.service,e.platform,"",{kind:"build",reasons:[]})
const t=e.command??(e.trace.final.base.kind==="named"?"inherited":undefined)
return[{...n,...t&&{command:t}}]})
return{images:c,parents:(0,Kt.P)(a)}}}),27387:((e,n,t)=>{t.d(n,{Nh:()=>entrypointFilled,Np:()=>runs,VR:()=>userVerdict,ix:()=>megabytes,l2:()=>checkConfig,sz:()=>expanded})
var s=t(65231)
const r="org.opencontainers.image.revision"
function checkConfig(e,n,t,s,{platform:i,outcome:o}){const{verify:a,ports:c}=t
e.add("platform",{ok:n.platform===i,expected:i,actual:n.platform})
if(a.user!==undefined)e.add("user",userVerdict(a.user,n.user))
for(const t of a.labels)e.add("labels",{name:`label ${t}`,...filled(n.labels[t])})
e.add("revision",revisionVerdict(n.labels[r],s,o))
e.add("labels-expanded",{name:"labels expanded",...expanded(n.labels)})
if(a.maxSize===undefined)e.skip("size","the catalog sets no verify.max_size")
else e.add("size",sizeVerdict(a.maxSize,n.size))
for(const{container:t,protocol:s}of c){const r=`${t}/${s}`
const i=n.exposedPorts.includes(r)
e.add("port",{name:`port ${r}`,ok:i,expected:"exposed",actual:n.exposedPorts.join(", ")})}}const runs=({run:e,ports:n,health:t})=>e!=="never"&&(e==="job"||n.length>0||t!==undefined)
function entrypointFilled(e,{entrypoint:n,command:t}){e.add("entrypoint",filled((n??t)?.join(" ")))}function filled(e){return{ok:e!==undefined&&e.trim()!=="",expected:"filled",actual:e}}function userVerdict(e,n){const t=e.includes(":")?n:n?.split(":")[0]
return{ok:t===e,expected:e,actual:n??"root"}}function revisionVerdict(e,{revision:n},t){return t==="built"?{ok:e===n,expected:n,actual:e}:filled(e)}function expanded(e){const n=Object.entries(e).filter(([,e])=>/\$[{(A-Za-z_]/.test(e))
return{ok:n.length===0,expected:"no $ left",actual:(0,s.H)(n.map(([e,n])=>`${e}=${n.slice(0,200)}`))}}const megabytes=e=>`${(e/1e6).toFixed(1)} MB`
function sizeVerdict(e,n){return{ok:n<=e,expected:`at most ${megabytes(e)}`,actual:megabytes(n)}}}),65231:((e,n,t)=>{t.d(n,{H:()=>few,v:()=>Verdicts})
var s=t(83529)
class Verdicts{#ge
#we=[]
#ye=new Map
constructor({checks:e={}}){this.#ge=e}wants(e){if(this.#ge[e]!=="off")return true
this.skip(e,"switched off in the catalog")
return false}isSet(e){return Object.hasOwn(this.#ge,e)}add(e,{name:n=e,ok:t,expected:r,actual:i}){if(!this.wants(e))return
const o=this.#ge[e]??s.a.find(n=>n.id===e)?.level
const a=i===undefined||i===""?"none":i
this.#we.push({id:e,name:n,ok:t,expected:r,actual:a,...o==="warning"&&{level:o}})}skip(e,n){if(!this.#ye.has(e))this.#ye.set(e,{id:e,reason:n})}get checks(){return this.#we}get unchecked(){return[...this.#ye.values()]}}function few(e,n=5){const t=e.length-n
return t>0?`${e.slice(0,n).join(", ")} and ${t} more`:e.join(", ")}}),87055:((e,n,t)=>{t.d(n,{Ho:()=>padLeft,M7:()=>padRight,qz:()=>widthOf,yd:()=>cutTo})
var s=t(93223)
const r=/^[\x20-\x7e]*$/
function widthOf(e){return r.test(e)?e.length:(0,s.A)(e)}function cutTo(e,n){if(widthOf(e)<=n)return e
let t=""
let s=n-1
for(const{segment:n}of(new Intl.Segmenter).segment(e)){s-=widthOf(n)
if(s<0)break
t+=n}return`${t}\u2026`}const padRight=(e,n)=>e+" ".repeat(Math.max(0,n-widthOf(e)))
const padLeft=(e,n)=>" ".repeat(Math.max(0,n-widthOf(e)))+e})}
