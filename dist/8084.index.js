export const id=8084
export const ids=[8084,7743,7479,2964,5119,6034,7223]
export const modules={34055:((e,t,n)=>{n.d(t,{_k:()=>dockerWithDirectPlugins,wc:()=>pluginVersion})
var s=n(73024)
var i=n(51455)
var r=n(76760)
var o=n(11939)
var a=n(16496)
var c=n(96273)
function dockerWith(e){return(t,n)=>e(["docker",...t],n)}var d=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,i
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var u=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
function dockerWithDirectPlugins(e){const t=dockerWith(e)
return async(n,s)=>{const[i=""]=n
const r=await findPlugin(i,{...process.env,...s?.env})
if(r===undefined)return t(n,s)
return e([r,...n],{...s,env:{...s?.env,...l}})}}const l={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,t){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const n=await firstOf((t.PATH??"").split(r.delimiter),"docker")
if(n===undefined||await isScript(n))return undefined
const s=r.join((0,o.P)(t),"cli-plugins")
return firstOf([s,...await extraFolders(t),...f],`docker-${e}`)}const f=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,t){for(const n of e){const e=r.join(n,t)
const o=await(0,i.access)(e,s.constants.X_OK).then(()=>true,()=>false)
if(n!==""&&o)return e}return undefined}async function isScript(e){try{const t={stack:[],error:void 0,hasError:false}
try{const n=d(t,await(0,i.open)(e),true)
const{buffer:s}=await n.read(Buffer.alloc(2),0,2,0)
return s.toString("latin1")==="#!"}catch(e){t.error=e
t.hasError=true}finally{const e=u(t)
if(e)await e}}catch{return true}}async function extraFolders(e){const t=await(0,c.Pd)(e,"cliPluginsExtraDirs")
return Array.isArray(t)?t.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,t,n,s){const i=await findPlugin(t,n)
if(i===undefined)return undefined
try{const{stdout:t}=await e([i,"docker-cli-plugin-metadata"],{signal:s})
return(0,a.E3)((0,a.Ag)((0,a.qF)(t))?.Version)}catch{return undefined}}}),96273:((e,t,n)=>{n.d(t,{Pd:()=>readConfigField,c7:()=>defaultEngineAddress,yt:()=>proxyArgs})
var s=n(51455)
var i=n(76760)
var r=n(11939)
var o=n(16496)
async function readConfigField(e,t){const n=await(0,s.readFile)(i.join((0,r.P)(e),"config.json"),"utf8").catch(()=>"")
return(0,o.Ag)((0,o.qF)(n))?.[t]}async function defaultEngineAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const t=e.DOCKER_CONTEXT||await readConfigField(e,"currentContext")
if(t&&t!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const t=await readConfigField(e,"proxies")
const n=new Set(Object.values((0,o.Ag)(t)??{}).flatMap(e=>Object.keys((0,o.Ag)(e)??{})))
return Object.entries(a).flatMap(([e,t])=>n.has(e)?[t]:[])}const a={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),92964:((e,t,n)=>{n.r(t)
n.d(t,{connectEngine:()=>connectEngine})
var s=n(85465)
var i=n(64569)
var r=n(96273)
var o=n(92009)
var a=n(97730)
var c=n(31421)
var d=n(78474)
var u=n(73024)
var l=n(51455)
var f=n(48161)
var p=n(76760)
var m=n(57075)
var h=n(32270)
var g=n(44853)
function parseSshAddress(e){const t=URL.parse(e)
if(t===null)return undefined
const{protocol:n,username:s,password:i,hostname:r,port:o,pathname:a,search:c,hash:d}=t
const isPlain=e=>/^[A-Za-z0-9_.:[\]%-]+$/.test(e)&&!e.startsWith("-")
if(n!=="ssh:"||i!==""||c!==""||d!=="")return undefined
if(!isPlain(r)||s!==""&&!isPlain(s))return undefined
const u=r.replace(/^\[|\]$/g,"")
return{name:s===""?u:`${s}@${u}`,args:[...o===""?[]:["-p",o],...s===""?[]:["-l",s],"--",u],socket:a===""||a==="/"?"/var/run/docker.sock":a}}const w=3e4
async function openSshTunnel(e,t){const n=parseSshAddress(e)
if(n===undefined)throw new s.yo({code:"options/value",message:`docker-host ${JSON.stringify(e)} is not an ssh address`,fix:"write, for example, ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22"})
const i=await(0,l.mkdtemp)(p.join((0,f.tmpdir)(),"lssh-"))
const r=p.join(i,"c")
const o=p.join(i,"d")
const{name:a,socket:u,args:m}=n
const h=["-oServerAliveInterval=15","-oServerAliveCountMax=4"]
const g=["-oBatchMode=yes","-oControlPersist=no","-oConnectTimeout=20",...h]
const w=["-M","-N","-T","-S",r,...g,"-L",`${o}:${u}`,...m]
const y=(0,c.spawn)("ssh",w,{stdio:["ignore","ignore","pipe"]})
const close=async()=>{if(y.exitCode===null&&y.signalCode===null&&y.pid!==undefined){y.kill("SIGTERM")
await(0,d.once)(y,"close")}await(0,l.rm)(i,{recursive:true,force:true})}
try{await untilConnected(y,a,[r,o],t)}catch(e){await close()
throw e}return{dockerHost:`unix://${o}`,reach:{connect:async(e,t)=>forward(["-S",r,"-W",`127.0.0.1:${e}`,...m],t),...{host:a,publishAddress:"127.0.0.1",isLocal:false}},[Symbol.asyncDispose]:close}}async function untilConnected(e,t,n,i){const r=(0,g.C)(e.stderr)
let o
e.on("error",e=>{o=e.message})
e.on("close",e=>{o??=`ssh exited with ${e}`})
const a=performance.now()
while(!n.every(e=>(0,u.existsSync)(e))){i.throwIfAborted()
if(o!==undefined||performance.now()-a>w)throw new s.yo({code:"engine/ssh",message:`ssh cannot connect to ${t}`,why:r().trim().split("\n").at(-1)||o||`no response within ${w/1e3} s`,fix:"make sure that `ssh` connects without a prompt: add the key to the agent and the machine to known_hosts"})
await(0,h.y)(50)}}function forward(e,t){const n=(0,c.spawn)("ssh",e,{stdio:["pipe","pipe","ignore"],signal:t})
const s=m.Duplex.from({readable:n.stdout,writable:n.stdin})
n.on("error",e=>s.destroy(e))
s.on("close",()=>n.kill())
return s}async function connectEngine(e,{host:t,context:n},{env:i,signal:r}){if(t!==undefined&&n!==undefined)throw new s.yo({code:"options/value",message:"docker-host and docker-context both select an engine",fix:"keep one of them"})
const c=t===undefined&&n===undefined?{}:{DOCKER_HOST:t??"",DOCKER_CONTEXT:n??""}
const d=dockerWithEnv(e,c)
const u=t??await addressOf(d,n,i,r)
const l=/^(\w+):/.exec(u)?.[1]
if(l==="ssh"){const t=await openSshTunnel(u,r)
const n={DOCKER_HOST:t.dockerHost,DOCKER_CONTEXT:""}
return{docker:dockerWithEnv(e,n),api:(0,a.v)(t.dockerHost,{...i,...n}),reach:t.reach,[Symbol.asyncDispose]:()=>t[Symbol.asyncDispose]()}}const f=l==="tcp"||l==="https"||l==="http"
return{docker:d,api:(0,a.v)(u,{...i,...c}),reach:(0,o.H)((f?hostOf(u):undefined)??"127.0.0.1"),[Symbol.asyncDispose]:async()=>{}}}const dockerWithEnv=(e,t)=>(n,s)=>e(n,{...s,env:{...t,...s?.env}})
async function addressOf(e,t,n,i){const o=t===undefined?await(0,r.c7)(n):undefined
if(o!==undefined)return o
const a=["context","inspect","--format","{{.Endpoints.docker.Host}}"]
const c=e(t===undefined?a:[...a,"--",t],{signal:i})
const d=await c.catch(()=>undefined)
if(d?.exitCode===0)return d.stdout.trim()
if(t===undefined)return""
throw new s.yo({code:"options/value",message:`unknown Docker context ${JSON.stringify(t)}`,fix:"see `docker context ls`, or create it: docker context create pi --docker host=ssh://pi@raspberrypi"})}function hostOf(e){const t=URL.parse(e.replace(/^tcp:/,"http:"))?.hostname
return t===undefined||(0,i.U9)(t)?undefined:t.replace(/^\[|\]$/g,"")}}),92009:((e,t,n)=>{n.d(t,{H:()=>directPortAccess})
var s=n(77030)
function directPortAccess(e){const t=e==="127.0.0.1"
const n=t?e:"0.0.0.0"
return{connect:(t,n)=>connectTo(e,t,n),host:e,publishAddress:n,isLocal:t}}function connectTo(e,t,n){return new Promise((i,r)=>{n.throwIfAborted()
const o=(0,s.connect)({host:e,port:t,noDelay:true})
const abort=()=>o.destroy(n.reason instanceof Error?n.reason:new Error("interrupted"))
n.addEventListener("abort",abort,{once:true})
const settle=()=>{n.removeEventListener("abort",abort)
o.off("error",r)}
o.once("error",r)
o.once("close",settle)
o.once("connect",()=>{settle()
i(o)})})}}),97730:((e,t,n)=>{n.d(t,{I:()=>defaultEngineApi,v:()=>openEngineApi})
var s=n(31421)
var i=n(37067)
var r=n(57075)
var o=n(44853)
var a=n(96273)
const c="v1.45"
function openEngineApi(e,t){const n=socketOf(e)
if(n===undefined)return e=>send(e,{createConnection:()=>dialStdio(t)})
const s=new i.Agent({keepAlive:true})
return async e=>{try{return await send(e,{socketPath:n,agent:s})}catch(t){if(t.stale)return send(e,{socketPath:n})
throw t}}}async function defaultEngineApi(e){const t=await(0,a.c7)(e)
return t===undefined||socketOf(t)===undefined?undefined:openEngineApi(t,e)}function socketOf(e){const t=/^npipe:(?:\/\/(?=\/\/))?(\/\/.*)$/.exec(e)?.[1]
return t?.replaceAll("/","\\")??/^unix:\/\/(\/.*)$/.exec(e)?.[1]}function dialStdio(e){const t=(0,s.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
const n=(0,o.C)(t.stderr)
const i=new r.Duplex({read:()=>void t.stdout.resume(),write:(e,n,s)=>void t.stdin.write(e,()=>s())})
t.stdin.on("error",()=>{})
t.stdout.on("data",e=>{if(!i.push(e))t.stdout.pause()})
t.on("error",e=>i.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
t.on("close",e=>{if(e===0)i.push(null)
else i.destroy(new Error(n().trim()||`docker system dial-stdio exited with ${e}`))})
i.on("close",()=>t.kill())
return i}const d=new Set(["ECONNRESET","EPIPE"])
function send(e,t){const{method:n,path:s,query:r,body:o,headers:a,signal:u,onData:l}=e
return new Promise((e,f)=>{u?.throwIfAborted()
const p=o===undefined?undefined:JSON.stringify(o)
const m=r===undefined?"":`?${new URLSearchParams(r)}`
const h=(0,i.request)({...{...t,method:n,path:`/${c}${s}${m}`},headers:{...a,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...n==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>h.destroy()
u?.addEventListener("abort",abort,{once:true})
const fail=e=>{u?.removeEventListener("abort",abort)
if(u?.aborted)f(u.reason)
else f(h.reusedSocket&&d.has(e.code??"")?Object.assign(e,{stale:true}):e)}
h.on("error",fail)
h.on("response",t=>{const{statusCode:n=0,headers:s}=t
const i=[]
const done=()=>{u?.removeEventListener("abort",abort)
e({status:n,headers:s,text:Buffer.concat(i).toString()})}
const enough=()=>{done()
h.destroy()}
const r=n>=200&&n<300
t.on("data",e=>l&&r?l(e,enough):i.push(e))
t.on("error",fail)
t.on("end",done)})
h.end(p)})}}),75747:((e,t,n)=>{n.d(t,{Bu:()=>addEmulatedPlatforms,IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,Wp:()=>requireEngine,ez:()=>c,kj:()=>readBuilder,p7:()=>engineProblems})
var s=n(62088)
var i=n(39893)
var r=n(85465)
var o=n(16496)
const a={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,t={}){const{builder:n,signal:s,needs:r}=t
const o=r===undefined||r.build===true||r.platforms!==undefined
const[a,c]=await Promise.all([e(["info","--format","{{json .}}"],(0,i.s)({signal:s})).catch(()=>undefined),o?inspectBuilder(e,{builder:n,signal:s}):undefined])
s?.throwIfAborted()
if(a===undefined)return{containerdStore:false}
return{...readInfo(a.stdout,a.stderr),...(0,i.s)({builder:c})}}async function inspectBuilder(e,{builder:t,signal:n}){const s=["buildx","inspect",...t===undefined?[]:["--",t]]
const r=await e(s,(0,i.s)({signal:n})).catch(()=>undefined)
return r&&addEmulatedPlatforms(readBuilder(r),process.env[c])}const c="LUCID_EMULATED"
function addEmulatedPlatforms(e,t){if(e===undefined||e.driver!=="docker"||!t)return e
return{...e,platforms:[...new Set([...e.platforms,...t.split(",")])]}}function readInfo(e,t){const n=(0,o.Ag)((0,o.qF)(e))??{}
const s=(0,o.Ag)(n.ClientInfo)
const r=Array.isArray(s?.Plugins)?s.Plugins.map(o.Ag):[]
const plugin=e=>(0,o.E3)(r.find(t=>t?.Name===e)?.Version)
const[a,c]=[(0,o.E3)(n.ServerVersion),(0,o.E3)(s?.Version)]
const u=(0,o.LD)(n.ServerErrors)?.join("; ")||t.trim()||"no daemon responds"
const l=(0,o.E3)(n.Architecture)
const f=d[l??""]??l
const[p,m]=[(0,o.E3)(n.Name),(0,o.E3)(n.KernelVersion)]
const h=n.DriverStatus
return{...(0,i.s)({client:c}),...a!==undefined?{server:a}:{unreachable:u},...a!==undefined&&f!==undefined&&{native:`${(0,o.E3)(n.OSType)??"linux"}/${f}`},...p!==undefined&&m!==undefined&&{machine:{name:p,kernel:m}},...(0,i.s)({mirrors:(0,o.LD)((0,o.Ag)(n.RegistryConfig)?.Mirrors),buildx:plugin("buildx"),compose:plugin("compose")}),containerdStore:Array.isArray(h)&&h.some(e=>e?.[1]==="io.containerd.snapshotter.v1")}}const d={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function readBuilder({exitCode:e,stdout:t,stderr:n}){const field=e=>new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(t)?.[1]?.trim()
const s=field("Name")
const r=field("Error")??(e===0?undefined:n.trim())
if(s===undefined)return r===undefined?undefined:{name:"",driver:"",platforms:[],error:r}
const o=[...t.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
const a=[...t.matchAll(/^Endpoint:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.trim())
return{...{name:s,driver:field("Driver")??"",platforms:[...new Set(o)]},...a.length>0&&{endpoints:a},...(0,i.s)({error:r})}}function canRun(e,t){const normalize=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>normalize(e)===normalize(t))}function requireEngine(e,t){const n=engineProblems(e,t)
if(n.length>0)throw new r.yo(n)
return e}function engineProblems(e,t){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"docker is not installed",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and make sure that docker is in PATH"}]
const n=[]
if(e.server===undefined)n.push({code:"engine/not-running",message:"no Docker daemon responds",...(0,i.s)({why:e.unreachable}),fix:"start Docker (systemctl start docker, or Docker Desktop), or set DOCKER_HOST or DOCKER_CONTEXT to a running "+"one; if permission was denied, join the group docker"})
else n.push(...tooOld("Docker Engine",e.server,a.server,"engine/too-old"))
if(t.build)n.push(...buildProblems(e))
if(t.smoke)n.push(...pluginProblems("compose","Docker Compose",e.compose))
if(n.length===0)n.push(...platformProblems(e,t.platforms??[]))
return n}function buildProblems(e){const t=[...pluginProblems("buildx","buildx",e.buildx)]
const{builder:n}=e
if(e.server===undefined||e.buildx===undefined||n===undefined)return t
if(n.error!==undefined)t.push({code:"engine/builder",message:`the builder ${n.name||"that was named"} is unusable`,why:n.error,fix:"see `docker buildx ls`; `docker buildx use default` selects Docker's own builder"})
else if(n.driver==="docker"&&!e.containerdStore)t.push({code:"engine/image-store",message:"this Docker Engine uses its old image store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a separate builder",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or '+"`docker buildx create --driver=docker-container --use`"})
return t}function platformProblems({builder:e,native:t},n){const s=e?.platforms.length?e.platforms:t===undefined?[]:[t]
return n.filter(e=>!canRun(s,e)).map(t=>({code:"engine/platform",message:`cannot run ${t}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${s.join(", ")||"nothing"}`,fix:"use a machine of that platform (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: "+`\`docker run --privileged --rm tonistiigi/binfmt --install ${t.split("/")[1]??"arm64"}\`, `+"or the package qemu-user-static"}))}function pluginProblems(e,t,n){if(n!==undefined)return tooOld(t,n,a[e],`engine/${e}-too-old`)
const s=`install the package docker-${e}-plugin`
return[{code:`engine/${e}-missing`,message:`${t} is not installed`,fix:s}]}function tooOld(e,t,n,i){const r=s.coerce(t)
if(r===null||s.gte(r,n))return[]
return[{code:i,message:`${e} ${t} is too old`,fix:`install ${e} ${n} or newer`}]}}),9624:((e,t,n)=>{n.r(t)
n.d(t,{inspectDefaultEngine:()=>inspectDefaultEngine,requireCompose:()=>requireCompose})
var s=n(39893)
var i=n(34055)
var r=n(75747)
var o=n(97730)
async function inspectEngineByApi(e,{docker:t,api:n,exec:o,env:a,signal:c,builder:d}){const[u,l,f,p]=await Promise.all([n&&infoOf(n,c),n&&e.build?(0,i.wc)(o,"buildx",a,c):"",n&&e.smoke?(0,i.wc)(o,"compose",a,c):"",n&&e.build?(0,r.IK)(t,{signal:c,builder:d}):undefined])
c.throwIfAborted()
if(u===undefined||l===undefined||f===undefined)return(0,r.P7)(t,{signal:c,needs:e,...(0,s.s)({builder:d})})
const m=(0,s.s)({buildx:l||undefined,compose:f||undefined})
return{...(0,r.LV)(u,""),...m,...(0,s.s)({builder:p})}}async function inspectDefaultEngine(e,t){return inspectEngineByApi(e,{...t,api:await(0,o.I)(t.env)})}async function requireCompose(e){(0,r.Wp)(await inspectEngineByApi({smoke:true},e),{smoke:true})}async function infoOf(e,t){const n=await e({method:"GET",path:"/info",signal:t}).catch(()=>undefined)
return n?.status===200?n.text:undefined}}),28641:((e,t,n)=>{n.d(t,{l:()=>pruneFolder})
var s=n(51455)
var i=n(76760)
async function pruneFolder(e,t){try{const n=await Promise.all((await(0,s.readdir)(e)).map(async t=>{const n=i.join(e,t)
const{mtimeMs:r,size:o}=await(0,s.stat)(n)
return{file:n,mtimeMs:r,size:o}}))
let r=0
for(const{file:e,size:i}of n.sort((e,t)=>t.mtimeMs-e.mtimeMs)){r+=i
if(r>t)await(0,s.unlink)(e)}}catch{}}}),44853:((e,t,n)=>{n.d(t,{C:()=>tailOf,m:()=>exec})
var s=n(31421)
var i=n(48161)
var r=n(80481)
const exec=(e,t={})=>new Promise((n,o)=>{const[a,...c]=e
const{signal:d,graceMs:u=1e4,onLine:l}=t
if(d?.aborted){n({exitCode:130,stdout:"",stderr:""})
return}const f=(0,s.spawn)(a,c,{cwd:t.cwd,env:{...process.env,...t.env},stdio:[t.input===undefined?"ignore":"pipe","pipe","pipe"]})
const p={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const n=f[e]
if(!n)continue
if(!t.discard)n.on("data",n=>append(p[e],n,t.tailBytes))
if(l)(0,r.createInterface)({input:n,crlfDelay:Number.POSITIVE_INFINITY}).on("line",t=>l(t,e))
else if(t.discard)n.resume()}f.stdin?.on("error",()=>{})
f.stdin?.end(t.input)
let m
const stop=()=>{f.kill("SIGINT")
m=setTimeout(()=>{f.kill("SIGKILL")
f.stdout?.destroy()
f.stderr?.destroy()},u)}
d?.addEventListener("abort",stop,{once:true})
const cleanUp=()=>{clearTimeout(m)
d?.removeEventListener("abort",stop)}
f.on("error",e=>{cleanUp()
o(new Error(`cannot run ${a}: ${e.message}`,{cause:e}))})
f.on("close",(e,t)=>{cleanUp()
n({exitCode:e??128+i.constants.signals[t??"SIGKILL"],stdout:Buffer.concat(p.stdout).toString(),stderr:Buffer.concat(p.stderr).toString()})})})
function tailOf(e){let t=""
e.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
return()=>t}function append(e,t,n){e.push(t)
if(n===undefined)return
let s=e.reduce((e,{length:t})=>e+t,-n)
while(e[0]!==undefined&&s>=e[0].length)s-=e.shift()?.length??0}}),76374:((e,t,n)=>{n.d(t,{KK:()=>needsEntrypoint,Og:()=>checkUser,VP:()=>formatMegabytes,l2:()=>checkConfig,nV:()=>checkPlaceholders,pS:()=>checkEntrypoint,wW:()=>verifyConfig})
var s=n(93868)
const i="org.opencontainers.image.revision"
function verifyConfig(e){const t=new s.F(e.service.verify)
checkConfig(t,e)
if(needsEntrypoint(e.service))checkEntrypoint(t,e.facts)
return t.checks}function checkConfig(e,{facts:t,service:{verify:n,ports:s},source:r,platform:o,outcome:a}){e.add("platform",{ok:t.platform===o,expected:o,actual:t.platform})
if(n.user!==undefined)e.add("user",checkUser(n.user,t.user))
for(const s of n.labels)e.add("labels",{name:`label ${s}`,...filled(t.labels[s])})
e.add("revision",revisionResult(t.labels[i],r,a))
e.add("labels-expanded",{name:"labels expanded",...checkPlaceholders(t.labels)})
if(n.maxSize===undefined)e.skip("size","the catalog sets no verify.max_size")
else e.add("size",sizeResult(n.maxSize,t.size))
for(const{container:n,protocol:i}of s){const s=`${n}/${i}`
const r=t.exposedPorts.includes(s)
e.add("port",{name:`port ${s}`,ok:r,expected:"exposed",actual:t.exposedPorts.join(", ")})}}const needsEntrypoint=({run:e,ports:t,health:n})=>e!=="never"&&(e==="job"||t.length>0||n!==undefined)
function checkEntrypoint(e,{entrypoint:t,command:n}){e.add("entrypoint",filled((t??n)?.join(" ")))}function filled(e){return{ok:e!==undefined&&e.trim()!=="",expected:"filled",actual:e}}function checkUser(e,t){const n=e.includes(":")?t:t?.split(":")[0]
return{ok:n===e,expected:e,actual:t??"root"}}function revisionResult(e,{revision:t},n){return n==="built"?{ok:e===t,expected:t,actual:e}:filled(e)}function checkPlaceholders(e){const t=Object.entries(e).filter(([,e])=>/\$[{(A-Za-z_]/.test(e))
return{ok:t.length===0,expected:"no $ left",actual:(0,s.p)(t.map(([e,t])=>`${e}=${t.slice(0,200)}`))}}const formatMegabytes=e=>`${(e/1e6).toFixed(1)} MB`
function sizeResult(e,t){return{ok:t<=e,expected:`at most ${formatMegabytes(e)}`,actual:formatMegabytes(t)}}}),93868:((e,t,n)=>{n.d(t,{F:()=>CheckResults,p:()=>shortList})
var s=n(23600)
class CheckResults{#e
#t=[]
#n=new Map
constructor({checks:e={}}){this.#e=e}isEnabled(e){if(this.#e[e]!=="off")return true
this.skip(e,"switched off in the catalog")
return false}isSet(e){return Object.hasOwn(this.#e,e)}add(e,{name:t=e,ok:n,expected:i,actual:r}){if(!this.isEnabled(e))return
const o=this.#e[e]??s.x.find(t=>t.id===e)?.level
const a=r===undefined||r===""?"none":r
this.#t.push({id:e,name:t,ok:n,expected:i,actual:a,...o==="warning"&&{level:o}})}skip(e,t){if(!this.#n.has(e))this.#n.set(e,{id:e,reason:t})}get checks(){return this.#t}get unchecked(){return[...this.#n.values()]}}function shortList(e,t=5){const n=e.length-t
return n>0?`${e.slice(0,t).join(", ")} and ${n} more`:e.join(", ")}}),44104:((e,t,n)=>{n.d(t,{$7:()=>r,jh:()=>bundleAnnotations,wl:()=>o})
var s=n(30902)
var i=n(55600)
const r="application/vnd.dev.sigstore.bundle.v0.3+json"
const o="com.lucid.bundle"
function bundleAnnotations(e,t){return{"dev.sigstore.bundle.content":"dsse-envelope","dev.sigstore.bundle.predicateType":i.wy,"org.opencontainers.image.created":t,[o]:(0,s.sc)(e)}}}),14142:((e,t,n)=>{n.d(t,{Jo:()=>earlierRuns,ah:()=>appendRun,mC:()=>findingLine,s4:()=>r,uZ:()=>pastRun})
var s=n(39893)
var i=n(24280)
const r={kind:"lucid.history",version:1,runs:[]}
const o=90
const a=2e6
const c=500
const d=300
function pastRun(e,t,n,r){const{plan:o,lint:a,url:d,durationMs:u}=e
return{...{id:n,at:r,revision:o.source.revision,headline:(0,i.Pl)(e,t)},...(0,s.s)({url:d}),...u!==undefined&&{durationMs:Math.round(u)},services:Object.fromEntries(t.map(e=>[e.service,pastService(e)])),...a!==undefined&&{findings:a.findings.slice(0,c).map(findingLine)}}}function pastService({outcome:e,digest:t,size:n,buildMs:i,readyMs:r,latencyMs:o,health:a,problem:c}){return{outcome:e,...(0,s.s)({digest:t,size:n,buildMs:i,readyMs:r,latencyMs:o,health:a,problem:c?.slice(0,d)})}}function findingLine({code:e,message:t,at:n}){return`${n===undefined?"":`${n.file}: `}${t} (${e})`.slice(0,d)}function earlierRuns({runs:e},t){const n=e.findIndex(e=>e.id===t)
return n===-1?e:e.slice(0,n)}function appendRun(e,t){const n=e.runs.find(({id:e})=>e===t.id)
if(n!==undefined&&Object.keys(n.services).length>Object.keys(t.services).length)return e
const s=n===undefined?[...e.runs,t]:e.runs.map(e=>e===n?{...t,at:e.at}:e)
let i=s.slice(-o)
const r=i.map(e=>Buffer.byteLength(JSON.stringify(e)))
let c=r.reduce((e,t)=>e+t,0)
let d=0
while(c>a&&d<i.length-1)c-=r[d++]??0
i=i.slice(d)
return{...e,runs:i}}}),57107:((e,t,n)=>{n.d(t,{Hs:()=>formatCommit,eG:()=>formatEstimate,pL:()=>holdText,rK:()=>remarkTexts})
var s=n(65421)
const remarkTexts=({remarks:e=[]})=>e.map(({severity:e,message:t,why:n,fix:s})=>`${e}: ${[t,n,s].filter(Boolean).join("; ")}`)
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function formatCommit({revision:e,event:t}){const n=e.slice(0,12)
const s=t.kind==="pull_request"?t.headRevision:undefined
return s===undefined||s===e?n:`${n}, the merge of ${s.slice(0,12)}`}const i={times:"by earlier build times",sizes:"by image sizes",guess:"estimated: no build times are known yet"}
function formatEstimate({matrix:e,jobEach:t,by:n}){const r=t.jobs-e.jobs
const o=insteadOf((0,s.LS)(e.jobs,"job"),e.jobs,t.jobs)
const a=insteadOf(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(t.wallSeconds))
const c=insteadOf((0,s.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,t.billedMinutes)
return`on GitHub ${o}${r>0?` (${r} saved)`:""}: ${a}, ${c}, ${i[n]}`}const insteadOf=(e,t,n)=>t===n?e:`${e} instead of ${n}`
const minutes=e=>Math.ceil(e/60)}),71363:((e,t,n)=>{n.r(t)
n.d(t,{build:()=>build,lint:()=>stage_lint,planOfRun:()=>planOfRun,publish:()=>stage_publish,report:()=>report,run:()=>run,sign:()=>sign,smoke:()=>smoke,verify:()=>verify,verifyHost:()=>verifyHost})
var s=n(51455)
var i=n(76760)
var r=n(64569)
var o=n(96273)
const a=["docker","docker-container"]
async function buildsElsewhere({driver:e,endpoints:t=[]},{docker:n,env:s,signal:i}){if(!a.includes(e)||t.length===0)return true
const addressOf=async e=>{if(/^\w+:\/\//.test(e))return e
const t=e==="default"?await(0,o.c7)(s):undefined
if(t!==undefined)return t
const r=await n(["context","inspect","--format","{{.Endpoints.docker.Host}}","--",e],{signal:i}).catch(()=>undefined)
return r?.exitCode===0?r.stdout.trim():""}
return!(await Promise.all(t.map(addressOf))).every(isOnThisMachine)}function isOnThisMachine(e){if(/^(unix|npipe|fd):/.test(e))return true
const t=/^tcp:/.test(e)?URL.parse(e.replace(/^tcp:/,"http:")):URL.parse(e)
return t!==null&&/^https?:$/.test(t.protocol)&&(0,r.U9)(t.hostname)}var c=n(75747)
var d=n(15351)
var u=n(9260)
var l=n(29799)
var f=n(39893)
var p=n(85465)
var m=n(99381)
var h=n(73024)
var g=n(49057)
var w=n(12311)
var y=n(9802)
var v=n(51531)
var b=n(7575)
var k=n(16083)
const $=w.Ikc({kind:w.k5n(["dockerfile","files","args","base","image","settings","url","age","baked"]),name:w.YjP(),hash:w.YjP()})
const x=w.Ikc({kind:w.k5n(["never-built","changed","forced","stale","already-built","foreign","smoke","blocked"]),component:w.YjP().exactOptional(),detail:w.YjP()})
const S=w.Ikc({digest:w.YjP(),on:w.g1P(w.YjP(),w.YjP())})
const O=w.gMt("kind",[w.Ikc({kind:w.euz("build"),reasons:w.YOg(x),keep:S.exactOptional(),before:w.Ikc({digest:w.YjP(),size:w.aig()}).exactOptional()}),w.Ikc({kind:w.euz("unchanged"),reasons:w.YOg(x),digest:w.YjP(),size:w.aig()}),w.Ikc({kind:w.euz("blocked"),reasons:w.YOg(x),problems:w.YOg(b.zs)})])
const P=w.Ikc({ref:w.YjP(),pinned:w.YjP()})
const E=w.Ikc({kind:w.k5n(["copy","add","mount","base","context"]),label:w.YjP(),context:w.YjP(),sources:w.YOg(w.YjP()),excludes:w.YOg(w.YjP()),parents:w.zMY(),oneMode:w.zMY(),line:w.aig(),stage:w.aig()})
const j=w.Ikc({service:w.YjP(),platform:w.YjP(),fingerprint:w.YjP(),contentRef:w.YjP(),components:w.YOg($),bases:w.YOg(P),base:w.Ikc({name:w.YjP(),digest:w.YjP()}).exactOptional(),from:w.g1P(w.YjP(),w.YjP()),args:w.g1P(w.YjP(),w.YjP()),command:w.k5n(["own","inherited"]).exactOptional(),volatileArgs:w.YOg(w.YjP()),baked:w.g1P(w.YjP(),w.YjP()).exactOptional(),version:w.YjP().exactOptional(),takes:w.YOg(E).exactOptional(),decision:O})
const M=w.Ikc({immutable:w.YOg(w.YjP()),floating:w.YOg(w.YjP()),version:w.YjP().exactOptional(),versioned:w.YOg(w.YjP()).exactOptional(),kept:w.YOg(w.YjP()).exactOptional()})
const I=w.Ikc({...b.zs.shape,severity:w.k5n(["warning","note"])})
const R=w.Ikc({name:w.YjP(),service:w.YjP(),platform:w.YjP(),runner:w.KCZ([w.YjP(),w.YOg(w.YjP())]),phase:w.YjP(),wave:w.aig()})
const T=w.Ikc({jobs:w.aig(),wallSeconds:w.aig(),billedMinutes:w.aig()})
const C=w.Ikc({matrix:T,jobEach:T,by:w.k5n(["times","sizes","guess"])})
const A=w.Ikc({service:w.YjP(),platform:w.YjP(),dockerfile:w.YjP(),files:w.YOg(w.Ikc({instruction:w.YjP(),line:w.aig(),context:w.YjP().exactOptional(),paths:w.YOg(w.YjP())})),images:w.YOg(w.Ikc({ref:w.YjP(),use:w.YjP(),line:w.aig(),platform:w.YjP(),pinned:w.YjP().exactOptional()})),catalogImages:w.g1P(w.YjP(),w.YjP()),urls:w.YOg(w.Ikc({url:w.YjP(),line:w.aig(),pinned:w.zMY()})),contexts:w.g1P(w.YjP(),w.YjP()),args:w.g1P(w.YjP(),w.YjP()),volatileArgs:w.YOg(w.YjP()),secrets:w.YOg(w.YjP()),ssh:w.YOg(w.YjP()),wholeContext:w.YOg(w.Ikc({reason:w.YjP(),line:w.aig().exactOptional()}))})
const _=w.Ikc({from:w.k5n(v.p),keys:w.YOg(w.YjP()),branches:w.YOg(w.YjP())})
const B=w.Ikc({kind:w.euz("lucid.plan"),version:w.euz(1),project:w.YjP(),root:w.YjP(),source:k.dr,network:y.uT,phases:w.YOg(y.h7),services:w.YOg(y.dh),planned:w.YOg(y.$m),externals:w.YOg(y.pi),reuse:_.exactOptional(),selected:w.YOg(w.YjP()),images:w.YOg(j),parents:w.YOg(w.YjP()).exactOptional(),tags:w.g1P(w.YjP(),M),waves:w.YOg(w.YOg(w.YjP())),matrix:w.Ikc({include:w.YOg(R)}),smokeMatrix:w.Ikc({include:w.YOg(R)}).exactOptional(),estimate:C.exactOptional(),remarks:w.YOg(I).exactOptional(),inputs:w.YOg(A).exactOptional()})
var N=n(94164)
var D=n(86702)
var Y=n(73010)
async function loadOrMakePlan(e,t,n,s){const{plan:r,out:o}=e
if(r===undefined)return(0,Y.plan)(e,t,{registry:n,scope:s})
const a=(0,g.gt)(r)
const c=a?i.resolve(o,"plan.json"):i.resolve(t.cwd,r)
const d=a?(0,g.K9)(r,B):await(0,N.u0)(c,B)
if(d===undefined)throw new p.yo({code:"document/missing",message:"the plan does not exist",at:{file:r},fix:"write it with `lucid plan`, or leave the option out to plan again"})
const u=i.dirname(i.resolve(t.cwd,e.catalog))
if(!(0,h.existsSync)(u))throw new p.yo({code:"catalog/unreadable",message:"the folder that the plan's paths are relative to does not exist",at:{file:u},fix:"name the plan's catalog with --catalog"})
const l={...d,root:u}
const f=narrowPlan(l,a?"the packed plan":r,e,s)
await(0,N.ft)(o,!a&&i.resolve(o,"plan.json")===c?l:f)
return f}async function planOfRun(e){const t=i.join(e.out,"plan.json")
const n=await(0,N.u0)(t,B)
return n===undefined||e.plan===undefined?n:narrowPlan(n,t,e)}function narrowPlan(e,t,{service:n,phase:s,platform:i},r="to-build"){const o=e.services.filter(({name:t})=>e.selected.includes(t))
const a=(0,D.Zo)({...e,file:t,services:o},{services:n,phases:s});(0,D.FE)(i,e.services)
const c=(0,D.hB)(i)
if(a.length===o.length&&c.length===0)return e
const d=new Set(a.map(({name:e})=>e))
const u=e.selected.filter(e=>d.has(e))
for(const t of d){const n=e.services.find(e=>e.name===t)?.needs??[]
for(const e of r==="to-run"?n:[])d.add(e)
for(const n of e.images)if(n.service===t)for(const e of Object.values(n.from))d.add(e)}return{...e,selected:u,images:e.images.filter(e=>d.has(e.service)&&(c.length===0||c.includes(e.platform)))}}var F=n(32992)
var L=n(36540)
var H=n(37743)
var U=n(63773)
var G=n(15044)
var V=n(33795)
const W=w.Ikc({kind:w.k5n(["http","tcp","grpc","command","healthcheck","negative","discovery","stable","exit"]),target:w.YjP(),port:w.aig().exactOptional(),ok:w.zMY(),status:w.aig().exactOptional(),latencyMs:w.aig().exactOptional(),attempts:w.aig(),error:w.YjP().exactOptional()})
const q=w.k5n(["healthy","unhealthy","skipped","not tried","unknown"])
const z=w.k5n(["pull","start","ready","stable","stop"])
const K=w.Ikc({exitCode:w.aig(),output:w.YjP()})
const J=w.Ikc({container:w.aig(),published:w.aig().exactOptional(),listens:w.YjP().exactOptional()})
const Z=w.Ikc({phase:z,guess:w.YjP(),lastProbe:w.YjP().exactOptional(),exitCode:w.aig().exactOptional(),exitMeaning:w.YjP().exactOptional(),healthLog:w.YOg(K).exactOptional(),ports:w.YOg(J).exactOptional(),inspect:w.g1P(w.YjP(),w.KCZ([w.YjP(),w.aig(),w.zMY()])).exactOptional(),log:w.YOg(w.YjP()),file:w.YjP().exactOptional()})
const X=w.Ikc({service:w.YjP(),platform:w.YjP(),ref:w.YjP(),digest:w.YjP(),verdict:q,trial:w.YjP().exactOptional(),needsImages:w.g1P(w.YjP(),w.YjP()).exactOptional(),reason:w.YjP().exactOptional(),warnings:w.YOg(w.YjP()).exactOptional(),passedBefore:w.YjP().exactOptional(),needs:w.YOg(w.YjP()).exactOptional(),architecture:w.YjP().exactOptional(),emulated:w.euz(true).exactOptional(),startedAt:w.YjP().exactOptional(),runner:w.YjP().exactOptional(),durationMs:w.aig().exactOptional(),readyMs:w.aig().exactOptional(),stopMs:w.aig().exactOptional(),killed:w.euz(true).exactOptional(),probes:w.YOg(W),failure:Z.exactOptional(),logFile:w.YjP().exactOptional()})
const Q=w.Ikc({kind:w.euz("lucid.smoke"),version:w.euz(1),revision:w.YjP(),network:w.Ikc({name:w.YjP(),subnet:w.YjP().exactOptional(),note:w.YjP().exactOptional()}),services:w.YOg(X),composeFile:w.YjP().exactOptional(),leftovers:w.YOg(w.YjP()).exactOptional(),durationMs:w.aig()})
var ee=n(11886)
var te=n(64320)
var ne=n(40318)
var se=n(10976)
var ie=n(28195)
var re=n(47687)
var oe=n(76374)
var ae=n(32270)
var ce=n(46226)
var de=n(68261)
const ue=200
function imageSpec(e){const{user:t,workingDir:n,env:s,entrypoint:i,command:r,exposedPorts:o,healthcheck:a}=e
return{...t!==undefined&&t!==""&&{user:t},...(0,f.s)({workingDir:n}),env:Object.fromEntries(Object.entries(s).map(([e,t])=>[e,isSecret(e,t)?"***":t])),...(0,f.s)({entrypoint:i,command:r}),exposedPorts:o,...(0,f.s)({healthcheck:a}),layers:layersOf(e)}}const isSecret=(e,t)=>t!==""&&(/pass|secret|token|credential|(^|_)key$/i.test(e)||/:\/\/[^/@\s:]{0,200}:[^/@\s]{1,2000}@/.test(t))
function layersOf({layers:e,history:t}){const n=t.filter(({empty:e})=>!e)
const s=n.length===e.length&&!n.some(({createdBy:e})=>/^\[[^\]]* \d+\/\d+\] /.test(e))
return e.map(({size:e},t)=>{const i=s?instruction(n[t]?.createdBy??""):""
return i===""?{size:e}:{size:e,by:i}})}function instruction(e){const t=(0,de.g$)(e).replace(/\s+/g," ").replace(/ # buildkit$/,"").replace(/^\/bin\/sh -c #\(nop\) +/,"").replace(/^(RUN )?(?:\|\d+ (?:[^\s=]+=\S* )*)?\/bin\/sh -c /,"RUN ").trim()
return t.length>ue?`${t.slice(0,ue-1)}\u2026`:t}function lagBackoff({signal:e,report:t}){return new ce.nO(ce.HK.registryLag,n=>{t({until:ae.m.now()+n,next:"retry"})
return(0,ae.y)(n,e)})}async function readBack(e,t,n,s){let i
const r=lagBackoff(s)
do{i=(await e.head(t.contentRef))?.digest
if(i!==n)continue
const s=await e.imageFacts(`${(0,ee._M)(t.contentRef)}@${n}`,t.platform)
if(s!==undefined)return{digest:n,facts:s}}while(await r.wait())
throw new Error(i===undefined||i===n?`${t.contentRef} was pushed as ${n}, but the registry does not have it`:`${t.contentRef} was pushed as ${n}, but the registry has ${i} there`)}async function writeContentTag(e,{contentRef:t},n,s){const i=`${(0,ee._M)(t)}@${n}`
const r=lagBackoff(s)
let o=await e.manifest(i)
while(o===undefined&&await r.wait())o=await e.manifest(i)
if(o!==undefined){await e.putManifest(t,o.bytes,o.descriptor.mediaType,"content")
return}throw new Error(`${i} was pushed, but the registry does not have it`)}function rowFromFacts(e,t,n,{platform:s,outcome:i}){const{attestations:r}=e
return{digest:e.digest,size:e.size,layers:e.layers.length,spec:imageSpec(e),...r.length>0&&{attestations:r.map(({digest:e})=>e)},checks:(0,oe.wW)({facts:e,service:t,source:n,platform:s,outcome:i})}}async function buildResultFromRegistry(e,t,n){const s=await Promise.all(e.images.map(async s=>{const i=await find(s,e,t)
return n===undefined?i:ofResults(i,s,n)}))
return{kind:"lucid.build",version:1,revision:e.source.revision,images:s,command:[],durationMs:0}}async function find(e,{services:t,source:n,reuse:s},i){const{platform:r,fingerprint:o,contentRef:a,decision:c}=e
const d=t.find(({name:t})=>t===e.service)
if(d===undefined)throw new Error(`the plan has an image of ${e.service}, but no such service`)
const u={service:d.name,platform:r,fingerprint:o,contentRef:a,checks:[]}
if(c.kind==="blocked")return{...u,outcome:"failed",error:{message:c.problems[0]?.message??"cannot be planned"}}
let l
try{l=await i.imageFacts(a,r)}catch(e){if(!(0,se.__)(e))throw e
const[{code:t}={}]=e.problems
return{...u,outcome:"failed",error:{message:e.message,...(0,f.s)({code:t})}}}if(l===undefined)return{...u,outcome:"skipped",error:{message:missing(a,c.kind)}}
const p=await(0,re.f)(i,e,n,l)
if(p!==undefined){const e=`${(0,ie.eQ)(a,p)}. Fix: run all jobs again, the plan too`
return{...u,outcome:"failed",error:{message:e,code:"registry/foreign-image"}}}if(s!==undefined&&s.from!=="any"&&c.kind==="unchanged"&&l.digest!==c.digest){const e=`${a} was ${c.digest} when the plan proved who built it, and is ${l.digest} now. Fix: run all jobs again, the plan too`
return{...u,outcome:"failed",error:{message:e,code:"registry/foreign-image"}}}const m=rowFromFacts(l,d,n,{platform:r,outcome:"unchanged"})
const h=c.kind==="build"&&c.keep?.digest===l.digest
return{...u,outcome:c.kind==="build"&&!h?"built":"unchanged",...m}}function ofResults(e,{service:t,platform:n,decision:s},{images:i}){const r=i.find(e=>e.service===t&&e.platform===n)
const o=r?.outcome==="built"||r?.outcome==="unchanged"
if(r!==undefined&&!o)return r
const{digest:a,fingerprint:c,contentRef:d}=e
const u={service:t,platform:n,fingerprint:c,contentRef:d,checks:[]}
const l=r?.digest??(s.kind==="unchanged"?s.digest:undefined)
if(l===undefined&&s.kind==="build")return{...u,outcome:"skipped",error:{message:"no job of this run built it"}}
if(a===undefined)return e
if(a===l)return r??e
const f=`${d} has ${a}, but this run's ${r===undefined?"plan found":"build pushed"} ${l}: something else overwrote it. Fix: run all jobs again, the plan too`
return{...u,outcome:"failed",error:{message:f,code:"registry/foreign-image"}}}function missing(e,t){return t==="build"?`is not in the registry: ${e}`:`was in the registry when the plan was made, and is gone: ${e}. Fix: run all jobs again, the plan too`}var le=n(32305)
var fe=n(38522)
var pe=n(16496)
var me=n(37521)
var he=n(56636)
const ge="application/vnd.lucid.note.v1+json"
const we={run:"com.lucid.run",row:"com.lucid.row"}
const ye=5e5
const ve=16*1024*1024
function workflowRunId({GITHUB_ACTIONS:e,GITHUB_REPOSITORY:t,GITHUB_RUN_ID:n}){return e==="true"&&n?`${t??""}/${n}`:undefined}const resultRef=(e,t)=>`${e}.${t}`
async function writeJobResult(e,t,n,{run:s,row:i}){const r={[fe.constants.BROTLI_PARAM_QUALITY]:6}
const o=(0,fe.brotliCompressSync)(JSON.stringify(i),{params:r}).toString("base64")
if(o.length>ye)return
const a={[we.run]:s,[we.row]:o}
const c=resultRef(t,n)
await(0,he.q)(e,{ref:c,owner:"job-result",artifactType:ge,annotations:a})}async function readJobResult(e,t,{kind:n,run:s,schema:i,onIgnored:r}){const o=resultRef(t,n)
const ignore=e=>{r(`${o} is ignored: ${e}`)
return undefined}
const a=await e.manifest(o).catch(e=>ignore(e.message))
if(a===undefined)return undefined
const{content:c}=a
if(c.kind!=="image"||c.artifactType!==ge)return ignore("it is not the result of a job")
const{[we.run]:d,[we.row]:u=""}=c.annotations
if(d!==s)return undefined
let l
try{const e={maxOutputLength:ve}
const t=(0,fe.brotliDecompressSync)(Buffer.from(u,"base64"),e)
l=(0,me.Y)(t,ignore)}catch{return ignore("its row cannot be unpacked")}return l!==undefined&&(0,pe.lA)(i,l,ignore)?l:undefined}var be=n(67953)
async function storeJobResults(e,t,n,{options:s={},...i}){const r=workflowRunId(i.env)
if(r===undefined||(0,ne.mm)(i.signal)||(0,k.ty)(n.source))return
const o=(0,U.cs)(s,{...i,signal:(0,ne.Z5)(i.signal)})
const a=await Promise.all(e.map(async e=>{const s=n.images.find(({service:t,platform:n})=>t===e.service&&n===e.platform)
if(s===undefined)return undefined
return writeJobResult(o,s.contentRef,t,{run:r,row:e}).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const c=a.find(e=>e!==undefined)
if(c!==undefined)i.log(`some results could not be stored in the registry for the report: ${c}`)}async function loadJobResults(e,t,n){const{out:s,publishResult:i}=e
const r=(0,U.cs)(e,t)
const o=workflowRunId(t.env)
if(i!==undefined&&(0,g.gt)(i))await(0,N.ft)(s,(0,g.K9)(i,V.I2))
const onIgnored=e=>t.log(`note: found, but ${e}`)
const a={registry:r,signatures:await(0,le.Rr)(r,n,e,t),run:o,onIgnored:onIgnored}
const c=await(0,N.tf)(s,G.b9)??await loadBuild(n,a)
await(0,N.ft)(s,c)
if(await(0,N.tf)(s,Q)!==undefined)return
await(0,N.ft)(s,await loadSmoke(n,c,a))}async function readRow({registry:e,run:t,onIgnored:n},s,i,r){if(t===undefined)return undefined
const{service:o,platform:a,contentRef:c}=s
const d=await readJobResult(e,c,{kind:i,run:t,schema:r,onIgnored:n})
const isOurs=e=>e===undefined||e.service===o&&e.platform===a
if(isOurs(d))return d
n(`${c}.${i} is ignored: it is about another image`)
return undefined}async function loadBuild(e,t){const{registry:n}=t
const s=await buildResultFromRegistry(e,n)
const i=new Set(e.images.flatMap(e=>e.decision.kind==="build"?e.contentRef:[]))
const r=await Promise.all(s.images.map(async e=>{const n=await readRow(t,e,"build",G.$_)
if(e.digest!==undefined)return[n?.digest===e.digest?n:e]
if(n!==undefined&&n.digest===undefined)return[n]
return e.outcome==="skipped"&&i.has(e.contentRef)?[]:[e]}))
return{...s,images:r.flat()}}async function loadSmoke(e,t,n){const{onIgnored:s}=n
const i=await Promise.all(t.images.map(async t=>{const{service:i,platform:r,digest:o,contentRef:a}=t
if(o===undefined||!e.selected.includes(i))return[]
const c=await readRow(n,t,"tried",X)
if(c?.digest===o)return[c]
const d=await(0,be.B)("changed",n,e)({service:i,platform:r,digest:o})
if(d.kind==="unknown"&&d.ignored!==undefined)s(d.ignored)
if(d.kind!=="passed")return[]
const{revision:u}=d
const l=`this image passed smoke before, for ${u.slice(0,12)}`
const{hash:f}=(0,te.fO)(e,(0,be.k)(e,i))
const p={service:i,platform:r,ref:`${(0,ee._M)(a)}@${o}`,digest:o,trial:f}
return[{...p,verdict:"skipped",reason:l,passedBefore:u,probes:[]}]}))
const{revision:r}=e.source
return{kind:"lucid.smoke",version:1,revision:r,network:e.network,services:i.flat(),durationMs:0}}var ke=n(65538)
function merger(e){return t=>{const[n]=t
const s=Math.max(...t.map(e=>e.durationMs))
return n&&{...n,...e(t,n),durationMs:s}}}const $e=merger(e=>{const t=e.flatMap(e=>e.leftovers??[])
return{services:byRank(e.flatMap(({services:e})=>e),({service:e,platform:t,digest:n})=>`${e} ${t} ${n}`,({verdict:e})=>ke.uI[e]),...t.length>0&&{leftovers:t}}})
const xe={skipped:0,cancelled:1,failed:2,unchanged:3,built:4}
const Se=merger((e,t)=>({images:byRank(e.flatMap(({images:e})=>e),({service:e,platform:t})=>`${e} ${t}`,({outcome:e})=>xe[e]),command:e.length===1?t.command:[]}))
const Oe=merger(e=>{const total=t=>e.reduce((e,{layers:n})=>e+n[t],0)
return{images:byRank(e.flatMap(({images:e})=>e),({service:e,platform:t,digest:n})=>`${e} ${t} ${n??""}`,({checks:e})=>e.length),layers:{read:total("read"),bytes:total("bytes")}}})
const Pe={skipped:0,cancelled:1,failed:2,"not part of this release":2.5,superseded:3,held:3.5,unchanged:4,published:5}
const Ee=merger(e=>({services:byRank(e.flatMap(({services:e})=>e),({service:e})=>e,({outcome:e,tags:t})=>Pe[e]-(t.some(({state:e})=>e==="held")?.5:0))}))
const mergePlans=e=>{const[t]=e.toSorted((e,t)=>t.selected.length-e.selected.length)
if(t===undefined||e.length===1)return t
const n=new Map(e.flatMap(e=>e.images).map(e=>[`${e.service} ${e.platform}`,e]))
for(const e of t.images)n.set(`${e.service} ${e.platform}`,e)
const s=Math.max(...e.map(({waves:e})=>e.length))
const i=new Set
const fresh=e=>!i.has(e)&&i.add(e)!==undefined
return{...t,selected:[...new Set([t,...e].flatMap(({selected:e})=>e))],images:[...n.values()],parents:[...new Set(e.flatMap(({parents:e})=>e??[]))].sort(),tags:Object.assign({},...e.map(({tags:e})=>e),t.tags),waves:Array.from({length:s},(n,s)=>[t,...e].flatMap(({waves:e})=>e[s]??[]).filter(fresh))}}
function byRank(e,t,n){const s=new Map
for(const i of e){const e=s.get(t(i))
if(e===undefined||n(i)>n(e))s.set(t(i),i)}return[...s.values()]}async function findSmokeResults({smokeResults:e,out:t},{cwd:n}){if(e===undefined)return(0,N.tf)(t,Q)
return $e(await readAll(i.resolve(n,e),"smoke.json",Q))}async function readSmokeResults(e,t){const n=await findSmokeResults(e,t)
if(n!==undefined||e.smokeResults===undefined)return n
throw new p.yo({code:"document/missing",message:"contains no smoke.json",at:{file:e.smokeResults},fix:"name a smoke.json, or a folder with those of all legs; without the option the registry's records decide"})}async function readBuildResults({buildResults:e},{cwd:t}){if(e===undefined)return undefined
return Se(await readAll(i.resolve(t,e),"build.json",G.b9))??{images:[]}}async function readAll(e,t,n){const s=await(0,N.CS)(e,e=>i.basename(e)===t)
const r=await Promise.all(s.map(e=>(0,N.u0)(e,n)))
return r.filter(e=>e!==undefined)}var je=n(57975)
var Me=n(28641)
var Ie=n(94203)
var Re=n(84949)
const Te=2
const Ce=128<<20
function openLayerCache(e){const t=i.join((0,l.g6)(e),"layer-contents")
let n
const fileOf=e=>i.join(t,`${e.replace(/[^a-z0-9]/g,"-")}.v${Te}.json.gz`)
return{async read(e){try{const t=fileOf(e)
const n=JSON.parse(String(await(0,je.promisify)(fe.gunzip)(await(0,s.readFile)(t))))
if(!(0,Re.R)(n))return undefined
const i=new Date
await(0,s.utimes)(t,i,i)
return n}catch{return undefined}},async write(e,s){try{const i=await(0,je.promisify)(fe.gzip)(JSON.stringify(s),{level:1})
await(0,Ie.f)(fileOf(e),i,{fileMode:384,folderMode:448})
n??=(0,Me.l)(t,Ce)
await n}catch{}}}}var Ae=n(52886)
async function verify(e,t){const n=(0,U.cs)(e,t)
const s=await loadOrMakePlan(e,t,n)
const{images:i}=await buildResultFromRegistry(s,n)
const r=i.filter(({service:e})=>s.selected.includes(e))
const o=await verifyImages({...t,registry:n,plan:s},r,i)
await(0,N.ft)(e.out,o)
return o}async function verifyImages(e,t,n){const s=await openVerifier(e)
return s.result(await s.verify(t,n))}async function openVerifier(e){const{docker:t,progress:s,signal:i,now:r,layerCache:o,registry:a,plan:c}=e
const{Verifier:d}=await n.e(8878).then(n.bind(n,58878))
const floatingTag=e=>normalFloatingTag(e,c)
return new d({plan:c,registry:a,...(0,f.s)({docker:t,layerCache:o}),floatingTag:floatingTag,progress:s,signal:i,now:r})}function normalFloatingTag(e,{source:t,project:n}){return(0,Ae.T)(e,(0,k.BK)(t),{project:n}).floating[0]}async function verifyUnpublished(e,t,n){const{registry:s,plan:i}=e
const{images:r}=t
const o=r.filter(needsVerification)
const a=o.filter(({outcome:e})=>e==="unchanged").map(({service:e})=>e)
const c=await(n??publishedDigests(s,i,a))
const tagOf=({outcome:e,digest:t=""})=>e==="built"?undefined:c.get(t)
const d=o.filter(e=>tagOf(e)===undefined)
const u=d.length===0?undefined:await verifyUnlessCancelled(e,d,r)
const{images:l}=(0,ke.uJ)(t,u??{images:[]})
return{...t,images:l.map(e=>{if(!needsVerification(e))return e
const t=tagOf(e)
const n=t===undefined?"cancelled":`already published as ${t}; lucid verify checks it again`
return{...e,unchecked:[{id:"layers",reason:n}]}})}}function verifyDuringBuild(e){const{plan:t,signal:n}=e
const isIndependent=({service:e,platform:n})=>t.images.some(t=>t.service===e&&t.platform===n&&Object.keys(t.from).length===0)
let s
const i=[]
const open=()=>{s??=openVerifier(e)
return s}
return{start(){if(t.images.some(({decision:e})=>e.kind==="build"))void(0,m.y)(()=>open().then(e=>e.prefetch()))},add(e){if(e.outcome!=="built"||!needsVerification(e)||!isIndependent(e)||n.aborted)return
i.push((0,m.y)(()=>open().then(t=>t.verify([e],[]))))},[Symbol.dispose](){s?.then(e=>e[Symbol.dispose](),()=>{})},async addTo(e){const t=await Promise.all(i.map(e=>e.catch(e=>{if(n.aborted)return[]
throw e})))
return(0,ke.uJ)(e,{images:t.flat()})}}}const needsVerification=({digest:e,checks:t})=>e!==undefined&&!t.some(({id:e})=>e==="layers")
async function verifyUnlessCancelled(e,t,n){if(e.signal.aborted)return undefined
return verifyImages(e,t,n).catch(t=>{if(e.signal.aborted)return undefined
throw t})}async function publishedDigests(e,t,n){const s=new Set(n)
const i=await Promise.all(t.services.filter(({name:e})=>s.has(e)).map(async n=>{const s=normalFloatingTag(n,t)
const i=s===undefined?undefined:await e.manifest(`${n.image}:${s}`)
const{content:r,descriptor:o}=i??{}
const a=r?.kind==="index"?r.manifests.map(({digest:e})=>e):[]
return[...a,...o===undefined?[]:[o.digest]].map(e=>[e,s??""])}))
return new Map(i.flat())}var _e=n(36320)
var Be=n(71190)
const Ne="318211200"
function buildArgs(e,t,n){const{project:s,source:i}=e
const r=(0,Be.H0)(n.volatileArgs,i,t,{project:s,version:n.version})
return{SOURCE_DATE_EPOCH:imageDate(e,t),...n.args,...r}}function imageLabels({project:e,source:t},n,{base:s,args:i}){return(0,_e.Fn)(t,n,{project:e,...(0,f.s)({version:i.VERSION}),...s&&{baseName:s.name,baseDigest:s.digest}})}function imageDate({project:e,source:t},n){const s=(0,_e.xw)(t,n,{project:e})
const i=(0,_e.V$)(n.args,s).SOURCE_DATE_EPOCH
const r=n.created==="commit"?(0,_e.ey)(t):undefined
return i??(r===undefined?Ne:String(Math.floor(Date.parse(r)/1e3)))}function imageId({service:e,platform:t}){return`${e} ${t}`}function targetNames(e){const t=new Map
const n=new Set
for(const s of e){const e=`${s.service}_${s.platform}`.replace(/[^a-zA-Z0-9_-]/g,"-")
let i=e
for(let t=2;n.has(i);t++)i=`${e}-${t}`
n.add(i)
t.set(imageId(s),i)}return t}function csv(e){return e.map(e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e).join(",")}function attestSpecs({provenance:e,sbom:t,builderId:n}){return[e==="off"?"type=provenance,disabled=true":csv(["type=provenance",`mode=${e}`,...n===undefined?[]:[`builder-id=${n}`]]),t===undefined?"type=sbom,disabled=true":csv(["type=sbom",`generator=${t}`])]}const De=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","REVISION","VERSION","SOURCE_DATE_EPOCH"])
function provenanceProblems(e,{provenance:t},n){if(t!=="max")return[]
const s="use `provenance: min`, which omits their values"
const i=e.services.flatMap(t=>{const n=e.images.filter(e=>e.service===t.name&&isBuilt(e))
const i=new Set(n.flatMap(n=>Object.keys(buildArgs(e,t,n))))
const r=[...i].filter(e=>!De.has(e)).sort()
if(r.length===0)return[]
const o=`${t.name} is built with ${r.join(", ")}, and \`provenance: max\` would show the value to everyone who has the image`
return[{code:"build/provenance",message:o,at:t.at,fix:s}]})
if(n.length>0)i.push({code:"build/provenance",message:`Docker's configuration adds ${n.join(", ")} to every build, and \`provenance: max\` would show the value to everyone who has the image`,fix:s})
return i}const isBuilt=({decision:e})=>e.kind==="build"
function builderIdOf(e){const{GITHUB_ACTIONS:t,GITHUB_SERVER_URL:n,GITHUB_REPOSITORY:s,GITHUB_RUN_ID:i,GITHUB_RUN_ATTEMPT:r="1"}=e
if(t!=="true"||!n||!s||!i)return undefined
return`${n}/${s}/actions/runs/${i}/attempts/${r}`}const Ye={kind:"none",read:[]}
function autoCacheKind(e,t){const n=t==="remote"||t==="kubernetes"||t==="cloud"
return hasGitHubCache(e)&&!n?"gha":"none"}function hasGitHubCache(e){return Boolean(e.ACTIONS_RUNTIME_TOKEN&&(e.ACTIONS_RESULTS_URL||e.ACTIONS_CACHE_URL))}function cacheScopes(e,t,n){const{event:s}=e
const i=t.GITHUB_ACTIONS==="true"
const{defaultBranch:r=(i?undefined:"main")}=e
const o={kind:"protected"}
if(s.kind==="pull_request"){if(s.number===undefined)return{read:[o]}
const t={kind:"pull-request",number:s.number}
return{read:[t,o],...!(0,k.ty)(e)&&{write:t}}}if(!(0,k.cB)(e))return{read:[o]}
const a="branch"in s?s.branch:undefined
const c=s.kind==="tag"?`refs/tags/${s.tag}`:`refs/heads/${a}`
if(i&&t.GITHUB_EVENT_NAME?.startsWith("pull_request"))return{read:[o]}
const d=t.GITHUB_REF_PROTECTED==="true"&&t.GITHUB_REF===c
const u=!i&&(a===undefined||n==="local")
const l=a!==undefined&&a===r
return{read:[o],...(u||d||l)&&{write:o}}}function whyNoAutoCache({reuse:e},{write:t}){if(e?.from!=="same-repository"||t?.kind==="protected")return undefined
return"other jobs of a run that is not protected could write it, and the signed images would not count later"}const Fe="timeout=2m"
function cacheSpecs(e,t,n,s){const{kind:r,read:o,write:a}=e
const place=o=>{const a=o.kind==="pull-request"?`pr-${o.number}-`:""
const c=`${a}${s.platform.replaceAll("/","-")}`
if(r==="registry")return`${n.image}:cache-${c}`
if(r==="local")return i.join(e.folder??"",t.project,n.name,c)
return`lucid/${t.project}/${n.name}/${c}`}
const c=["mode=max","ignore-error=true"]
switch(r){case"none":return{from:[],to:[]}
case"inline":{const e=t.tags[n.name]?.floating??[]
const s=e.slice(0,1).map(e=>csv(["type=registry",`ref=${n.image}:${e}`]))
return{from:s,to:a?.kind==="protected"?["type=inline"]:[]}}case"gha":return{from:o.map(e=>csv(["type=gha",`scope=${place(e)}`,Fe])),to:a===undefined?[]:[csv(["type=gha",`scope=${place(a)}`,...c,Fe])]}
case"registry":return{from:o.map(e=>csv(["type=registry",`ref=${place(e)}`])),to:a===undefined?[]:[csv(["type=registry",`ref=${place(a)}`,...c,"image-manifest=true","oci-mediatypes=true"])]}
case"local":return{from:o.map(e=>csv(["type=local",`src=${place(e)}`])),to:a===undefined?[]:[csv(["type=local",`dest=${place(a)}`,...c])]}
default:return r}}var Le=n(33916)
function escapeBake(e){return escapeValue(e)}function escapeValue(e){if(typeof e==="string")return e.replace(/[$%](?=\{)/g,e=>e+e)
if(Array.isArray(e))return e.map(escapeValue)
if(typeof e==="object"&&e!==null)return Object.fromEntries(Object.entries(e).map(([e,t])=>[escapeValue(e),escapeValue(t)]))
return e}var He=n(25921)
var Ue=n(17240)
var Ge=n(11939)
const Ve={values:new Map}
const secretEnvName=e=>`LUCID_BUILD_SECRET_${e}`
function secretEnvironment(e){return Object.fromEntries([...e].map(([e,t])=>[secretEnvName(e),t]))}async function readSecrets(e,t,n,s=Ve){const i=[]
const r=[]
for(const o of e.secrets){const e=o.from==="env"?readVariable(o.env,n,s):await readSecretFile(o.file,t,n)
if("value"in e)r.push(e.value)
else i.push(`secret ${o.id}: ${e.why}`)}return{missing:i,values:r}}function readVariable(e,t,n){const s=whyRefused(e,n)
if(s!==undefined)return{why:s}
const i=n.values.get(e)??(t[e]||undefined)
if(i!==undefined)return{value:i}
return{why:n.names===undefined?`${e} is unset or empty; set it in the environment of this step`:`${e} is unset or empty in build-secrets and in the environment; set it in build-secrets`}}function whyRefused(e,{values:t,names:n}){const s=(0,He.Ip)(e)
if(s!==undefined)return`no build may read ${e}, a variable of ${s}; name a variable of your own`
if((0,He.Pl)(e)&&!t.has(e))return`builds may read ${e} only if the workflow gives its value: add \`${e}=$`+`{{ secrets.GITHUB_TOKEN }}\` to build-secrets and ${e} to build-secret-names; elsewhere name a variable of your own`
return n?.has(e)===false?`builds may not read ${e}; add it to build-secret-names`:undefined}async function readSecretFile(e,t,n){const[r,o]=await Promise.all([(0,s.realpath)(t),(0,s.realpath)(i.join(t,e)).catch(()=>undefined)])
if(o===undefined)return{why:`the file ${e} does not exist`}
const refused=t=>({why:`no build may read the file ${e}: ${t}; name another file`})
if(!isBelow(o,r))return refused("it is outside of the repository")
if((0,Ue.D)(i.relative(r,o)))return refused("git may keep a token in it")
const a=[n.RUNNER_TEMP,n.GITHUB_EVENT_PATH&&i.dirname(n.GITHUB_EVENT_PATH),(0,Ge.P)(n)]
for(const e of a){const t=e?await(0,s.realpath)(e).catch(()=>undefined):undefined
if(t!==undefined&&isBelow(t,r)&&isBelow(o,t))return refused("it belongs to the runner or to Docker")}return(0,s.readFile)(o,"utf8").then(e=>({value:e}),t=>({why:`the file ${e} cannot be read: ${t.code}`}))}const isBelow=(e,t)=>e.startsWith(t.endsWith(i.sep)?t:t+i.sep)
const We="SSH_AUTH_SOCK"
function missingSshAgents({ssh:e=[]},t,n=Ve){return e.flatMap(({id:e,env:s=We})=>{const i=s===We?undefined:whyRefused(s,n)
if(i!==undefined)return[`ssh ${e}: ${i}`]
if(sshAgentPath(s,t)!==undefined)return[]
const r=s===We?t[s]:"a path"
const o=t[s]?`names ${r}, which does not exist`:"is unset or empty"
return[`ssh ${e}: ${s} ${o}; start an agent, or set ${s} for this step`]})}function sshAgentPath(e,t){const n=t[e]
return n&&(0,h.existsSync)(n)?n:undefined}function pushesByDigest(e){return e!=="docker"}function rewritesTimestamps({CI:e=""}){return e!==""&&e!=="false"}function outputSpec({contentRef:e},{compression:t,rewriteTimestamp:n},{date:s,driver:i,rewriteTimestamp:r}){const o=pushesByDigest(i)?[`name=${(0,ee._M)(e)}`,"push-by-digest=true","name-canonical=true"]:[`name=${e}`,"store=false","unpack=false"]
const a=[`rewrite-timestamp=${n??r}`,`source-date-epoch=${s}`]
const c=t===undefined?[]:[`compression=${t}`]
return csv(["type=image",...o,"push=true",...a,...c,"oci-mediatypes=true"])}function bakeDefinition(e){const t=e.images??e.plan.images.filter(({decision:e})=>e.kind==="build")
const n=new Map(e.plan.services.map(e=>[e.name,e]))
const s=targetNames(t)
const i=Object.fromEntries(t.map(t=>{const i=n.get(t.service)
if(i===undefined)throw new Error(`the plan has an image of ${t.service}, but no such service`)
return[s.get(imageId(t))??t.service,bakeTarget(e,s,i,t)]}))
return escapeBake({group:{default:{targets:[...s.values()]}},target:i})}function bakeTarget(e,t,n,s){const{plan:r,root:o,cache:a=Ye,attest:c={provenance:"off"},driver:d="docker",rewriteTimestamp:u=true}=e
const l=e.steps==="uncached"||isStale(s)
const{from:p,to:m}=cacheSpecs(a,r,n,s)
const{ssh:h=[]}=n
const g=pathFinder(e,n,s)
return{context:g("context",n.context),dockerfile:i.join(g("dockerfile",i.dirname(n.dockerfile)),i.basename(n.dockerfile)),...(0,f.s)({target:n.target}),platforms:[s.platform],args:buildArgs(r,n,s),labels:imageLabels(r,n,s),annotations:annotationsOf(s,r.source,e.parentHashes?.get(imageId(s))),contexts:namedContexts(e,t,n,s),secret:n.secrets.map(t=>secretSpec(o,t,e.secretValues)),...h.length>0&&{ssh:h.map(t=>sshSpec(t,e.env??{}))},...p.length>0&&!l&&{"cache-from":p},...m.length>0&&{"cache-to":m},attest:attestSpecs(c),output:[outputSpec(s,n,{date:imageDate(r,n),driver:d,rewriteTimestamp:u})],...l&&{"no-cache":true}}}function pathFinder({folderAt:e,root:t},n,s){return(r,o)=>e?.(s,n,r,o)??i.join(t,o)}function annotationsOf(e,t,n={}){const{components:s,baked:i}=e
const r=Object.fromEntries(s.map(({name:e,hash:t})=>[e,t]))
const o=Object.entries((0,ie.dn)((0,ie.cu)(e,t)))
return[...o.map(([e,t])=>`manifest:${e}=${t}`),`manifest:com.lucid.components=${JSON.stringify(r)}`,...i===undefined?[]:[`manifest:${Be.zt}=${JSON.stringify(i)}`],...Object.keys(n).length>0?[`manifest:com.lucid.parents=${JSON.stringify(n)}`]:[]]}function isStale({decision:e}){return e.reasons.some(({kind:e})=>e==="stale")}function secretSpec(e,t,n){switch(t.from){case"env":return csv([`id=${t.id}`,`env=${n?.has(t.env)?secretEnvName(t.env):t.env}`])
case"file":return csv([`id=${t.id}`,`src=${i.join(e,t.file)}`])
default:return t}}function sshSpec({id:e,env:t},n){if(t===undefined)return csv([e])
return csv([`${e}=${sshAgentPath(t,n)??""}`])}function namedContexts(e,t,n,s){const i=pathFinder(e,n,s)
const r=new Map(s.bases.map(e=>[e.ref,e.pinned]))
const contextSpec=(n,o)=>{switch(o.kind){case"service":return catalogImage(e,t,o.service,s.platform)
case"image":return`docker-image://${r.get(o.ref)??o.ref}`
case"path":return i(`context:${n}`,o.path)
case"url":return o.url
default:return o}}
return Object.fromEntries([...s.bases.map(({ref:e,pinned:t})=>[(0,Le.GK)(e),`docker-image://${t}`]),...Object.entries(s.from).map(([n,i])=>[(0,Le.GK)(n),catalogImage(e,t,i,s.platform)]),...Object.entries(n.contexts).map(([e,t])=>[(0,Le.GK)(e),contextSpec(e,t)])])}function catalogImage({plan:e,pushed:t},n,s,i){const r=imageId({service:s,platform:i})
const o=e.images.find(e=>imageId(e)===r)
if(o===undefined)throw new Error(`the plan has no image of ${s} for ${i}`)
const a=t?.get(r)??(o.decision.kind==="unchanged"?o.decision.digest:undefined)
if(a!==undefined)return`docker-image://${(0,ee._M)(o.contentRef)}@${a}`
const c=n.get(r)
return c===undefined?`docker-image://${o.contentRef}`:`target:${c}`}function bakeFileText(e){return`${JSON.stringify(e,undefined,2)}\n`}function builderFacts({mirror:e},t,{isElsewhere:n,cache:s}){const{kind:i,read:r}=s??Ye
return{runner:runnerOf(t),...n&&{remote:true},...e.size>0&&{mirror:true},...i!=="none"&&r.length>0&&{cache:i}}}function runnerOf({GITHUB_ACTIONS:e,RUNNER_ENVIRONMENT:t}){if(e!=="true")return"local"
return t==="github-hosted"?"github-hosted":"self-hosted"}function withBuilder(e,t,n){const hasSecrets=({service:e})=>{const{secrets:t=[],ssh:s=[]}=n.find(({name:t})=>t===e)??{}
return t.length+s.length>0}
return e.map(e=>{if(e.outcome!=="built")return e
return{...e,builder:{...t,...hasSecrets(e)&&{secrets:true}}}})}var qe=n(48161)
function parseBakeError(e){const t=e.findLastIndex(e=>e.startsWith("ERROR:"))
if(t<0){const t=e.findLast(e=>e.trim()!=="")??"docker buildx bake failed without a message"
return{message:t.trim()}}const n=e.findIndex((e,n)=>n>t&&e.trim()==="")
const s=e.slice(t,n<0?undefined:n).join("\n")
const i=s.slice("ERROR:".length).trim()
const r=/^target ([a-zA-Z0-9_-]+): /.exec(i)?.[1]
const o=e.findLastIndex((n,s)=>s<t&&/^-{5,}$/.test(e[s+1]??"")&&/:\d+$/.test(n))
const a=/:(\d+)$/.exec(e[o]??"")?.[1]
return{message:r===undefined?i:i.slice(`target ${r}: `.length),...(0,f.s)({target:r}),...a!==undefined&&{line:Number(a)}}}function describeFailure(e,t){const n=causeOf(e,t)
const s=[e.message,...t?.log??[]]
const i=registryAdvice(e.message)??Ke.find(({pattern:e})=>s.some(t=>e.test(t)))?.fix
return i===undefined?n:`${n}; fix: ${i}`}function registryAdvice(e){const t=/(?:failed to push|failed to resolve source metadata for|failed to copy:.{0,2000}) ([^\s/]+)\/([^\s:@]+)/.exec(e)
const[,n="",s=""]=t??[]
return(0,se.tT)({host:n,repository:s},e,/403 Forbidden|denied/.test(e)?"used":"unknown")}function isRegistryUnreachable({message:e}){return!Xe.test(e)&&ze.test(e)&&!/did not complete successfully/.test(e)}const ze=/failed to do request: .{0,2000}(?:no such host|connection refused|no route to host|network is unreachable|i\/o timeout|proxyconnect|server misbehaving)/s
function causeOf({message:e},t){const n=e.replace(/^(?:failed to build: )?failed to solve: /,"").replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /,"").replace(/^rpc error: code = \w+ desc = /,"")
const s=/did not complete successfully: exit code: (\d+)/.exec(n)?.[1]
if(s!==undefined)return`${t?.name??"a step"} ended with exit code ${s}${exitMeaning(Number(s))}`
const i=/^("[^"]+"): not found$/.exec(n)?.[1]
if(i!==undefined&&t!==undefined)return`${t.name}: ${i} is not in the build context, or the ignore file hides it`
return n}function exitMeaning(e){const t={126:" (not executable)",127:" (command not found)",132:" (illegal instruction)",137:" (killed, usually out of memory)",139:" (segmentation fault)"}
return t[e]??""}const Ke=[{pattern:/exec format error/,fix:"use a machine of that platform, or add emulation (the action `setup`, or the package qemu-user-static)"},{pattern:/no space left on device/,fix:"free disk space on the engine: `docker system df` shows its use, `docker builder prune` frees the build cache"},{pattern:/no basic auth credentials|authentication required|authorization failed|insufficient_scope|denied: |: denied|40[13] (?:Unauthorized|Forbidden)/,fix:"log in with `docker login` as a user who may push there; on GitHub the job needs `packages: write` for ghcr.io"},{pattern:/failed to do request: .{0,2000}(?:no such host|connection refused|network is unreachable|proxyconnect)/s,fix:"check the registry's name, and that the engine can reach it: it has its own proxy and DNS settings"},{pattern:/no match for platform in manifest/,fix:"use a base image that supports this platform, or remove the platform from the catalog"}]
const Je=/\b(?:408|429|499|500|502|503|504|522) [A-Z][a-z]+|toomanyrequests: |unavailable: |connection reset by peer|broken pipe|unexpected EOF|: EOF\b|i\/o timeout|TLS handshake timeout/
const Ze=/failed to push .{0,2000}(?:provided digest did not match uploaded content|blob unknown to registry|blob upload unknown)/s
const Xe=/Cannot connect to the Docker daemon|no builder ".{0,200}" found|failed to find driver/
const Qe=/no such job\b|no active session|session not found|failed to (?:get|receive) status: |failed to list workers: |error reading from server|code = (?:Unavailable|Canceled)\b|transport is closing|client connection is closing/
function recoveryFor(e,t){if(e.message.includes("did not complete successfully")){const n=/exit code: (?:132|139)\b/.test(e.message)||t?.log.some(e=>/^qemu: uncaught target signal (?:4|11)\b/.test(e.trim()))===true
return{kind:n?"emulator":"none"}}if(Xe.test(e.message))return{kind:"engine-gone"}
if(Qe.test(e.message))return{kind:"lost"}
return{kind:Je.test(e.message)||Ze.test(e.message)?"registry":"none"}}function mayBeCausedByCache({message:e,line:t}){if(e.includes("did not complete successfully"))return false
return t===undefined||/\b(?:blob|layer|content|descriptor|failed to copy|failed to fetch)\b/i.test(e)}function isCacheConfigError({message:e}){return/failed to configure \S+ cache (?:importer|exporter)/.test(e)}var et=n(77598)
function shortHash(e){return(0,et.createHash)("sha256").update(JSON.stringify(e)).digest("hex").slice(0,16)}function contentHash(e,t){const sorted=e=>Object.entries(e).sort(([e],[t])=>e<t?-1:1)
const n=sorted(e.labels).filter(([e])=>!t.includes(e))
const s=[e.layers.map(({digest:e})=>e),sorted(e.settings),n]
return shortHash(s)}class ContentHashes{#s
#i
#r=new Map
constructor(e,t){this.#s=e
this.#i=t}add(e,t){this.#r.set(imageId(e),Promise.resolve(this.#o(e.service,t)))}async ofParents({from:e,platform:t}){const n=[...new Set(Object.values(e))].sort()
return Object.fromEntries(await Promise.all(n.map(async e=>[e,await this.#a({service:e,platform:t})])))}#a(e){const t=imageId(e)
const n=this.#r.get(t)??this.#c(e)
this.#r.set(t,n)
return n}async#c(e){const t=this.#s.images.find(t=>imageId(t)===imageId(e))
if(t===undefined)throw new Error(`the plan has no image of ${imageId(e)}`)
const{contentRef:n,decision:s,platform:i}=t
const r=s.kind==="unchanged"?`${(0,ee._M)(n)}@${s.digest}`:n
const o=await this.#i.imageFacts(r,i)
if(o===undefined)throw new Error(`${r} no longer exists; run it again`)
return this.#o(e.service,o)}#o(e,t){const n=this.#s.services.find(t=>t.name===e)
const s={base:{name:"-",digest:"-"},args:{VERSION:"-"}}
return contentHash(t,n===undefined?[]:Object.keys(imageLabels(this.#s,n,s)))}}class ContextLinks{#d
#u
#l
#f=new Map
constructor(e,t,n){this.#d=e
this.#u=t
this.#l=n}pathOf(e,t,n,s){const r=n==="dockerfile"?undefined:this.#l?.copyOf(s)
const o=r??i.join(this.#u,s)
if(process.platform==="win32")return o
const a=keyOf(this.#u,t)
const c=i.join(this.#d,n==="context"?a:shortHash([imageId(e),n]),a)
this.#f.set(c,o)
return c}async create(){for(const[e,t]of this.#f){await(0,s.mkdir)(i.dirname(e),{recursive:true})
await(0,s.symlink)(t,e)}}}function keyOf(e,{context:t,contexts:n}){const s=Object.entries(n).map(([e,t])=>[e,t.kind==="path"?t.path:""])
return shortHash([e,t,...s.sort().flat()])}function parseSolveEvent(e){if(!e.startsWith("{"))return undefined
const t=(0,pe.qF)(e)
if(t===undefined)return undefined
const n=record(t)
if(!["vertexes","statuses","logs","warnings"].some(e=>e in n))return undefined
return{vertexes:list(n.vertexes).map(readVertex),statuses:list(n.statuses).map(readStatus),logs:list(n.logs).map(e=>({vertex:solve_events_text(e.vertex)??"",data:Buffer.from(solve_events_text(e.data)??"","base64").toString("latin1")}))}}function readStatus(e){const t=count(e.total)
return{id:solve_events_text(e.id)??"",vertex:solve_events_text(e.vertex)??"",done:time(e.completed)!==undefined,current:count(e.current)??0,...(0,f.s)({total:t})}}function readVertex(e){const t=time(e.started)
const n=time(e.completed)
const s=solve_events_text(e.error)
return{id:solve_events_text(e.digest)??"",name:solve_events_text(e.name)??"",cached:e.cached===true,...(0,f.s)({started:t,completed:n,error:s})}}function record(e){return typeof e==="object"&&e!==null?e:{}}function list(e){return Array.isArray(e)?e.map(record):[]}function solve_events_text(e){return typeof e==="string"&&e!==""?e:undefined}function count(e){return typeof e==="number"&&e>=0?e:undefined}function time(e){const t=Date.parse(solve_events_text(e)??"")
return Number.isNaN(t)?undefined:t}const tt=64<<10
class StepLog{#p=""
#m
#h=[]
#g=0
#w=0
write(e){const t=(this.#p+e).split("\n")
const n=t.pop()??""
const s=t.flatMap(e=>{const t=visible(e)??this.#m
this.#m=undefined
return t??[]})
const i=n.lastIndexOf("\r")
if(i>=0)this.#m=visible(n.slice(0,i))??this.#m
this.#p=n.slice(i+1,i+1+tt)
for(const e of s)this.#y(e)
const r=this.#m??s.at(-1)
return{lines:s,...(0,f.s)({last:r})}}get lines(){return[...this.#h,...[visible(this.#p)??this.#m??[]].flat()]}get dropped(){return this.#w}#y(e){this.#h.push(e.slice(0,tt))
this.#g+=e.length
while(this.#g>tt&&this.#h.length>1){this.#g-=this.#h.shift()?.length??0
this.#w++}}}function visible(e){const t=e.split("\r").findLast(e=>e.trim()!=="")
return t===undefined?undefined:Buffer.from(t,"latin1").toString("utf8")}const nt=20
class BakeLog{#v
#b=new Map
#k=new Map
#$=new Map
#x=new Map
#S=new Map
#O=new Map
#P=new Map
#E
#j=[]
constructor(e){this.#v=e
this.#E=new Map([...e.targets].map(([e,t])=>[t,e]))}readLine(e){const t=parseSolveEvent(e)
if(t===undefined){this.#j.push(e)
if(this.#j.length>1e3)this.#j.splice(0,500)
return}for(const{vertex:e,data:n}of t.logs)this.#M(e,n)
for(const{id:e,vertex:n,done:s}of t.statuses)if(s)this.#I(e,n)
for(const e of t.vertexes)this.#R(e)
for(const e of t.statuses)this.#T(e)}get text(){return this.#j}target(e){const t=[...this.#b.values()].filter(({id:t})=>this.#$.get(t)?.has(e))
const n=t.filter(e=>e.name.includes("load build definition"))
const s=(n.length>0?n:t).flatMap(({started:e})=>e??[])
const i=t.flatMap(({completed:e})=>e??[])
const r=this.#C(e)
return{...(0,f.s)({digest:r}),...s.length>0&&i.length>0&&timesOf(Math.min(...s),Math.max(...i)),steps:t.flatMap(t=>this.#A(t,e)).sort((e,t)=>e.started-t.started).map(({step:e})=>e),warnings:t.flatMap(e=>cacheWarning(e)??[])}}#A(e,t){const{id:n,started:s,completed:i,cached:r}=e
const o=this.#$.get(n)?.get(t)
if(o===undefined||s===undefined||i===undefined)return[]
const{lines:a=[],dropped:c=0}=this.#k.get(n)??{}
return[{started:s,step:{name:o,durationMs:i-s,cached:r,failed:hasFailed(e),log:a,dropped:c}}]}failedStep(e,t){const n=[...this.#b.values()].filter(hasFailed)
const isOwn=t=>this.#_(t)?.target===e
const isCause=({error:e=""})=>t.includes(e)
const s=n.find(e=>isOwn(e)&&isCause(e))??n.find(isCause)??n.find(isOwn)
if(s===undefined)return undefined
return{name:this.#_(s)?.step??s.name,error:s.error??"",log:(this.#k.get(s.id)?.lines??[]).slice(-nt)}}#R(e){const t=this.#b.get(e.id)
this.#b.set(e.id,t?.cached===true?{...e,cached:true}:e)
if(e.completed!==undefined&&t?.completed===undefined)this.#B(e)
const n=this.#_(e)
if(n===undefined)return
const s=this.#$.get(e.id)??new Map
this.#$.set(e.id,s.set(n.target,n.step))
if(e.started!==undefined)this.#N(e,e.started,n)}#N(e,t,{target:n,step:s}){const{id:i,completed:r,cached:o}=e
const a=r===undefined?"running":hasFailed(e)?"failed":o?"cached":"done"
const c=`${i} ${n}`
if(this.#S.get(c)===a)return
this.#S.set(c,a)
const d=r===undefined?{}:{durationMs:r-t}
this.#v.onStep?.(n,{id:i,name:s,state:a,...d})}#M(e,t){const n=this.#k.get(e)??new StepLog
this.#k.set(e,n)
const{lines:s,last:i}=n.write(t)
if(i!==undefined)this.#D(e,{lines:s,last:i})}#T(e){const{id:t,vertex:n,done:s}=e
const i=this.#x.get(n)??new Map
this.#x.set(n,i.set(t,e))
const r=bytesOf([...i.values()])
const o=s||isBytes(e)?undefined:shortened(t.replace(st,"$1"))
this.#D(n,{...(0,f.s)({bytes:r,last:o})})}#D(e,t){for(const[n,s]of this.#$.get(e)??[])if(this.#S.get(`${e} ${n}`)==="running")this.#v.onStep?.(n,{id:e,name:s,state:"running",...t})}#I(e,t){const n=/^pushing manifest for (.+)@(sha256:[0-9a-f]{64})$/.exec(e)
const s=this.#E.get(n?.[1]??"")
const i=n?.[2]
if(s!==undefined&&i!==undefined)this.#O.set(s,{vertex:t,digest:i})}#B({id:e}){for(const[t,n]of this.#O)if(n.vertex===e&&this.#C(t)!==undefined)this.#v.onPushed?.(t,n.digest)}#C(e){const t=this.#O.get(e)
const n=this.#b.get(t?.vertex??"")
return n?.completed!==undefined&&n.error===undefined?t?.digest:undefined}#_({name:e}){if(!this.#P.has(e))this.#P.set(e,this.#Y(e))
return this.#P.get(e)}#Y(e){const{targets:t}=this.#v
const[n,...s]=t.keys()
const i=/^\[([^\]]*)\]\s*(.*)$/s.exec(e)
if(s.length===0&&n!==undefined)return e.includes("bake definitions")?undefined:{target:n,step:formatStepName(i?.[1],i?.[2]??e)}
const[r="",...o]=(i?.[1]??"").split(" ")
return t.has(r)?{target:r,step:formatStepName(o.join(" "),i?.[2]??"")}:undefined}}const timesOf=(e,t)=>({startedAt:new Date(e).toISOString(),durationMs:Math.max(0,t-e)})
function formatStepName(e,t){const n=shortened(t.replace(/\s+/g," ").trim())
return e===undefined||e===""||e==="internal"?n:`[${e}] ${n}`}function shortened(e){return e.length>160?`${e.slice(0,157)}...`:e}function hasFailed(e){return e.error!==undefined&&!e.error.includes("context canceled")&&!isCache(e)}const st=/sha256:([0-9a-f]{12})[0-9a-f]{52}/g
const isBytes=({current:e,total:t})=>e>0||(t??0)>0
function bytesOf(e){const t=e.filter(isBytes)
if(t.length===0)return undefined
const sum=e=>e.reduce((e,t)=>e+t,0)
const n=sum(t.map(({total:e=Number.NaN})=>e))
return{done:sum(t.map(({current:e})=>e)),...n>0&&{total:n}}}function isCache({name:e}){return/(?:^|\] )(?:(?:importing|exporting) cache|exporting to GitHub Actions Cache)\b/.test(e)}function cacheWarning(e){const{error:t,name:n}=e
if(t===undefined||!isCache(e)||/not found|404|context canceled/i.test(t))return undefined
return`${n.replace(/^\[[^\]]*\] /,"")}: ${t}`}function environment({attest:e,secretValues:t}){return{...t&&secretEnvironment(t),BUILDX_GIT_INFO:String(e!==undefined&&e.provenance!=="off"),BUILDX_GIT_LABELS:"false",BUILDX_METADATA_PROVENANCE:"disabled",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}}function bakeCommand(e,t){const{plan:n,cache:s,builder:i,copies:r}=t
const o=n.services.some(e=>e.ssh!==undefined&&e.ssh.length>0)
return[...["buildx","bake",`--file=${e}`],...i===undefined?[]:[`--builder=${i}`],...o?["--allow=ssh"]:[],...r?.folder===undefined?[]:[`--allow=fs.read=${r.folder}`],...s?.kind==="local"&&s.folder!==undefined?[`--allow=fs=${s.folder}`]:[]]}async function runBake(e){const{images:t,docker:n,root:r,signal:o,onStep:a}=e
const c=targetNames(t)
const d=new Map(t.map(e=>[c.get(imageId(e))??"",e]))
const u=new BakeLog({targets:new Map([...d].map(([e,t])=>[e,t.contentRef])),onStep(e,t){const n=d.get(e)
if(n!==undefined)a(n,t)},onPushed(t,n){const s=d.get(t)
if(s!==undefined)e.onPushed?.(bakedImage(s,u.target(t)),n)}})
const l=await(0,s.mkdtemp)(i.join((0,qe.tmpdir)(),"lucid-bake-"))
try{const a=i.join(l,"bake.json")
const p=i.join(l,"metadata.json")
const m=new ContextLinks(i.join(l,"contexts"),r,e.copies)
const h=bakeDefinition({...e,folderAt:m.pathOf.bind(m)})
await m.create()
await(0,s.writeFile)(a,bakeFileText(h),{mode:384})
const{exitCode:g}=await n([...bakeCommand(a,e),`--metadata-file=${p}`,"--progress=rawjson"],{cwd:r,env:environment(e),signal:o,discard:true,onLine:e=>u.readLine(e)})
const w=g===0?await readDigests(p):new Map
const y=[...d].map(([e,t])=>{const n=u.target(e)
const s=w.get(e)??n.digest
return{...bakedImage(t,n),...(0,f.s)({digest:s})}})
if(g===0)return{images:y}
const v=parseBakeError(u.text)
const[b,...k]=t
const $=d.get(v.target??"")??(k.length===0?b:undefined)
const x=$===undefined?"":c.get(imageId($))??""
const S=$===undefined?undefined:u.failedStep(x,v.message)
const O={error:v,...(0,f.s)({image:$,step:S})}
return{images:y,failure:O}}finally{await(0,s.rm)(l,{recursive:true,force:true})}}function bakedImage(e,{steps:t,warnings:n,startedAt:s,durationMs:i}){return{image:e,steps:t,warnings:n,...(0,f.s)({startedAt:s,durationMs:i})}}async function readDigests(e){const t=(0,pe.Ag)(JSON.parse(await(0,s.readFile)(e,"utf8")))??{}
return new Map(Object.entries(t).flatMap(([e,t])=>{const n=(0,pe.Ag)(t)?.["containerimage.digest"]
return typeof n==="string"?[[e,n]]:[]}))}class BuildRows{#s
#F
#L
#H=new Map
constructor(e,t,n=()=>{}){this.#s=e
this.#F=t
this.#L=n}end(e,t,n=[]){const s=imageId(e)
if(this.#H.has(s))throw new Error(`${s} has ended already`)
const{service:i,platform:r,fingerprint:o,contentRef:a}=e
const c={service:i,platform:r,fingerprint:o,contentRef:a,checks:[],...t}
this.#H.set(s,c)
const d=t.outcome==="built"||t.outcome==="unchanged"
this.#F({stage:"build",subject:this.subject(e),state:d?"done":"failed",text:describeResult(t),...n.length>0&&{steps:n}})
this.#L(c)}async endWith(e,t,{signal:n,row:s={},steps:i=[]}){let r
try{const e=await t()
r=e&&{...s,...e}}catch(e){const{message:t}=e
const i=e instanceof p.yo?e.problems[0]?.code:undefined
r=n.aborted?(0,ne.Ao)(n):{outcome:"failed",...s,error:{message:t,...(0,f.s)({code:i})}}}if(r!==undefined)this.end(e,r,r.outcome==="cancelled"?[]:i)}report(e,t,n,s){this.#F({stage:"build",subject:this.subject(e),state:t,...(0,f.s)({text:n,countdown:s})})}reportStep(e,t){if(this.get(e)===undefined)this.#F({stage:"build",subject:this.subject(e),state:"update",step:t})}get(e){return this.#H.get(imageId(e))}all(){return this.#s.images.map(e=>{const t=this.#H.get(imageId(e))
if(t===undefined)throw new Error(`${imageId(e)} never ended`)
return t})}subject({service:e,platform:t}){const n=this.#s.images.filter(t=>t.service===e).length>1
return n?`${e} ${t}`:e}}function describeResult({outcome:e,digest:t,durationMs:n,error:s}){const i=t?.slice("sha256:".length,"sha256:".length+12)
const r=n===undefined?undefined:`${(n/1e3).toFixed(1)}s`
const o=e==="built"?[i,r]:e==="failed"?[s?.message]:[e,s?.message??i]
return o.filter(e=>e!==undefined).join(" ")}var it=n(49554)
async function selectContextFiles(e,t,n){const{dockerfile:s}=t
const{selected:i,problems:r}=await(0,it.wx)(t,{file:s,inputs:e.takes??[]},n)
const o=i.flatMap(({input:{line:e,label:t},entries:n})=>{const i=n.flatMap(({path:e,obstacle:t})=>t==="skipped"?[e]:[])
return i.length===0?[]:[notCheckedOut(`${t}: ${firstPaths(i)}`,{file:s,line:e})]})
const a=[s,`${s}.dockerignore`,...contextsOf(t).map(e=>`${e}.dockerignore`)]
const c=a.filter(e=>(0,Le.oB)(n.tree,e)?.entry.obstacle==="skipped")
const d=[...r,...o,...c.map(e=>notCheckedOut(e,{file:s}))]
return d.length===0?{image:e,service:t,selected:i}:d}const notCheckedOut=(e,t)=>({code:"build/not-checked-out",message:`${e}: not on disk because of the sparse checkout`,...(0,f.s)({at:t}),fix:"check out every file that images are built from: remove `sparse-checkout`, or run `git sparse-checkout add FOLDER`"})
const contextsOf=({context:e,contexts:t})=>[e,...Object.values(t).flatMap(e=>e.kind==="path"?[e.path]:[])].map(e=>e==="."?"":`${e}/`)
function firstPaths(e){const t=e.length-3
return`${e.slice(0,3).join(", ")}${t>0?` and ${t} more`:""}`}var rt=n(58500)
const modeOf=({kind:e,executable:t})=>e==="dir"||t?493:420
const ot=500
async function copyContexts(e,t){const n=new Modes(e)
const r=new Map
const o=new Map
for(const{image:e,service:n,selected:s}of process.platform==="win32"?[]:t)for(const t of s){const s=contextOf(n,t.input.context)
if(s===undefined)continue
const i=r.get(s)??[]
r.set(s,i)
i.push(t)
o.set(s,(o.get(s)??new Set).add(e))}const a=new Map
let c
const d=new Map
const u={files:0,bytes:0}
for(const[t,l]of r){if(!await n.differ(l))continue
c??=await(0,s.mkdtemp)(i.join((0,qe.tmpdir)(),"lucid-contexts-"))
const r=i.join(c,String(d.size))
d.set(t,r)
try{await copyTaken(i.join(e,t),r,l,u)}catch(e){const n=`its build context cannot be copied with git's file modes: ${e.message}`
for(const e of o.get(t)??[])a.set(e,n)}}return{...(0,f.s)({folder:c}),copyOf:e=>d.get(e),failed:[...a].map(([e,t])=>({image:e,message:t})),...u,[Symbol.asyncDispose]:async()=>{if(c!==undefined)await(0,s.rm)(c,{recursive:true,force:true})}}}function contextOf({context:e,contexts:t},n){if(n==="")return e
const s=Object.entries(t).find(([e])=>(0,Le.GK)(e)===n)?.[1]
return s?.kind==="path"?s.path:undefined}class Modes{#u
#U=new Map
constructor(e){this.#u=e}async differ(e){for(const{input:t,entries:n}of e){if(t.oneMode)continue
const e=this.#U.get(n)??await this.#G(n)
this.#U.set(n,e)
if(e)return true}return false}async#G(e){for(const[t,n]of e.entries()){if(t%ot===ot-1)await(0,rt.setImmediate)()
if(n.kind!=="file"&&n.kind!=="dir"||isGitFile(n.path))continue
const e=(0,h.lstatSync)(i.join(this.#u,n.path),{throwIfNoEntry:false})
if(e!==undefined&&(e.mode&4095)!==modeOf(n))return true}return false}}const isGitFile=e=>/(?:^|\/)\.git(?:\/|$)/.test(e)
async function copyTaken(e,t,n,s){const r=new Set
const makeFolder=e=>{if(r.has(e))return
if(e!==t)makeFolder(i.dirname(e));(0,h.mkdirSync)(e,{mode:493});(0,h.chmodSync)(e,493)
r.add(e)}
makeFolder(t)
const copyFile=(e,t,n,i)=>{if(n.isSymbolicLink()){(0,h.symlinkSync)((0,h.readlinkSync)(e),t);(0,h.lutimesSync)(t,n.atime,n.mtime)
return}(0,h.copyFileSync)(e,t,h.constants.COPYFILE_FICLONE);(0,h.chmodSync)(t,i);(0,h.utimesSync)(t,n.atime,n.mtime)
s.files++
s.bytes+=n.size}
const o=new Map
for(const{entries:e,root:t}of new Map(n.map(e=>[e.entries,e])).values())for(const n of e)o.set(n.path.slice(t.length),n)
let a=0
for(const[n,s]of o){if(++a%ot===0)await(0,rt.setImmediate)()
if(isGitFile(n))continue
const[r,o]=[i.join(e,n),i.join(t,n)]
const c=(0,h.lstatSync)(r,{throwIfNoEntry:false})
if(c===undefined)continue
makeFolder(c.isDirectory()?o:i.dirname(o))
if(!c.isDirectory())copyFile(r,o,c,modeOf(s))}mirror(i.join(e,".dockerignore"),i.join(t,".dockerignore"),copyFile)
for(const n of r)if(n!==t||o.has(".git"))mirror(i.join(e,i.relative(t,n),".git"),i.join(n,".git"),copyFile)}function mirror(e,t,n,s=undefined){const r=(0,h.lstatSync)(e,{throwIfNoEntry:false})
if(r===undefined||(0,h.lstatSync)(t,{throwIfNoEntry:false})!==undefined)return
const o=r.mode&4095
if(!r.isDirectory()){n(e,t,r,s===undefined?420:o)
return}(0,h.mkdirSync)(t)
for(const s of(0,h.readdirSync)(e))mirror(i.join(e,s),i.join(t,s),n,"mode");(0,h.chmodSync)(t,o)}var ct=n(70370)
var dt=n(47479)
function bakeDetails(e,t,n){const{startedAt:s,durationMs:i}=e
const r=e.steps.map(e=>({...e,name:t(e.name),log:e.log.map(t)}))
const o=[...n===undefined?[]:[n],...e.warnings].map(t)
return{row:{...(0,f.s)({startedAt:s,durationMs:i}),...r.length>0&&{steps:r.map(({name:e,durationMs:t,cached:n})=>({name:e,durationMs:t,cached:n}))},...o.length>0&&{warnings:o}},steps:[...r.map(({name:e,durationMs:t,cached:n,failed:s,log:i,dropped:r})=>({text:`${n?"cached":`${(t/1e3).toFixed(1)}s`}  ${e}`,state:s?"failed":n?"cached":"done",log:i,...r>0&&{dropped:r}})),...o.map(e=>({text:`warning: ${e}`,state:"done",log:[]}))]}}function redactStep(e,t){const{name:n,lines:s,last:i}=e
return{...{...e,name:t(n)},...s!==undefined&&{lines:s.map(t)},...i!==undefined&&{last:t(i)}}}function buildError(e,t,n){const{error:s,step:i}=e??{error:{message:"docker buildx bake failed"}}
return{message:n(describeFailure(s,i)),...isRegistryUnreachable(s)&&{code:"registry/unreachable"},...i!==undefined&&i.log.length>0&&{log:i.log.map(n)},...s.line!==undefined&&t!==undefined&&{file:t.dockerfile,line:s.line}}}class BuildAttempts{#V
#W
#q=false
#z=false
constructor(e){this.#V=e
this.#W=e.kind==="none"?0:1
this.#K()}get cache(){return this.#z?"without-cache":"with-cache"}get retryReason(){switch(this.#V.kind){case"emulator":return"the emulator crashed, retrying"
case"cache":return"retrying without the cache"
case"registry":return"registry busy"
case"lost":return"the engine lost the build"
case"none":case"engine-gone":return undefined
default:return this.#V}}delayMs(){return needsTime(this.#V)?(0,ce.a2)(ce.HK.build,this.#W):0}shouldRetry(e){this.#W++
this.#V=e
const t=e.kind==="emulator"&&!this.#q||e.kind==="cache"&&!this.#z||needsTime(e)&&this.#W<ce.HK.build.tries
this.#K()
return t}#K(){if(this.#V.kind==="emulator")this.#q=true
if(this.#V.kind==="cache")this.#z=true}}const needsTime=({kind:e})=>e==="registry"||e==="lost"
var ut=n(19678)
async function retagUnchanged(e,t,n,s){const{contentRef:i,platform:r,decision:o,baked:a={}}=e
if(o.kind!=="build"||o.keep===undefined)return undefined
const{digest:c,on:d}=o.keep
if(Object.entries(t).some(([e,t])=>d[e]!==t))return undefined
const u=`${(0,ee._M)(i)}@${c}`
const[l,f]=await Promise.all([n.manifest(u),n.imageFacts(u,r)])
if(l===undefined||f===undefined)return undefined
const p=Object.keys(t)
const m=`${p.join(", ")} ${p.length===1?"has":"have"} the same content as before`
const h=[m,...(0,Be.X4)((0,Be.Q$)(f.annotations),a)].join("; ")
await(0,ut.d)(n,i,(0,ie.cu)(e,s),{digest:f.digest,reason:h})
await n.putManifest(i,l.bytes,l.descriptor.mediaType,"content")
return{facts:f,reason:h}}const lt=20
const ft=3
class ImageBuilder{#J
#H
#Z
#I=new Map
#r
#X
#Q
#ee
#te
#ne
#se=new Map
constructor(e,t){this.#J=e
this.#H=t
this.#Z=new Map(e.plan.services.map(e=>[e.name,e]))
this.#r=new ContentHashes(e.plan,e.registry)
this.#ee=(0,ct.A)(e.options?.parallel??4)
this.#te=(0,ct.A)(ft)
this.#ne=e.options?.cache??Ye
this.#X=new Set(e.masked)
this.#Q=(0,dt.redactor)(this.#X)}isInRegistry({service:e,platform:t}){const n=imageId({service:e,platform:t})
if(this.#I.has(n))return true
return this.#J.plan.images.some(e=>imageId(e)===n&&e.decision.kind==="unchanged")}async build(e){await Promise.all(e.map(e=>this.#ie(e)))
const t=await this.#re(this.#oe(e))
if(this.#J.options?.parallel!==undefined){await Promise.all(t.map(e=>this.#ee(()=>this.#ae(e,{kind:"none"}))))
return}const n=splitIntoBakes(t,this.#Z)
await Promise.all(n.map(e=>this.#te(()=>this.#ce(e))))}async#ce(e,t=new BuildAttempts({kind:"none"})){const{signal:n}=this.#J
await this.#de(e,t)
const s=await this.#ue(e)
await this.#le(s)
if(s.failure===undefined)return this.#fe(e)
if(isCacheConfigError(s.failure.error)&&this.#ne.kind!=="none"){this.#ne=Ye
for(const t of e)this.#pe(t,s.failure.error)
return this.#ce(this.#oe(e))}const{image:i,error:r,step:o}=s.failure
const a=i===undefined?recoveryFor(r,o):this.#me(i,s)
if(a.kind==="lost"&&!n.aborted&&t.shouldRetry(a)){const n=this.#oe(e)
for(const e of n)this.#he(e,r)
return this.#ce(n,t)}if(a.kind==="engine-gone"&&!n.aborted)for(const t of this.#oe(e))this.#ge(t,s)
else if(i!==undefined&&a.kind==="none"&&this.#oe([i]).length>0)this.#ge(i,s)
const alone=e=>this.#ae(e,e===i?a:{kind:"none"})
await Promise.all(this.#oe(e).map(e=>this.#ee(()=>alone(e))))}async#ie(e){const{plan:t,registry:n,signal:s,options:i}=this.#J
const r=this.#Z.get(e.service)
const{decision:o,platform:a}=e
if(o.kind!=="build"||o.keep===undefined||r===undefined)return
if(i?.steps==="uncached")return
const finish=async()=>{const s=await retagUnchanged(e,await this.#r.ofParents(e),n,t.source)
if(s===undefined)return undefined
const{facts:i,reason:o}=s
const c="unchanged"
this.#we(e,i)
return{outcome:c,reason:o,...rowFromFacts(i,r,t.source,{platform:a,outcome:c})}}
await this.#H.endWith(e,finish,{signal:s})}#we(e,t){this.#I.set(imageId(e),t.digest)
this.#r.add(e,t)}async#de(e,t){const n=t.delayMs()
const s=n>0?{until:ae.m.now()+n,next:"retry"}:undefined
for(const n of e)this.#H.report(n,"started",t.retryReason,s)
if(n>0)await(0,ae.y)(n,this.#J.signal).catch(()=>{})}async#ae(e,t){const{signal:n}=this.#J
const s=new BuildAttempts(t)
this.#H.report(e,"started")
for(;;){if(s.retryReason!==undefined)await this.#de([e],s)
if(n.aborted)return this.#H.end(e,(0,ne.Ao)(n))
const t=await this.#ue([e],s.cache)
await this.#le(t)
if(this.#oe([e]).length===0)return
if(t.failure===undefined)return this.#fe([e])
if(!s.shouldRetry(this.#me(e,t)))return this.#ge(e,t)}}#me(e,{failure:t}){if(t===undefined)return{kind:"none"}
const{native:n}=this.#J.options??{}
const s=recoveryFor(t.error,t.step)
if(s.kind==="emulator"&&e.platform===n)return{kind:"none"}
if(s.kind==="lost")this.#he(e,t.error)
if(s.kind!=="none"||this.#ne.kind==="none"||!mayBeCausedByCache(t.error))return s
this.#pe(e,t.error)
return{kind:"cache"}}#he(e,{message:t}){this.#se.set(imageId(e),`built again because the engine lost the build: ${t}`)}#pe(e,{message:t}){this.#se.set(imageId(e),`built without the cache; with it the build failed: ${t}`)}async#ue(e,t="with-cache"){const{plan:n,root:s,docker:i,signal:r,env:o,secrets:a,copies:c,options:d={}}=this.#J
const u=this.#ne.write===undefined
const l=[]
try{const p=await Promise.all(e.map(async e=>[imageId(e),await this.#r.ofParents(e)]))
return await runBake({...d,cache:t==="without-cache"?Ye:this.#ne,...{plan:n,root:s,env:o,docker:i,signal:r,images:e,copies:c},...(0,f.s)({secretValues:a?.values}),pushed:this.#I,parentHashes:new Map(p),onStep:(e,t)=>this.#H.reportStep(e,redactStep(t,this.#Q)),onPushed:(e,t)=>u&&l.push(this.#ye(e,t))})}catch(t){const n={error:{message:t.message}}
return{images:e.map(e=>({image:e,steps:[],warnings:[]})),failure:n}}finally{await Promise.all(l)}}async#le(e){await Promise.all(e.images.map(async e=>{if(e.digest===undefined||this.#H.get(e.image)!==undefined)return
await this.#ye(e,e.digest)}))}async#ye(e,t){const{image:n}=e
const{plan:s,registry:i,signal:r,options:o}=this.#J
const a=this.#Z.get(n.service)
if(a===undefined)return
const{platform:c}=n
const{row:d,steps:u}=bakeDetails(e,this.#Q,this.#se.get(imageId(n)))
this.#H.report(n,"update","reading the pushed image back")
const report=e=>this.#H.report(n,"update","the registry does not show the push yet",e)
const l={signal:r,report:report}
const finish=async()=>{const e=pushesByDigest(o?.driver??"docker")
if(e)await writeContentTag(i,n,t,l)
const{facts:r}=await readBack(i,n,t,l)
const d="built"
this.#we(n,r)
return{outcome:d,...rowFromFacts(r,a,s.source,{platform:c,outcome:d})}}
await this.#H.endWith(n,finish,{signal:r,row:d,steps:u})}#fe(e){for(const t of this.#oe(e))this.#H.end(t,{outcome:"failed",error:{message:"docker buildx bake reported no digest for it"}})}#ge(e,{failure:t,images:n}){const{signal:s}=this.#J
if(s.aborted){this.#H.end(e,(0,ne.Ao)(s))
return}const i=n.find(t=>t.image===e)??{image:e,steps:[],warnings:[]}
const{row:r,steps:o}=bakeDetails(i,this.#Q)
const a=buildError(t,this.#Z.get(e.service),this.#Q)
this.#H.end(e,{outcome:"failed",...r,...(0,f.s)({error:a})},o)}#oe(e){return e.filter(e=>this.#H.get(e)===undefined)}async#re(e){const{root:t,env:n,secrets:s}=this.#J
const i=this.#X.size
for(const i of e){const e=this.#Z.get(i.service)
if(e===undefined)continue
const r=await readSecrets(e,t,n,s)
for(const e of r.values)this.#X.add(e)
const o=[...r.missing,...missingSshAgents(e,n,s)]
if(o.length>0)this.#H.end(i,{outcome:"failed",error:{message:o.join("; ")}})}if(this.#X.size>i)this.#Q=(0,dt.redactor)(this.#X)
return this.#oe(e)}}function splitIntoBakes(e,t){const n=[...Map.groupBy(e,({service:e})=>t.get(e)?.dockerfile).values()].flat()
return Array.from({length:Math.ceil(n.length/lt)},(e,t)=>n.slice(t*lt,(t+1)*lt))}var pt=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,i
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var mt=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function runBuild(e){const t={...e,root:await(0,s.realpath)(e.root)}
const{plan:n,signal:i,now:r,options:o={}}=t
const a=r()
const c=new BuildRows(n,t.progress,t.onEnd)
const d=n.images.filter(({decision:e})=>e.kind==="build")
const u=d.length===0?[]:await exportDefinition(t)
for(const e of n.images)endBlocked(c,e)
const l=n.images.map(e=>endUnchanged(t,c,e))
{const e={stack:[],error:void 0,hasError:false}
try{const n=pt(e,await prepareContexts(t,c,d),true)
const s=new ImageBuilder({...t,copies:n},c)
await buildInOrder(d.filter(e=>c.get(e)===undefined),c,s,i)}catch(t){e.error=t
e.hasError=true}finally{const t=mt(e)
if(t)await t}}await Promise.all(l)
return{kind:"lucid.build",version:1,revision:n.source.revision,images:c.all(),command:u.length===0?[]:["docker",...u,...o.steps==="uncached"?["--no-cache"]:[]],durationMs:Math.round(r()-a)}}async function prepareContexts({plan:e,root:t,files:n},s,i){if(n===undefined||i.length===0)return undefined
const r=await n()
const o=[]
for(const t of i){const n=e.services.find(({name:e})=>e===t.service)
if(n===undefined)continue
const i=await selectContextFiles(t,n,r)
if("selected"in i)o.push(i)
else s.end(t,{outcome:"failed",error:errorOf(i)})}const a=await copyContexts(t,o)
for(const{image:e,message:t}of a.failed)s.end(e,{outcome:"failed",error:{message:t}})
return a}async function buildInOrder(e,t,n,s){const i=new Set(e)
const r=new Set
for(;;){endUnbuildable(i,t,s)
const e=[...i].filter(e=>parents(e).every(e=>n.isInRegistry(e)))
const o=new Set([...i].flatMap(e=>parents(e).map(imageId)))
const[a=[],c=[]]=[true,false].map(t=>e.filter(e=>o.has(imageId(e))===t))
for(const e of[a,c]){if(e.length===0)continue
for(const t of e)i.delete(t)
const t=n.build(e).finally(()=>r.delete(t))
r.add(t)}if(r.size===0)break
await Promise.race(r)}for(const e of i)t.end(e,{outcome:"skipped",error:{message:"the plan does not say how to build its base image"}})}function parents({from:e,platform:t}){return[...new Set(Object.values(e))].map(e=>({service:e,platform:t}))}function endUnbuildable(e,t,n){for(let s=-1;s!==e.size;){s=e.size
for(const s of e){const i=parents(s).find(e=>{const n=t.get(e)?.outcome
return n==="failed"||n==="skipped"||n==="cancelled"})
if(n.aborted)t.end(s,(0,ne.Ao)(n))
else if(i!==undefined){const e=t.get(i)?.outcome==="failed"?"failed":"was not built"
const n={message:`it is FROM ${i.service}, which ${e}`}
t.end(s,{outcome:"skipped",error:n})}else continue
e.delete(s)}}}function endBlocked(e,t){const{decision:n}=t
if(n.kind!=="blocked")return
const s=n.problems.length>0?errorOf(n.problems):{message:n.reasons.map(({detail:e})=>e).join("; ")}
const i=n.problems.length>0&&n.problems.every(({code:e})=>e==="plan/base-blocked")
e.end(t,{outcome:i?"skipped":"failed",error:s})}function errorOf(e){const{file:t,line:n}=e[0]?.at??{}
const s=e.map(p.Vw).join("\n")
const i=e[0]?.code
return{message:s,...(0,f.s)({code:i,file:t,line:n})}}async function endUnchanged({plan:e,registry:t,signal:n},s,i){const{decision:r,platform:o}=i
if(r.kind!=="unchanged")return
const a=e.services.find(({name:e})=>e===i.service)
const finish=async()=>{const n=await t.imageFacts(`${(0,ee._M)(i.contentRef)}@${r.digest}`,o)
if(n===undefined||a===undefined)throw new Error(`${i.contentRef} existed when the plan was made and no longer does; run it again`)
const s="unchanged"
return{outcome:s,...rowFromFacts(n,a,e.source,{platform:o,outcome:s})}}
await s.endWith(i,finish,{signal:n})}async function exportDefinition(e){const{outDir:t,driver:n,...r}=e.options??{}
const o=i.join(t??"","bake.json")
const a={...e,...r}
if(t!==undefined){await(0,s.mkdir)(t,{recursive:true})
await(0,s.writeFile)(o,bakeFileText(bakeDefinition(a)),{mode:384})}return bakeCommand(o,a)}var ht=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,i
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var gt=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function build(e,t,n){const s=(0,U.cs)(e,t)
const i=await loadOrMakePlan(e,t,s)
const r=e.plan===undefined?i:await skipAlreadyBuilt({options:e,context:t,registry:s,plan:i})
const o={options:e,context:t,registry:s,plan:r}
if(e.print)return bakeDefinition({plan:r,root:r.root,env:t.env,...await bakeSettings(o,"docker")})
const a=await buildPlan(o,await prefetchBuild(r,s,n))
const c=a.images.filter(({outcome:e})=>e!=="unchanged")
await storeJobResults(c,"build",r,{...t,options:e})
return a}async function prefetchBuild(e,t,n){const s=e.images.flatMap(({service:e,decision:t})=>t.kind==="unchanged"?e:[])
const i=(0,m.y)(()=>publishedDigests(t,e,s))
const r=e.images.flatMap(({decision:e,platform:t})=>e.kind==="build"?t:[])
const o={build:true,platforms:[...new Set(r)]}
const a=r.length===0?undefined:(0,c.Wp)(await n.engine(),o)
return{engine:a,published:i}}async function buildPlan(e,{engine:t,published:n}){const s={stack:[],error:void 0,hasError:false}
try{const{options:i,context:r,registry:o,plan:a}=e
const{docker:c,env:u,secrets:l,progress:p,signal:m,now:h}=r
const g=await(0,H.maskedValues)(r)
const w=t?.builder?.driver??"docker"
const y={...r,registry:o,plan:a,layerCache:openLayerCache(u)}
const v=ht(s,verifyDuringBuild(y),false)
v.start()
const b=t&&await bakeSettings(e,w)
const k=await runBuild({...{plan:a,root:a.root,docker:c,registry:o,env:u,progress:p,signal:m,now:h,masked:g},...(0,f.s)({secrets:l}),files:async()=>{const e=(0,L.z)(a.root,r)
return(await(0,U.rB)(a.root,e,r.checkout??(0,d.Hj)(e))).files},onEnd:e=>v.add(e),options:{...b,outDir:i.out,...(0,f.s)({builder:i.builder,parallel:i.maxParallel,native:t?.native})}})
const $=await verifyUnpublished(y,await v.addTo(k),n)
const{builder:x}=t??{}
const S=x===undefined||await buildsElsewhere(x,r)
const O=builderFacts(i,u,{isElsewhere:S,cache:b?.cache})
const P=withBuilder((0,N.jv)($.images,r),O,a.services)
const E={...$,images:P}
await(0,N.ft)(i.out,E)
await(0,N.xf)(i.out,"build",E)
return E}catch(e){s.error=e
s.hasError=true}finally{gt(s)}}async function bakeSettings(e,t){const[n,s]=await Promise.all([openCache(e,t),attestations(e)])
const{options:i,context:r}=e
const o=rewritesTimestamps(r.env)
return{cache:n,attest:s,driver:t,rewriteTimestamp:o,steps:i.noCache?"uncached":"cached"}}async function openCache({options:e,context:t,plan:n},r){const{env:o,cwd:a,log:c}=t
const d=e.cacheType==="auto"?autoCacheKind(o,r):e.cacheType
const u=cacheScopes(n.source,o,d)
const without=e=>{c(`no cache: ${e}`)
return Ye}
if(d==="none")return Ye
const f=e.cacheType==="auto"?whyNoAutoCache(n,u):undefined
if(f!==undefined)return without(f)
if(d==="gha"&&!hasGitHubCache(o))return without("GitHub's cache needs ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL, which actions get, but `run:` steps do not")
if(u.write===undefined&&e.cacheType!=="auto")c(`the ${d} cache is only read: this run's commit is of no branch or tag that may write it (docs/build.md)`)
if(d!=="local")return{kind:d,...u}
const p=e.cacheFolder?i.resolve(a,e.cacheFolder):i.join((0,l.nF)(o),"layers")
try{await(0,s.mkdir)(p,{recursive:true})}catch(e){return without(`${p} cannot be created: ${e.message}`)}return{kind:d,...u,folder:p}}async function attestations({options:e,context:t,plan:n,registry:s}){const{provenance:i,sbom:r}=e
const a={provenance:i,...(0,f.s)({builderId:builderIdOf(t.env)})}
const c=provenanceProblems(n,a,i==="max"?await(0,o.yt)(t.env):[])
if(c.length>0)throw new p.yo(c)
if(r===undefined)return a
const d=r==="on"?"docker.io/docker/buildkit-syft-scanner:stable-1":r
return{...a,sbom:(await s.resolve(d)).pinned}}async function skipAlreadyBuilt({options:e,context:t,registry:n,plan:s}){const i=new Set(s.selected)
const r=await(0,le.Rr)(n,s,e,t)
const o=await readBuildResults(e,t)
const digestOfJob=({service:e,platform:t})=>o?.images.find(n=>n.service===e&&n.platform===t)?.digest
const lookUp=async t=>{const{decision:o,service:a}=t
if(o.kind!=="build")return t
const c=e.noCache||o.reasons.some(({kind:e})=>e==="forced")
if(c&&i.has(a))return t
const d=digestOfJob(t)
const l={registry:n,signatures:d===undefined?r:undefined}
const f=await(0,F.F1)(l,t,s.source).catch(e=>{if((0,u.ve)(e))return undefined
throw e})
if(f===undefined||"foreign"in f)return t
if(d!==undefined&&f.digest!==d)return t
const{signedBy:p,...m}=f
const h=[{kind:"already-built",detail:"built since the plan was made"}]
return{...t,decision:{kind:"unchanged",reasons:h,...m}}}
return{...s,images:await Promise.all(s.images.map(lookUp))}}var wt=n(89348)
var yt=n(53663)
var vt=n(9792)
const bt=w.Ikc({rule:w.YjP(),file:w.YjP(),fingerprint:w.YjP(),count:w.Whr().positive(),message:w.YjP()})
const kt=w.Ikc({kind:w.euz("lucid.lint-baseline"),version:w.euz(1),findings:w.YOg(bt)})
function makeBaseline(e,t){const n=new Map
for(const{finding:s,fingerprint:i,occurrence:r}of(0,vt.f)(e,t)){const{code:e,at:t,message:o}=s
const a=n.get(i)??{rule:e,file:t?.file??"",fingerprint:i,message:o}
n.set(i,{...a,count:r})}const key=({file:e,rule:t,fingerprint:n})=>`${e}\n${t}\n${n}`
const s=[...n.values()].sort((e,t)=>key(e)<key(t)?-1:1)
return{kind:"lucid.lint-baseline",version:1,findings:s}}function compareBaseline(e,t,n){const s=new Map(t.findings.map(({fingerprint:e,count:t})=>[e,t]))
const i=(0,vt.f)(e,n).flatMap(({finding:e,fingerprint:t})=>{const n=s.get(t)??0
if(n>0)s.set(t,n-1)
return n>0?[]:[e]})
const r=[...s.values()].reduce((e,t)=>e+t,0)
return{newFindings:i,old:e.length-i.length,gone:r}}function parseBaseline(e){return kt.safeParse((0,pe.qF)(e)).data}async function applyBaseline(e,t,{baseline:n,updateBaseline:s},r){if(n===undefined){if(!s)return undefined
const e="add --baseline FILE"
throw new p.yo({code:"options/value",message:"update-baseline needs a file",fix:e})}const o=i.resolve(r,n)
if(!s)return compareBaseline(e,await readBaseline(o,n),t)
const a=makeBaseline(e,t)
await(0,N.lo)(o,`${JSON.stringify(a,undefined,"\t")}\n`)
return compareBaseline(e,a,t)}async function readBaseline(e,t){const n={code:"options/baseline",at:{file:t},fix:"write it again with --update-baseline"}
const i=await(0,s.readFile)(e,"utf8").catch(e=>{throw new p.yo({...n,message:"cannot read the baseline",why:e.message},{cause:e})})
const r=parseBaseline(i)
if(r===undefined)throw new p.yo({...n,message:"the file is not a baseline of version 1"})
return r}const $t=2e3
async function resolveBaseDigests(e,t,n){const s=e.flatMap(({trace:e})=>e?.images??[])
const i=new Set(s.map(({ref:e})=>e).filter(e=>!e.includes("@")&&!e.includes("$")))
if(t.offline||i.size===0)return undefined
const r=AbortSignal.any([n.signal,AbortSignal.timeout($t)])
const o=(0,U.cs)(t,{...n,signal:r})
const a=await Promise.all([...i].map(async e=>[e,await o.resolve(e).catch(()=>undefined)]))
const c=new Map(a)
return e=>c.get(e)?.digest}var xt=n(39491)
function applyEdits(e,t){const n=new Map
const appliedTo=e=>n.get(e)??[]
const s=[]
for(const i of e){const e=(i.edits??[]).filter(e=>!appliedTo(e.file).some(t=>isSame(e,t)))
const r=e.every((n,s)=>isWithinText(n,t(n.file))&&![...appliedTo(n.file),...e.slice(0,s)].some(e=>overlaps(n,e)))
if(!r||i.edits===undefined||i.edits.length===0)continue
for(const t of e)n.set(t.file,[...appliedTo(t.file),t])
s.push(i)}const i=[...n].flatMap(([e,n])=>{const s=t(e)??""
const i=rewrite(s,n)
return i===s?[]:[[e,i]]})
return{files:new Map(i),findings:s}}const isSame=(e,t)=>e.from===t.from&&e.to===t.to&&e.replacement===t.replacement
const isWithinText=({from:e,to:t},n)=>n!==undefined&&Number.isSafeInteger(e)&&e>=0&&e<=t&&t<=n.length
const overlaps=(e,t)=>e.file===t.file&&(e.from===t.from||e.from<t.to&&t.from<e.to)
function rewrite(e,t){const n=[...t].sort((e,t)=>t.from-e.from)
return n.reduce((e,{from:t,to:n,replacement:s})=>e.slice(0,t)+s+e.slice(n),e)}const St=10
async function fixFiles({root:e,runLint:t,mode:s}){const{createTwoFilesPatch:r}=await n.e(4023).then(n.bind(n,44023))
const o=new Map
const a=new Map
const c=(0,xt.DR)(e)
let d=0
for(let n=0;n<(s==="write"?St:1);n++){const n=await t()
const r=new Map
for(const t of new Set(n.flatMap(({edits:e=[]})=>e.map(e=>e.file))))r.set(t,c.kindOf(t)==="file"?await readExactly(i.join(e,t)):undefined)
const u=applyEdits(n,e=>r.get(e))
if(u.files.size===0)break
d+=u.findings.length
for(const[t,n]of u.files){if(!o.has(t))o.set(t,r.get(t)??"")
a.set(t,n)
if(s==="write")await write(e,t,n)}}const u=[...a].sort().map(([e,t])=>({file:e,diff:r(`a/${e}`,`b/${e}`,o.get(e)??"",t).replace(/^=+\n/,"")}))
return{findings:d,written:s==="write",files:u}}async function readExactly(e){const t=await(0,s.readFile)(e)
const n=t.toString("utf8")
return Buffer.from(n).equals(t)?n:undefined}async function write(e,t,n){await(0,s.writeFile)(i.join(e,t),n).catch(e=>{const n={code:"lint/unwritable",message:"cannot write the file",at:{file:t},why:e.message}
throw new p.yo(n,{cause:e})})}var Ot=n(18129)
var Pt=n(26669)
async function runChecks(e,t,n){const s=JSON.stringify(escapeBake({group:{default:{targets:Object.keys(t)}},target:t}))
const i={BUILDX_GIT_INFO:"false",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}
const r=["buildx","bake","--file=-","--call=check,format=json","--progress=quiet"]
const{stdout:o,stderr:a}=await e(r,{...n,input:s,env:i})
const c=a.trim().split("\n").at(-1)??""
return readChecks(o)??(c.replace(/^ERROR: /,"")||"docker buildx printed no result")}const Et=w.Ikc({ruleName:w.YjP().optional(),detail:w.YjP().optional(),description:w.YjP().optional(),url:w.YjP().optional(),location:w.Ikc({ranges:w.YOg(w.Ikc({start:w.Ikc({line:w.aig().optional()}).optional(),end:w.Ikc({line:w.aig().optional()}).optional()})).nullish()}).nullish()})
const jt=w.Ikc({target:w.g1P(w.YjP(),w.Ikc({check:w.Ikc({warnings:w.YOg(Et).nullish(),error:w.YjP().optional(),buildError:w.Ikc({message:w.YjP().optional()}).optional()}).optional()})).optional()})
function readChecks(e){const t=(0,pe.gf)(jt,e)
if(t===undefined)return undefined
return Object.fromEntries(Object.entries(t.target??{}).map(([e,{check:t}])=>{const n=t?.buildError?.message??t?.error
const s=(t?.warnings??[]).flatMap(toWarning)
return[e,{warnings:s,...n!==undefined&&{error:n.split("\n")[0]??n}}]}))}function toWarning({ruleName:e,detail:t,description:n,url:s,location:i}){if(e===undefined)return[]
const r=i?.ranges?.[0]
const[o,a]=[r?.start?.line,r?.end?.line]
const c={...o&&o>0&&{line:o},...a&&a>0&&{endLine:a}}
const d=s?.startsWith("https://")?{url:s}:{}
return[{rule:e,detail:t??n??e,...d,...c}]}var Mt=n(22413)
var It=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,i
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var Rt=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
const Tt=1e4
const Ct="docker-image://scratch"
async function runBuildChecks(e,t,n,{docker:s,progress:i,signal:r}){const o={stack:[],error:void 0,hasError:false}
try{if(n.buildChecks==="off")return{checks:[]}
const a=It(o,new Mt.x(i).begin("docker","running BuildKit's checks"),false)
const c=await missingTools({docker:s,signal:r})
if(c.length>0&&n.buildChecks==="on")throw new p.yo(c)
if(c.length>0)return{checks:[],skipped:c.map(({message:e})=>e).join("; ")}
const d=new Map(e.flatMap(e=>"selected"in e?[[e.service.name,e]]:[]))
const u=[...d.values()]
const run=async(e,n,i)=>{const o=e.map(e=>[targetName(e.service),targetOf(e,t,n)])
const a=await runChecks(s,Object.fromEntries(o),{cwd:t,signal:i})
r.throwIfAborted()
return a}
const l=n.offline?"offline":await run(u,"resolved",AbortSignal.any([r,AbortSignal.timeout(Tt)]))
const f=typeof l==="string"?u:u.filter(({service:e})=>l[targetName(e)]?.error!==undefined)
const m=f.length===0?{}:await run(f,"empty",r)
if(typeof m==="string")return{checks:[],skipped:m}
const h=u.flatMap(e=>{const t=targetName(e.service)
const n=m[t]
if(n!==undefined)return toBuildChecks(e,n,"empty")
const s=typeof l==="string"?undefined:l[t]
return s===undefined?[]:toBuildChecks(e,s,"resolved")})
return{checks:h}}catch(e){o.error=e
o.hasError=true}finally{Rt(o)}}async function missingTools({docker:e,signal:t}){const n=await(0,c.P7)(e,{signal:t})
const s=(0,c.p7)(n,{})
if(n.buildx!==undefined||n.server===undefined)return s
const i="install the package docker-buildx-plugin"
return[...s,{code:"engine/buildx-missing",message:"buildx is not installed",fix:i}]}const targetName=({name:e})=>e.replace(/[^A-Za-z0-9_-]/g,"_")
function targetOf({service:e,dockerfile:t,trace:n,args:s,platform:i,from:r},o,a){const within=e=>e==="."?o:`${o}/${e}`
const c=a==="resolved"?[]:n.images.filter(({use:e})=>e!=="syntax")
const d=a==="resolved"?undefined:t.directives.find(({name:e})=>e==="syntax")
return{context:within(e.context),dockerfile:within(e.dockerfile),...(0,f.s)({"dockerfile-inline":d&&withoutLine(t.text,d.line),target:e.target}),platforms:[i],args:s,contexts:Object.fromEntries([...[...c.map(({ref:e})=>(0,Le.GK)(e)),...Object.keys(r)].map(e=>[e,Ct]),...Object.entries(e.contexts).map(([e,t])=>[(0,Le.GK)(e),t.kind==="path"?within(t.path):Ct])])}}function withoutLine(e,t){const n=e.split("\n")
const s=n.findIndex(e=>!/^#\s*\w+\s*=/.test(e))
const i=n.slice(0,s<0?n.length:s)
i.splice(t-1,1)
return[...i,"#",...n.slice(i.length+1)].join("\n")}function toBuildChecks({service:e,dockerfile:t,trace:n},{warnings:s},i){const r=i==="empty"||n.named.length>0
const o=new Set(n.unset.filter(({certainty:e})=>e==="maybe").map(({name:e})=>e))
return s.filter(({rule:e,detail:t})=>{const n=e==="UndefinedVar"?/'\$\{?(\w+)\}?'/.exec(t)?.[1]:undefined
return!(r&&n!==undefined&&o.has(n))}).map(({rule:n,detail:s,url:i,line:r=1,endLine:o})=>({rule:n,detail:s,...(0,f.s)({url:i}),at:{file:t.file,line:r,...o!==undefined&&o!==r&&{endLine:o}},service:e.name}))}var At=n(58283)
async function stage_lint(e,t){const n=await lintFiles(e,t)
const{catalog:s,selected:i}=n
const r=e.fix?await fixFiles({root:s.root,mode:e.dryRun?"show":"write",runLint:async()=>(await lintFiles(e,t,n.lookups)).findings}):undefined
const{findings:o,text:a}=r?.written&&r.files.length>0?await lintFiles(e,t):n
const c=await applyBaseline(o,a,e,t.cwd)
const d=await writeLint(e.out,c?.newFindings??o,i,{skipped:n.skipped,...c&&{baseline:{old:c.old,gone:c.gone}},...(0,f.s)({fixed:r})})
await writeSarif(d,{catalog:s,text:a},e,t)
return d}async function lintFiles(e,t,n){const s=(0,L.z)((0,L.G)(e,t),t)
const r=(0,d.Hj)(s)
const o=await(0,U.O_)(e,t,r)
const{files:a,around:c}=await(0,U.rB)(o.root,s,r)
const u=(0,D.Zo)(o,{services:e.service,phases:e.phase})
const l=await(0,yt.c)(o,a).readAll(u,[],"to-build")
const p={catalog:o,around:c,inputs:l,services:u}
const text=e=>c.text(e===o.file?i.basename(e):e)
const m=await(0,At.v)(o.root,l)
if(n!==undefined){const e=(0,Ot.GU)({...p,specialModes:m,...n})
return{catalog:o,selected:u,findings:e,text:text,lookups:n,skipped:[]}}const[h,g,w]=await Promise.all([(0,Pt.$)({catalog:o,subjects:(0,Ot.kj)(l),around:c},e,t),runBuildChecks(l,o.root,e,t),resolveBaseDigests(l,e,t)])
const y={buildChecks:g.checks,...(0,f.s)({packageFacts:h?.packageFacts,currentDigest:w})}
const v=(0,Ot.GU)({...p,specialModes:m,...y})
const b=(h?.failures??[]).map(e=>({check:"packages",why:e}))
if(g.skipped!==undefined)b.push({check:"build-checks",why:g.skipped})
return{catalog:o,selected:u,findings:v,text:text,lookups:y,skipped:b}}async function writeLint(e,t,n,s={}){const i=new Set(n.map(({dockerfile:e})=>e))
const r={kind:"lucid.lint",version:1,findings:t,files:i.size,...s}
await(0,N.ft)(e,r)
return r}async function writeSarif(e,{catalog:t,text:s},{out:r,sarif:o},a){const{toSarif:c}=await n.e(3349).then(n.bind(n,63349))
const d=(await(0,L.z)(t.root,a)(["rev-parse","--show-prefix"]))?.trim()??""
const u=`${JSON.stringify(c(e,{version:wt.r,prefix:d,catalog:t.file,text:s}))}\n`
const l=[i.join(r,"lint.sarif"),...o===undefined?[]:[i.resolve(a.cwd,o)]]
await Promise.all(l.map(e=>(0,N.lo)(e,u)))}const _t=w.Ikc({service:w.YjP(),platform:w.YjP(),contentRef:w.YjP(),digest:w.YjP().exactOptional(),checks:w.YOg(G._U),unchecked:w.YOg(G.uG),packages:w.YOg(w.YjP()).exactOptional()})
const Bt=w.Ikc({kind:w.euz("lucid.verify"),version:w.euz(1),revision:w.YjP(),images:w.YOg(_t),layers:w.Ikc({read:w.aig(),bytes:w.aig()}),durationMs:w.aig()})
var Nt=n(36307)
function proveIndex(e,{service:t,repository:n,digest:s}){return e.find({repository:n,digest:s},e=>(0,u.FQ)(e,{service:t,digest:s}))}async function findIndexSigner(e,t){try{const n=await proveIndex(e,t)
return"why"in n?n:{signer:(0,Nt.c)(n.signer)}}catch(e){if(!(0,u.ve)(e))throw e
const[{why:t=e.message,fix:n=""}={}]=e.problems
return{why:`its signature cannot be verified: ${t}; ${n}`}}}function signerOfRun({services:e,signer:t=""}){return async n=>{const s=e.find(({service:e})=>e===n.service)
if(s?.digests.includes(n.digest))return s.signer??t
throw unsigned(s?.reason??"this run did not sign it")}}function signerInRegistry(e){return async t=>{const n=await proveIndex(e,t)
if("why"in n)throw unsigned(n.why)
return(0,Nt.c)(n.signer)}}function unsigned(e){return new p.yo({code:"sign/unsigned",message:"no floating tag names this index",why:e,fix:"look at the result of the stage sign, then run all jobs again"})}var Dt=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,i
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var Yt=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
function lagBackoffFor({options:e,signal:t,progress:n},s){const i=s==="signalled"?t:undefined
const r=new Mt.x(n)
const wait=async e=>{const t={stack:[],error:void 0,hasError:false}
try{const n=Dt(t,r.begin("registry",undefined),false)
n.update("waiting for it to show what it stored",{until:ae.m.now()+e,next:"retry"})
await(0,ae.y)(e,i).catch(()=>{})}catch(e){t.error=e
t.hasError=true}finally{Yt(t)}}
const{registryLag:o}=ce.HK
return new ce.nO({...o,totalMs:e?.lagMs??o.totalMs},wait,i)}const Ft=new Set(["BLOB_UNKNOWN","MANIFEST_UNKNOWN","MANIFEST_BLOB_UNKNOWN"])
async function putManifestWithBackoff(e,{ref:t,bytes:n,mediaType:s,owner:i},r){for(;;){try{return await e.putManifest(t,n,s,i)}catch(e){const t=e.registryCode
if(typeof t!=="string"||!Ft.has(t)||!await r.wait())throw e}}}var Lt=n(30902)
const Ht=[...["revision","created","source","url","title","description","licenses"],...["base.name","base.digest"]].map(e=>`org.opencontainers.image.${e}`)
const Ut=new Set(["org.opencontainers.image.base.digest"])
const Gt="org.opencontainers.image.version"
function makeIndex(e,t){const n=[...e].sort((e,t)=>e.platform<t.platform?-1:e.platform>t.platform?1:0)
const s=n.flatMap(({labels:e})=>Object.keys(e).filter(e=>e.startsWith("com.lucid.")))
const i=[...Ht,...[...new Set(s)].sort()].flatMap(e=>{const t=n.map(({labels:t})=>t[e])
const s=t.find(e=>e!==undefined&&e!=="")
const i=s!==undefined&&(!Ut.has(e)||t.every(e=>e===s))
return i?[[e,s]]:[]})
if(t!==undefined)i.push([Gt,t])
const r={schemaVersion:2,mediaType:Lt.Ib.index,manifests:[...n.map(descriptorOf),...n.flatMap(({attestations:e})=>e)],...i.length>0&&{annotations:Object.fromEntries(i)}}
const o=(new TextEncoder).encode(JSON.stringify(r))
return{bytes:o,digest:(0,Lt.sc)(o)}}function descriptorsIn({bytes:e}){const t=(0,Lt.WI)(JSON.parse((new TextDecoder).decode(e)))
return t.kind==="index"?t.manifests:[]}function hasSameImages({content:e},t){if(e.kind!=="index")return false
const names=e=>e.filter(e=>!(0,Lt.H3)(e)).map(({digest:e})=>e).sort().join()
return names(e.manifests)===names(descriptorsIn(t))}function descriptorOf({mediaType:e,digest:t,manifestSize:n,os:s,architecture:i,variant:r}){const o={architecture:i,os:s,...(0,f.s)({variant:r})}
return{mediaType:e,digest:t,size:n,platform:o}}async function copyIndex(e,t,n){for(const s of descriptorsIn(t))await copyImage(e,s,n)
const s={ref:`${n.to}@${t.digest}`,bytes:t.bytes,mediaType:Lt.Ib.index}
await putManifestWithBackoff(e,s,n.backoff)}async function copyImage(e,t,{from:n,to:s,backoff:i,onChunk:r}){const{digest:o}=t
const a=`${s}@${o}`
if(await e.head(a)!==undefined)return
const c=await e.manifest(`${n}@${o}`)
if(c===undefined)throw new p.yo({code:"publish/content",message:`${o} of ${n} is gone, so it cannot be copied to ${s}`,fix:(0,Lt.H3)(t)?"build it again: its attestation was deleted":"build it again"})
const{content:d,bytes:u,descriptor:l}=c
const f=d.kind==="image"?[d.config,...d.layers]:[]
const m=distinct(f).filter(e=>!isForeign(e))
await Promise.all(m.map(t=>e.copyBlob(n,s,{...t,onChunk:r})))
await putManifestWithBackoff(e,{ref:a,bytes:u,mediaType:l.mediaType},i)}function distinct(e){return[...new Map(e.map(e=>[e.digest,e])).values()]}function isForeign({mediaType:e}){return/nondistributable|foreign/.test(e)}var Vt=n(25761)
function verificationFailure({policy:e},t){if(e.verify!=="required")return undefined
const n=t.flatMap(({platform:e,checks:t})=>(0,ke.HH)(t).map(t=>`${e}: ${(0,ke.ZA)(t)}`))
return n.length===0?undefined:`verification failed: ${n.join("; ")}`}function sourceHoldReason({dirty:e,revision:t},{allowDirty:n=false}){if(n)return undefined
if(t===k.Pi)return"built without git, so it has no commit (--allow-dirty accepts that)"
return e?"uncommitted changes: commit them first (--allow-dirty accepts them)":undefined}function smokeGate({plan:e,service:t,images:n,smoked:s},{requireSmoke:i=true}){if(!i||t.policy.smoke!=="required")return{kind:"open",proven:[]}
if(!(0,Vt.WF)((0,Vt.Ae)(e,t)))return{kind:"open",proven:[]}
const{hash:r}=(0,te.fO)(e,t)
const o=n.map(e=>{const n=s.filter(n=>n.service===t.name&&n.platform===e.platform)
return{image:e,row:n.find(({digest:t})=>t===e.digest)??n[0]}})
const isAbout=(e,{digest:t})=>e?.digest===t&&e.trial===r
for(const{image:e,row:t}of o)if(t?.verdict==="unhealthy"&&isAbout(t,e)||t?.verdict==="not tried")return{kind:"shut",why:`smoke on ${e.platform}: ${describeVerdict(t)}`}
const a=o.filter(({image:e,row:t})=>t?.verdict!=="healthy"||!isAbout(t,e))
const c=n.filter(e=>!a.some(t=>t.image===e))
if(a.length===0)return{kind:"open",proven:c}
return{kind:"unproven",proven:c,images:a.map(({image:e,row:t})=>({...e,why:whyUnproven(e,t,r)}))}}function whyUnproven({platform:e,digest:t},n,s){if(n===undefined||n.verdict==="skipped")return`smoke did not run on ${e}${n?.reason===undefined?"":`: ${n.reason}`}`
if(n.digest!==t)return`smoke on ${e} ran ${n.digest}, which is not what is published`
if(n.trial!==s)return`smoke on ${e} ran other checks than the catalog has now`
return`smoke on ${e}: ${describeVerdict(n)}`}function describeVerdict({verdict:e,failure:t,reason:n}){const s=t?.guess??n
return s===undefined?e:`${e}, ${s}`}function gatherPlatforms(e,t,n){const s=[]
const i=[]
for(const r of e.platforms){const findRow=t=>t.find(t=>t.service===e.name&&t.platform===r)
const o=findRow(n)
const a=findRow(t)
if(o!==undefined){const{outcome:e,contentRef:t,digest:n}=o
const a=e==="built"||e==="unchanged"
if(a&&n!==undefined)s.push({platform:r,contentRef:t,digest:n,fresh:e==="built"})
else{const t=e==="skipped"||e==="cancelled"?"skipped":"failed"
const n=o.error?.message??(a?"it has no digest":undefined)
i.push({kind:t,text:`${r}: build ${e}${n===undefined?"":`: ${n}`}`})}}else if(a?.decision.kind==="unchanged")s.push({platform:r,contentRef:a.contentRef,digest:a.decision.digest,fresh:false})
else if(a?.decision.kind==="blocked")i.push({kind:"failed",text:`${r}: ${a.decision.problems[0]?.message??"blocked"}`})
else i.push({kind:"skipped",text:`${r}: not built`})}if(i.length===0&&s.length>0)return{kind:"complete",images:s}
const r=i.some(e=>e.kind==="failed")?"failed":"skipped"
return{kind:r,reason:i.map(({text:e})=>e).join("; ")||"the catalog names no platform for it"}}async function readContentFacts(e,t,n){return Promise.all(t.map(t=>factsOf(e,t,n)))}async function factsOf(e,{platform:t,contentRef:n,digest:s,fresh:i},r){const read=()=>e.imageFacts(n,t)
const o=await(i?(0,ce.bC)(read,r):read())
const wrong=(e,t)=>new p.yo({code:"publish/content",message:e,fix:t})
if(o===undefined)throw wrong(`${n} is not in the registry`,"build it again")
if(o.digest!==s&&o.indexDigest!==s)throw wrong(`${n} holds ${o.digest}, but ${s} was built`,"another run built the same source in the meantime: run again")
if(`${o.os}/${o.architecture}`!==t.split("/",2).join("/"))throw wrong(`${n} is made for ${o.platform}, not ${t}`,"build it again for that platform")
return o}function targetsFor(e){const begin=t=>({...{service:e,image:t,images:[],facts:[],stored:new Set,spentMs:0},...{tags:[],warnings:[]}})
const t=begin(e.image)
return[t,...(e.copies??[]).map(e=>({...begin(e),copyOf:t}))]}function plannedTags({service:e},t){return t.tags[e.name]??{immutable:[],floating:[]}}function endTarget(e,t,n){e.outcome=t
e.reason=n}function rowDigest(e,{plain:t,release:n}){const s=e.filter(({state:e})=>e!=="held"&&e!=="kept")
if(s.length===0)return undefined
return s.every(e=>e.release)?n.digest:t.digest}function outcomeOfTags(e){if(e.some(({state:e})=>e==="written"||e==="moved"))return"published"
if(e.some(({state:e})=>e==="present"||e==="kept"))return"unchanged"
return e.length>0?"held":"skipped"}function toRow(e,t,n){const{service:s,image:i,images:r,facts:o,indexes:a,release:c,signer:d,exception:u}=e
const l=allTags(e,n)
const p=a&&rowDigest(l,a)
const m=l.some(e=>e.release&&e.state!=="held"&&e.state!=="kept")
const{outcome:h,reason:g}=combinedOutcome(e,t)
const{code:w}=[e,...t].find(e=>e.outcome==="failed")??{}
return{service:s.name,image:i,outcome:h,...(0,f.s)({digest:p}),...m&&a&&c&&{release:{...c,digest:a.release.digest}},platforms:r.map(({platform:e,digest:t},n)=>{const{size:s,layers:i}=o[n]??{}
return{platform:e,digest:t,...(0,f.s)({size:s}),...i&&{layers:i.length}}}),tags:l,...t.length>0&&{copies:t.map(e=>copyRow(e,n))},...(0,f.s)({signer:d,exception:u}),...warningsOf([e,...t]),...(0,f.s)({reason:g,code:w}),durationMs:Math.round([e,...t].reduce((e,{spentMs:t})=>e+t,0))}}function warningsOf(e){const t=[...new Set(e.flatMap(e=>e.warnings))]
return t.length===0?{}:{warnings:t}}function copyRow(e,t){const{image:n,outcome:s="skipped",reason:i}=e
return{image:n,outcome:s,tags:allTags(e,t),...(0,f.s)({reason:i})}}function allTags(e,t){const{tags:n,reason:s}=e
const i=plannedTags(e,t)
const r=["immutable","floating"].flatMap(e=>i[e].filter(t=>!n.some(n=>n.kind===e&&n.tag===t)).map(t=>{const n=i.versioned?.includes(t)?{release:true}:{}
return{tag:t,kind:e,state:"held",...n,...(0,f.s)({why:s})}}))
return[...n,...r]}function combinedOutcome(e,t){const{outcome:n="skipped",reason:s}=e
for(const e of["failed","cancelled","superseded"]){const s=t.find(t=>t.outcome===e)
if(n===e||n==="failed"||s===undefined)continue
return{outcome:e,reason:`${s.image}: ${s.reason??e}`}}const i=n==="unchanged"&&t.some(e=>e.outcome==="published")
return{outcome:i?"published":n,...(0,f.s)({reason:s})}}function reportEnd({service:e,copyOf:t,outcome:n,reason:s,tags:i,warnings:r},o){if(t!==undefined&&n!=="failed")return
const a=i.filter(({state:e})=>e==="written"||e==="moved").map(({tag:e})=>e)
const c=s??(a.length>0?a.join(", "):n)
const d=[c,...r.map(e=>`warning: ${e}`)].join("; ")
const u=n==="failed"?"failed":"done"
o?.({stage:"publish",subject:e.name,state:u,...d!==""&&{text:d}})}function reportActivity(e,t,n,s){const{service:i,copyOf:r}=e
if(r?.outcome!==undefined)return
n?.({stage:"publish",subject:i.name,state:"update",text:t,...(0,f.s)({bytes:s})})}function reasonOfError(e){if(e instanceof p.yo)return e.problems.map(({message:e,why:t,fix:n})=>[e,t,n&&`fix: ${n}`].filter(Boolean).join("; ")).join(" | ")
return e instanceof Error?e.message:String(e)}var Wt=n(88153)
const qt="application/vnd.lucid.relabel.v1+json"
const zt="com.lucid.relabel.from"
const Kt={from:zt,to:"com.lucid.relabel.to",version:"org.opencontainers.image.version",revision:"org.opencontainers.image.revision"}
async function relabel(e,t){const{registry:n,image:s,labels:i,backoff:r}=e
if(Object.entries(i).every(([e,n])=>t.labels[e]===n))return t
const o=await n.manifest(`${s}@${t.digest}`)
if(o?.content.kind!=="image")throw failure(`${t.digest} of ${s} is gone`,"build it again")
const a=parse(await n.blob(s,o.content.config.digest))
const c=(0,pe.Ag)(a.config)
const d={...a,config:{...c,Labels:{...(0,pe.Ag)(c?.Labels),...i}}}
const{digest:u,size:l}=await n.putBlob(s,encode(d))
const f=parse(o.bytes)
const p=encode({...f,config:{...o.content.config,digest:u,size:l},annotations:{...o.content.annotations,[Kt.from]:t.digest}})
const m=`${s}@${(0,Lt.sc)(p)}`
const{mediaType:h}=o.descriptor
await putManifestWithBackoff(n,{ref:m,bytes:p,mediaType:h},r)
const g=await(0,ce.bC)(()=>n.imageFacts(m,t.platform),r)
if(g===undefined)throw failure(`${m} was accepted, but the registry does not show it`,"publish again")
if(startedWith(g)!==startedWith(t))throw failure(`${m} differs from ${t.digest} in more than its labels`,"build it again")
await relabel_record(e,t.digest,g.digest)
return g}const startedWith=({layers:e,diffIds:t,settings:n,os:s,architecture:i,variant:r})=>JSON.stringify([e.map(({digest:e})=>e),t,n,s,i,r])
const relabelTag=e=>`${e.replace(":","-")}.relabel`
async function relabel_record({registry:e,image:t,version:n,revision:s,backoff:i},r,o){const a=`${t}:${relabelTag(o)}`
const c=(await e.manifest(a))?.content
const d=c?.kind==="image"&&c.artifactType===qt
if(d&&c.annotations[Kt.from]===r&&c.annotations[Kt.to]===o)return
await e.putBlob(t,Lt.Ro)
const u={[Kt.from]:r,[Kt.to]:o,[Kt.version]:n,[Kt.revision]:s}
const l=(0,he.s)(qt,u)
await putManifestWithBackoff(e,{ref:a,bytes:l,mediaType:Lt.Ib.manifest,owner:"relabel"},i)}const failure=(e,t)=>new p.yo({code:"publish/relabel",message:e,fix:t})
const encode=e=>(new TextEncoder).encode(JSON.stringify(e))
const parse=e=>(0,pe.Ag)((0,pe.qF)((new TextDecoder).decode(e)))??{}
async function makeIndexes(e,t){const{service:n,image:s,facts:i}=e
const r=makeIndex(i)
const{version:o,versioned:a=[]}=plannedTags(e,t.plan)
if(o===undefined||a.length===0)return{indexes:{plain:r,release:r}}
if(n.policy.version!=="relabel")return{indexes:{plain:r,release:makeIndex(i,o)},release:{version:o}}
const c={[Gt]:o,...ownLabels(e,t,o)}
const{revision:d}=t.plan.source
const u=lagBackoffFor(t,"signalled")
const l=await Promise.all(i.map(e=>relabel({registry:t.registry,image:s,revision:d,version:o,labels:c,backoff:u},e)))
const f={plain:r,release:makeIndex(l,o)}
const p=l.flatMap(({platform:e,digest:t},n)=>{const s=i[n]?.digest
return s===undefined||s===t?[]:[{platform:e,from:s,digest:t}]})
const m=i.some(({attestations:e},t)=>e.length>(l[t]?.attestations.length??0))
return{indexes:f,release:{version:o,relabelled:p,...m&&{attestations:"left out"}}}}function ownLabels({service:e},{plan:t},n){const{labels:s,name:i,phase:r=""}=e
const{revision:o}=t.source
const a=Object.entries(s).filter(([,e])=>/\{\{\s*version\s*\}\}/.test(e))
const c={name:i,phase:r,project:t.project,revision:o,short_revision:o.slice(0,7),version:n}
return Object.fromEntries(a.map(([e,t])=>[e,(0,Wt.ou)(t,c)]))}const Jt="not part of this release"
async function prepareIndexes(e,t){const{service:n}=e
const{plan:s,build:i,registry:r,progress:o}=t
if(e.copyOf!==undefined)return
const{immutable:a,floating:c,kept:d=[]}=plannedTags(e,s)
const u=s.images.some(e=>e.service===n.name&&e.decision.kind==="blocked")
if(a.length+c.length+d.length===0&&!u)return endTarget(e,Jt,"this run gives it no tag")
o?.({stage:"publish",subject:n.name,state:"started"})
const l=i?.images.filter(e=>e.service===n.name)??[]
const f=gatherPlatforms(n,s.images,l)
if(f.kind!=="complete")return endTarget(e,f.kind,f.reason)
e.images=f.images
const p=verificationFailure(n,l)
if(p!==undefined)return endTarget(e,"failed",p)
e.facts=await readContentFacts(r,f.images,lagBackoffFor(t,"signalled"))
Object.assign(e,await makeIndexes(e,t))}var Zt=n(79403)
var Xt=n(44104)
async function copyBundles(e,t,{from:n,to:s}){for(const i of[t.digest,...descriptorsIn(t).map(e=>e.digest)]){const t=await e.referrers(n,i,Xt.$7)
const r=t.length===0?undefined:await e.head(`${s}@${i}`)
if(r===undefined)continue
for(const{digest:i}of t){const t=(await e.manifest(`${n}@${i}`))?.content
const[o]=t?.kind==="image"?t.layers:[]
if(t===undefined||o===undefined)continue
const a=await e.blob(n,o.digest)
await e.attach(s,r,{artifactType:Xt.$7,bytes:a,annotations:t.annotations})}}}var Qt=n(24454)
const en="to move the tag anyway, publish with `--allow-unordered`, in a workflow with `allow-unordered: true`"
async function checkRewrite(e,t,n,s){const i="check out the whole history (fetch-depth: 0), or give `github-token`"
const r=n==="unknown"?`${i}; ${en}`:en
const unproven=(e,t=r)=>({kind:"unproven",why:e,fix:t})
const o={published:shortCommit(e.revision),ours:shortCommit(t.revision)}
if([e.revision,t.revision].includes(k.Pi))return unproven(`${o.published} is published, and one of the two was built without git`)
if(t.ref===undefined||e.ref!==t.ref)return unproven(describeForeignEntry(e,t,n))
const a=(0,k.rq)(t.ref)
const c=await(s?.(t.ref))??{silent:"this run has no remote"}
if("silent"in c)return unproven(`${o.published} is published, and the head of ${a} is unknown: ${c.silent}`)
const d=n==="diverged"||n==="older"
if(c.revision===t.revision&&d)return{kind:"rewritten"}
if(c.revision===e.revision)return{kind:"replaced"}
if(c.revision===t.revision)return unproven(`it is not known whether ${o.published}, which is published, comes before ${o.ours}`)
const u=c.revision===undefined?"gone":`at ${shortCommit(c.revision)}`
return unproven(`${o.published} is published, and ${a} is ${u} on the remote, not at ${o.ours}`,`run the workflow for the newest commit of ${a}; ${en}`)}function describeForeignEntry(e,t,n){const s=e.ref===undefined?"a git tag or an earlier version":(0,k.rq)(e.ref)
const i=`${shortCommit(e.revision)} of ${s} is published`
return n==="unknown"?`${i}, and it is not known whether it comes before ${shortCommit(t.revision)}`:`${i}, and ${shortCommit(t.revision)} does not come after it`}function whyForeignPull(e,t){if(e===undefined||e.ref===t.ref)return undefined
const n=[e.ref,t.ref].find(k.wv)
if(n===undefined)return undefined
return(0,k.wv)(e.ref)?`it is the tag of ${(0,k.rq)(n)}`:`it is published already, and not by ${(0,k.rq)(n)}`}const shortCommit=e=>/^[0-9a-f]{40,64}$/.test(e)?e.slice(0,7):e
async function promote(e){const{image:t,tag:n,index:s}=e
const i={tag:false}
try{const t=await readView(e,copiesOf(e))
const r=await writeUntilSettled(e,t,i)
const o=t.tag===s.digest?undefined:(0,Qt.U)(n,t.tag,t.ledger)
if(o===undefined||r.kind==="cancelled")return r
const{warning:a}=r
return{...r,warning:a===undefined?o:`${o}; ${a}`}}catch(e){if(!i.tag)throw e
throw new p.yo({code:"publish/unconfirmed",message:`${t}:${n} may have moved, but that could not be confirmed`,why:e.message.split("\n",1)[0]??"",fix:"publish again: what is done is kept"},{cause:e})}}const copiesOf=({tag:e,copies:t=2})=>(0,Qt.bn)(e,t)
async function writeUntilSettled(e,t,n){const{registry:s,image:i,tag:r,index:o,signal:a,backoff:c}=e
const d=copiesOf(e)
const u=ownEntry(e,t)
if((0,k.wv)(u.ref)&&t.tag!==undefined&&t.ledger.every(e=>e===undefined))return foreignTag("no record says which pull request it belongs to")
let l=t
let m=[]
const h=new Map
for(let o=0;o<20;o++){const o=await newestEntry(e,u,l,m)
if(o.kind==="unordered")return o
const p=o.entry
if(p===u)m=o.replaced
const g=nextStep(l,p,p===u?undefined:h)
if(g?.kind!=="ledger"&&!l.isWhole){l=await readView(e,d)
continue}if(g===undefined){const n={ours:u,best:p,replaced:m,...(0,f.s)({ignored:t.ignored})}
return toResult(e,n,t.tag)}if(h.size===0&&a?.aborted)return{kind:"cancelled"}
const w=g.kind==="tag"?{ref:`${i}:${r}`,bytes:await indexBytes(e,p),mediaType:Lt.Ib.index}:{ref:`${i}:${d[g.copy]}`,bytes:(0,Qt.XL)(withReplaced(p,u,m)),mediaType:Lt.Ib.manifest,owner:"ledger"}
if(g.kind==="ledger"&&l.ledger[g.copy]===undefined)await s.putBlob(i,Lt.Ro)
n.tag||=g.kind==="tag"
await putManifestWithBackoff(s,w,c)
h.set(promote_keyOf(g),valueAt(p,g))
const y=shown(l,g)
const v=g.kind==="ledger"&&g.copy+1<d.length?l:undefined
l=await readView(e,d,v)
while(shown(l,g)===y&&await c.wait())l=await readView(e,d,v)
c.reset()}throw new p.yo({code:"publish/not-shown",message:`${i}:${r} keeps changing`,why:`the registry shows ${l.tag??"nothing"} where ${o.digest} was written`,fix:"publish again when no other run publishes"})}async function readView({registry:e,image:t,tag:n},s,i){const readTag=async()=>(await e.head(`${t}:${n}`))?.digest
const r=[]
const readCopy=async n=>{const s=await e.manifest(`${t}:${n}`)
try{return s&&(0,Qt.SC)(s,n)}catch(e){if(!(e instanceof p.yo))throw e
r.push(e)
return undefined}}
const[o,...a]=await Promise.all([i===undefined?readTag():i.tag,...s.map(readCopy)])
const[c]=r
if(c!==undefined&&a.every(e=>e===undefined))throw c
const d=c?.problems[0]?.message
return{ledger:a,tag:o,isWhole:i===undefined,...(0,f.s)({ignored:d})}}function ownEntry({index:e,revision:t,committedAt:n,ref:s,repository:i,services:r,exception:o},{ledger:a}){const c={...{revision:t,committedAt:n,digest:e.digest,sequence:0},...(0,f.s)({ref:s,repository:i,services:r,exception:o})}
const d=a.find(e=>(0,Qt.TR)(e,c))
if(d!==undefined)return d.ref===undefined?{...c,...d}:d
return{...c,sequence:1+Math.max(0,...a.map(e=>e?.sequence??0))}}async function newestEntry({compareCommits:e,readBranchHead:t,allowUnordered:n},s,{ledger:i},r){const o=[...new Map([...i,...r].flatMap(e=>e?[[keyOfEntry(e),e]]:[])).values()]
const a=[]
let c=s
for(const i of o){const o=whyForeignPull(i,s)
if(o!==undefined)return foreignTag(o)
const d=i.repository&&(0,ie.lK)(s.repository??{},i.repository)
if(d!==undefined&&!n)return foreignLedger(d)
if(c!==s){const n=await(0,Qt.wD)(e,false,c,i)
const s=n==="newer"?undefined:await checkRewrite(c,i,n,t)
if(s===undefined||s.kind==="rewritten")c=i
continue}const u=await(0,Qt.wD)(e,false,i,s)
if(u==="same"||u==="newer")continue
const l=i.revision!==s.revision&&(u!=="older"||i.ref===s.ref)
const f=l?await checkRewrite(i,s,u,t):undefined
if(f?.kind==="rewritten")a.push(i)
else if(u==="older"||f?.kind==="replaced"||r.includes(i))c=i
else if(!n)return{kind:"unordered",why:f?.why??"",fix:f?.fix??en}
else if(await(0,Qt.wD)(e,true,i,s)==="older")c=i}return{kind:"newest",entry:c,replaced:a}}const keyOfEntry=({revision:e,digest:t,sequence:n})=>`${e} ${t} ${n}`
const foreignTag=e=>({kind:"unordered",why:e,fix:"delete the tag and its records, which end in `.published`, and publish again"})
const foreignLedger=e=>({kind:"unordered",why:`the ledger is not ours: ${e}`,fix:`give each repository image names of its own; ${en}`})
function nextStep(e,t,n){const s=[...e.ledger.map((e,t)=>({kind:"ledger",copy:t})),{kind:"tag"}]
return s.find(s=>shown(e,s)!==valueAt(t,s)&&(n===undefined||n.get(promote_keyOf(s))===shown(e,s)))}function promote_keyOf(e){return e.kind==="tag"?"tag":`ledger ${e.copy}`}function valueAt(e,t){if(t.kind==="tag")return e.digest
const{revision:n,digest:s,ref:i}=e
return`${n} ${s}${i===undefined?" of no branch":""}`}function shown(e,t){if(t.kind==="tag")return e.tag
const n=e.ledger[t.copy]
return n&&valueAt(n,t)}async function indexBytes({registry:e,image:t,index:n},{digest:s}){if(s===n.digest)return n.bytes
const i=await e.manifest(`${t}@${s}`)
if(i===undefined)throw new p.yo({code:"publish/index-gone",message:`the index ${s} of ${t} is gone, although it was published last`,fix:"run the newest commit's workflow again"})
return i.bytes}function withReplaced(e,t,n){const[s]=n
return e===t&&s!==undefined?{...t,replaced:s.revision}:e}function toResult({tag:e},{ours:t,best:n,replaced:s,ignored:i},r){if(n===t){const[e]=s
const n=e&&`${(0,k.rq)(t.ref??"")} was rewritten, ${shortCommit(e.revision)} is no longer in it`
const o=[n&&`diverged: ${n}`,i&&`${i}: it was ignored and written again`]
const a=o.filter(e=>e!==undefined).join("; ")||undefined
if(r===t.digest)return{kind:"present",...(0,f.s)({warning:a})}
return{kind:"moved",...(0,f.s)({previous:r,warning:a})}}const o=n.revision===t.revision?"a later run of this commit":s.includes(n)||n.replaced===t.revision?`${shortCommit(n.revision)}, and ${(0,k.rq)(n.ref??"")} is not at ${shortCommit(t.revision)} any more`:`${n.revision.slice(0,12)}, which is newer`
return{kind:"superseded",by:n,why:`${e} was published by ${o}`}}async function moveFloatingTags(e,t){const{indexes:n,tags:s}=e
const{floating:i,versioned:r=[]}=plannedTags(e,t.plan)
if(n===undefined)return
const releaseOf=e=>r.includes(e)?{release:true}:{}
const o=i.length===0?undefined:await holdReason(e,t)
if(o!==undefined){e.reason=o
for(const e of i)s.push({tag:e,kind:"floating",state:"held",...releaseOf(e),why:o})}else{const indexOf=e=>releaseOf(e).release?n.release:n.plain
const r=s.flatMap(({tag:e,state:t})=>i.length===0||t==="kept"?[]:e)
for(const n of new Set([...i,...r].map(indexOf)))await prepare(e,n,t)
for(const n of i)await move(e,indexOf(n),{tag:n,kind:"floating",...releaseOf(n)},t)}e.outcome??=outcomeOfTags(s)}async function prepare(e,t,n){const s=`${e.image}@${t.digest}`
if(!e.stored.has(t.digest))await putManifestWithBackoff(n.registry,{ref:s,bytes:t.bytes,mediaType:Lt.Ib.index},lagBackoffFor(n,"signalled"))
if(n.requireIndexSigner===undefined)return
const i=e.copyOf??e
reportActivity(e,"verifying its signature",n.progress)
const{digest:r}=t
i.signer=await n.requireIndexSigner({service:e.service.name,repository:i.image,digest:r})
if(e!==i)await copyBundles(n.registry,t,{from:i.image,to:e.image})}async function move(e,t,n,s){const{tag:i}=n
const{registry:r,compareCommits:o,readBranchHead:a,signal:c,plan:d,options:u}=s
const{revision:l,committedAt:p,event:m}=d.source
const h=(0,k.Mi)(d.source)
const{exception:g}=e.copyOf??e
const w=m.kind==="pull_request"?m.headRevision??l:l
reportActivity(e,`moving ${i}`,s.progress)
const y=(0,ie.nx)(d.source)
const v=await promote({...{registry:r,compareCommits:o,image:e.image,tag:i,index:t,revision:w,committedAt:p},allowUnordered:u?.allowUnordered??false,backoff:lagBackoffFor(s,"to the end"),...(0,f.s)({ref:h,readBranchHead:a,exception:g,signal:c}),...Object.keys(y).length>0&&{repository:y},services:Object.fromEntries(d.services.map(({name:e,image:t,dockerfile:n})=>[e,{image:t,dockerfile:n}]))})
if(v.kind!=="cancelled")return recordPromotion(e,n,v)
const b=(c&&(0,ne.l7)(c))??"cancelled"
e.tags.push({...n,state:"held",why:b})
e.reason??=b
e.outcome??=c===undefined?"cancelled":(0,ne.Ao)(c).outcome}function holdReason(e,t){const n=e.copyOf??e
n.gate??=whyHeld(n,t)
return n.gate}async function whyHeld(e,t){const{plan:n,options:s={}}=t
const i=sourceHoldReason(n.source,s)
if(i!==undefined)return i
const r=await smokeHoldReason(e,t)
if(r===undefined||s.despiteSmoke===undefined)return r&&`${r.why}${r.fix}`
e.exception={...s.despiteSmoke,smoke:r.why}
e.warnings.push((0,V.VJ)(e.exception))
return undefined}async function smokeHoldReason(e,{plan:t,smoke:n,build:s,options:i={},registry:r,signatures:o}){const{service:a,images:c}=e
const d=smokeGate({plan:t,service:a,images:c,smoked:n?.services??[]},i)
if(d.kind==="shut")return{why:d.why,fix:""}
await recordSmoke(e,d.proven,{plan:t,registry:r,...(0,f.s)({build:s})})
if(d.kind==="open")return undefined
for(const{platform:e,digest:n,why:s}of d.images){const i=await(0,Zt.GB)(r,{plan:t,service:a,platform:e,digest:n},o)
if(i.kind==="failed")return{why:`smoke on ${e}: unhealthy in another job or run, for commit ${i.revision.slice(0,12)}`,fix:""}
if(i.kind==="unknown")return{why:i.unproven?`${s}; ${i.why}`:s,fix:`; ${tn}`}}return undefined}const tn="let smoke run, or publish with `--no-require-smoke`, in a workflow with `require-smoke: false`"
async function recordSmoke({service:e},t,{plan:n,build:s,registry:i}){const{revision:r}=n.source
for(const{digest:o,platform:a}of t){if((await(0,Zt.GB)(i,{plan:n,service:e,platform:a,digest:o})).kind==="passed")continue
const t=(0,te.ZZ)(n,e,e=>(0,ke.iQ)(n,s,e,a))
const c={...(0,te.fO)(n,e),...(0,f.s)({needs:t})}
await(0,Zt.oH)(i,e.image,o,{...{service:e.name,verdict:"healthy",revision:r,...c},...(0,ie.nx)(n.source)})}}function recordPromotion(e,t,n){const hold=(n,s=n)=>{e.tags.push({...t,state:"held",why:n})
e.reason??=s}
const{warning:s}=n
if(s!==undefined&&!e.warnings.includes(s))e.warnings.push(s)
switch(n.kind){case"present":case"moved":{const{kind:i}=n
const r=i==="moved"?n.previous:undefined
const o=i==="present"?i:r===undefined?"written":i
e.tags.push({...t,state:o,...(0,f.s)({previous:r,why:s})})
return}case"superseded":hold(n.why)
e.outcome="superseded"
return
case"unordered":hold(`${n.why}; ${n.fix}`,`${t.tag} held: ${n.why}; ${n.fix}`)
return}}var nn=n(98599)
async function requireOneAnswer(e,t){const n=new ce.nO(ce.HK.wrongAnswer)
let s
do{const n=await e.head(t)
const i=await e.manifest(t)
s=[n?.digest??"nothing",i?.descriptor.digest??"nothing"]
if(s[0]===s[1])return}while(await n.wait())
throw new p.yo({code:"registry/contradiction",message:`the registry contradicts itself about ${t}`,why:`HEAD names ${s[0]}, GET returns ${s[1]}`,fix:"check for a cache or proxy before the registry that keeps old answers, then run this again"})}const sn="another index of the same images, not signed by this run"
async function writeImmutableTags(e,t){const{registry:n,image:s,tags:i,versioned:r,backoff:o,done:a}=e
const c=await Promise.all(i.map(n=>tagState(e,n,t)))
const kindOf=e=>r.has(e)?"release":"plain"
const d=i.flatMap((e,n)=>{const i=c[n]
return i?.kind==="taken"?[{ref:`${s}:${e}`,...i,ours:t[kindOf(e)].digest}]:[]})
for(const{ref:e}of d)await requireOneAnswer(n,e)
if(d.length>0)throw new p.yo(d.map(conflict))
for(const[d,u]of i.entries()){const i=c[d]
const l=r.has(u)?{release:true}:{}
const f={tag:u,kind:"immutable",...l}
if(i?.kind==="ours")a({...f,state:"present"})
else if(i?.kind==="kept")a({...f,...keptTag(i)})
else{const i=t[kindOf(u)]
const r={ref:`${s}:${u}`,bytes:i.bytes,mediaType:Lt.Ib.index}
await putManifestWithBackoff(n,r,o)
const{digest:c}=await readBackTag(e,u,i)
const d=c===i.digest
a({...f,...d?{state:"written"}:keptTag({digest:c,origin:sn})})}}}const keptTag=({digest:e,origin:t})=>({state:"kept",previous:e,why:`stays with ${e}, ${t}`})
async function tagState(e,t,{plain:n,release:s}){const{registry:i,image:r,service:o,repository:a,revision:c,versioned:d}=e
const u=d.has(t)?s:n
const l=(await i.head(`${r}:${t}`))?.digest
if(l===undefined)return{kind:"free"}
if(l===u.digest)return{kind:"ours"}
const f=await i.manifest(`${r}@${l}`)
if(f===undefined)return{kind:"taken",digest:l}
if([u,n,s].some(e=>hasSameImages(f,e)))return{kind:"kept",digest:l,origin:sn}
const p=await annotationsUnder(e,f)
const m=p[zt]
if(m!==undefined&&descriptorsIn(n).some(e=>e.digest===m))return{kind:"kept",digest:l,origin:sn}
if(isOfEarlierRecipe(p))return{kind:"kept",digest:l,origin:"which an earlier version of this program built"}
const h=(0,ie.ZT)({service:o,platform:p[ie.PS]??"",...a},p)
if(h!==undefined)return{kind:"taken",digest:l,foreign:h}
if(isOfCommit(f,t,c))return{kind:"kept",digest:l,origin:"this commit's first build"}
return{kind:"taken",digest:l}}async function annotationsUnder({registry:e,image:t},{content:n}){const[s]=n.kind==="index"?n.manifests.filter(e=>!(0,Lt.H3)(e)):[]
return(s&&await e.manifest(`${t}@${s.digest}`))?.content.annotations??{}}function isOfEarlierRecipe(e){return e[ie.qL]!==undefined&&e[nn.E]!==nn.B}function isOfCommit({content:e},t,n){if(!/^[0-9a-f]{40,64}$/.test(n))return false
return t.includes(n.slice(0,7))||e.annotations["org.opencontainers.image.revision"]===n}async function readBackTag({registry:e,image:t,backoff:n},s,i){const r=await(0,ce.bC)(()=>e.head(`${t}:${s}`),n)
if(r===undefined)throw new p.yo({code:"publish/not-shown",message:`${t}:${s} was accepted, but the registry does not show it`,fix:"publish again: what is done is kept"})
if(r.digest===i.digest)return r
const o=await e.manifest(`${t}@${r.digest}`)
if(o===undefined||!hasSameImages(o,i)){await requireOneAnswer(e,`${t}:${s}`)
throw new p.yo(conflict({ref:`${t}:${s}`,digest:r.digest,ours:i.digest}))}return r}function conflict({ref:e,digest:t,ours:n,foreign:s}){return{code:"publish/immutable",message:`${e} already names ${t}, and immutable tags are never overwritten`,why:`${s===undefined?"":`that image is not ours: ${s}; `}this run has ${n}`,fix:s===undefined?"make the tag rule distinguish the builds, make the tag floating, or delete the tag if it is wrong":"find out who pushed it, then delete the tag and publish again"}}async function runPublish(e){const t=performance.now()
const{plan:n}=e
const s=n.selected.flatMap(e=>n.services.find(t=>t.name===e)??[])
const i=s.flatMap(targetsFor)
const r={...e,compareCommits:cacheComparisons(e.compareCommits)}
const o=(0,ct.A)(e.options?.concurrency??16)
for(const e of[prepareIndexes,writeImmutable,copy,moveFloatingTags])await Promise.all(i.map(t=>o(()=>runStep(e,t,r))))
return{kind:"lucid.publish",version:1,revision:n.source.revision,services:i.filter(({copyOf:e})=>e===undefined).map(e=>{const t=i.filter(({copyOf:t})=>t===e)
return toRow(e,t,n)}),durationMs:Math.round(performance.now()-t)}}async function runStep(e,t,n){if(t.outcome!==undefined)return
const s=performance.now()
try{if(n.signal?.aborted)stop(t,n.signal)
else await e(t,n)}catch(e){const s=e instanceof p.yo&&e.problems[0]?.code==="publish/unconfirmed"
if(n.signal?.aborted&&!s)stop(t,n.signal)
else{endTarget(t,"failed",reasonOfError(e))
if(e instanceof p.yo&&e.problems[0])t.code=e.problems[0].code}}t.spentMs+=performance.now()-s
if(t.outcome!==undefined)reportEnd(t,n.progress)}async function writeImmutable(e,t){if(e.copyOf===undefined)await writeTags(e,t)}async function copy(e,t){const{copyOf:n,image:s,service:i}=e
if(n===undefined)return
const{indexes:r,images:o}=n
if(n.outcome===Jt)return endTarget(e,Jt,"this run gives it no tag")
if(n.outcome!==undefined||r===undefined)return endTarget(e,"skipped",`${i.name} was not published`)
const{immutable:a,floating:c,versioned:d=[]}=plannedTags(e,t.plan)
const u={plain:a.concat(c).some(e=>!d.includes(e)),release:d.length>0}
const l={done:0}
const onChunk=e=>{l.done+=e}
reportActivity(e,`copying to ${s}`,t.progress,l)
for(const i of["plain","release"]){if(!u[i]||e.stored.has(r[i].digest))continue
const o=lagBackoffFor(t,"signalled")
await copyIndex(t.registry,r[i],{from:n.image,to:s,backoff:o,onChunk:onChunk})
e.stored.add(r[i].digest)}Object.assign(e,{indexes:r,images:o})
await writeTags(e,t)}async function writeTags(e,t){const{image:n,service:s,indexes:i}=e
if(i===undefined)return
const{registry:r,plan:o,signal:a,progress:c}=t
reportActivity(e,"writing tags",c)
const{immutable:d,versioned:u=[]}=plannedTags(e,o)
await writeImmutableTags({...{registry:r,image:n,tags:d,versioned:new Set(u),revision:o.source.revision},...{service:s.name,repository:(0,ie.nx)(o.source)},backoff:lagBackoffFor(t,"signalled"),done:t=>{e.tags.push(t)
a?.throwIfAborted()}},i)
for(const{kind:t,state:n,release:s}of e.tags)if(t==="immutable"&&n!=="kept")e.stored.add(i[s?"release":"plain"].digest)}function stop(e,t){endTarget(e,(0,ne.Ao)(t).outcome,(0,ne.l7)(t)??"cancelled")}function cacheComparisons(e){const t=new Map
return(n,s)=>{const i=`${n} ${s}`
const r=t.get(i)??e(n,s).catch(()=>"unknown")
t.set(i,r)
return r}}const rn=500
async function readSmokeException({despiteSmoke:e,reason:t},{root:n,selected:s},i){const r=t?.trim()??""
const o=[]
const wrong=(e,t)=>o.push({code:"publish/exception",message:e,fix:t})
if(!e){if(r==="")return undefined
wrong("`reason` only applies to `despite-smoke`","add `despite-smoke`, or leave `reason` out")}else{if(r==="")wrong("`despite-smoke` needs a reason, which is recorded",'add it: --reason "the fix for the outage, #123"')
if(r.length>rn||/\p{Cc}/u.test(r))wrong(`\`reason\` is a single line of at most ${rn} characters`,"shorten it, and link to the rest")
if(s.length!==1)wrong(`\`despite-smoke\` is for one service, and ${s.length} are selected`,"name the service: lucid publish api --despite-smoke --reason TEXT")}if(o.length>0)throw new p.yo(o)
return{who:await currentUser(n,i),when:timeOf(i),why:r}}const timeOf=({date:e=Date.now})=>new Date(e()).toISOString().replace(/\.\d+Z$/,"Z")
async function currentUser(e,t){const{GITHUB_TRIGGERING_ACTOR:n,GITHUB_ACTOR:s}=t.env
const i=n||s||(await(0,L.z)(e,t)(["config","user.email"]))?.trim()
return i||(0,qe.userInfo)().username}var on=n(38815)
function composeFile(e){const{use:t,project:n,network:s,services:i}=e
const r=t.kind==="smoke"&&{labels:t.labels}
const o=new Set
return literal({name:n,services:Object.fromEntries(i.map(t=>[t.name,{...compose_file_service(t,e,o),...r,networks:{[s.name]:{aliases:[t.name]}}}])),networks:{[s.name]:{...t.kind==="deployment"&&{name:s.name},...r,...s.subnet!==undefined&&{ipam:{config:[{subnet:s.subnet}]}}}}})}function withoutHealthchecks(e){return{services:Object.fromEntries([...e].map(e=>[e,{healthcheck:an}]))}}const an={interval:"24h",start_period:"24h",start_interval:"24h"}
function formatComposeFile(e){const t={smoke:"Generated from the catalog. Images are pinned by digest; the engine picks ports.",deployment:"Generated from the catalog. Images are pinned by digest."}[e.use.kind]
const n=[...e.notes??[],...describeDuplicatePorts(e)].map(e=>`# ${(0,de.g$)(e)}\n`)
return`# ${t}\n${n.join("")}${(0,on.As)(composeFile(e),{version:"1.1",lineWidth:0,defaultStringType:"QUOTE_DOUBLE",defaultKeyType:"PLAIN",aliasDuplicateObjects:false})}`}function describeDuplicatePorts({use:e,services:t}){if(e.kind==="smoke")return[]
const n=new Map
return t.flatMap(({name:e,ports:t})=>t.flatMap(({published:t,protocol:s})=>{if(t===undefined)return[]
const i=`${t}/${s}`
const r=n.get(i)
if(r===undefined)n.set(i,e)
return r===undefined||r===e?[]:[`${e} also publishes host port ${t}, which ${r} has; the engine picks another port for it.`]}))}function tcpPorts({health:e,ports:t}){const n=e!==undefined&&"port"in e?[e.port]:[]
return[...new Set([...n,...t.filter(e=>e.protocol==="tcp").map(e=>e.container)])]}function compose_file_service(e,t,n){const{use:s,services:i}=t
const r=e.needs.filter(e=>i.some(({name:t})=>t===e))
const o=s.kind==="smoke"?ephemeral(e,t.address??"127.0.0.1"):published(e,n)
return{image:e.image,...(0,f.s)({platform:e.platform,command:e.command}),restart:s.kind==="smoke"||e.run==="job"?"no":"unless-stopped",environment:Object.entries(e.env).map(([e,t])=>`${e}=${t}`),...o.length>0&&{ports:o},...r.length>0&&{depends_on:Object.fromEntries(r.map(e=>[e,{condition:conditionOf(e,t)}]))},...hardened(e),logging:{driver:"json-file",options:{"max-size":"4m","max-file":"2"}}}}function conditionOf(e,{services:t,withHealthcheck:n}){if(t.some(({name:t,run:n})=>t===e&&n==="job"))return"service_completed_successfully"
return n.has(e)?"service_healthy":"service_started"}function ephemeral(e,t){const n=e.ports.filter(e=>e.protocol==="udp").map(e=>`${t}::${e.container}/udp`)
return[...tcpPorts(e).map(e=>`${t}::${e}`),...n]}function published({ports:e},t){return e.flatMap(({container:e,published:n,protocol:s})=>{if(n===undefined)return[]
const i=`${n}/${s}`
const r=!t.has(i)
t.add(i)
return[`${r?`${n}:`:""}${e}${s==="udp"?"/udp":""}`]})}function hardened({hardening:e}){if(e===undefined)return{}
const{readOnly:t,tmpfs:n,capDrop:s,noNewPrivileges:i,memory:r,pids:o}=e
return{read_only:t,...n.length>0&&{tmpfs:n},...s.length>0&&{cap_drop:s},...i&&{security_opt:["no-new-privileges:true"]},...(0,f.s)({mem_limit:r,pids_limit:o})}}function literal(e){if(typeof e==="string")return e.replaceAll("$","$$$$")
if(Array.isArray(e))return e.map(e=>literal(e))
if(typeof e==="object")return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,literal(t)]))
return e}function deploymentStack(e,t,{signed:n=false}={}){const s=new Map([...t].flatMap(([e,t])=>"why"in t?[]:[[e,t]]))
const{project:i,network:r,services:o,externals:a}=e
const c=o.flatMap(t=>{const n=s.get(t.name)
if(n===undefined||!(0,Vt.WF)((0,Vt.Ae)(e,t)))return[]
const{name:i,env:r,ports:o,health:a,needs:c,hardening:d,command:u}=t
return[{...{name:i,env:r,ports:o,needs:c,hardening:d,image:`${t.image}@${n.digest}`},...(0,f.s)({health:a,command:u}),...t.run==="job"&&{run:"job"}}]})
const d=new Set(c.flatMap(({needs:e})=>e))
for(const e of d)for(const t of a.find(t=>t.name===e)?.needs??[])d.add(t)
const u=a.filter(({name:e})=>d.has(e)).map(({name:e,image:t,run:n,command:s,env:i,ports:r,health:o,needs:a})=>({...{name:e,image:t,env:i,ports:r,needs:a},...(0,f.s)({run:n,command:s,health:o})}))
const l=new Set([...s].filter(([,{healthcheck:e}])=>e).map(([e])=>e))
const p=[`Check the images before \`docker compose up\`: \`docker compose pull && lucid verify-host${n?" --require-signed":""}\`, in a clone of the repository.`,...o.flatMap(n=>{const s=t.get(n.name)
if(s===undefined||!("why"in s)||!(0,Vt.WF)((0,Vt.Ae)(e,n)))return[]
return[`Left out: ${n.name}: ${s.why}.`]})]
return{...{use:{kind:"deployment"},project:i,network:r,services:[...u,...c]},...{withHealthcheck:l,notes:p}}}async function writeDeployment(e,t,{services:n},{registry:s,signatures:r}){const o=new Set([...t.services,...t.externals].flatMap(({needs:e})=>e))
const a=await Promise.all(t.services.map(async e=>{const{name:i,image:a}=e
const c=n.find(e=>e.service===i)
const d=c!==undefined&&(0,k.cB)(t.source)?movedDigest(c):undefined
const u=d??await floatingDigest(e,t,s)
if(u===undefined)return[i,{why:"it was never published"}]
if(r!==undefined&&(d===undefined||c?.signer===undefined)){const e=await findIndexSigner(r,{service:i,repository:a,digest:u})
if("why"in e)return[i,{why:`${a}@${u} does not count: ${e.why}`}]}const l=o.has(i)&&await hasHealthcheck(e,u,s)
return[i,{digest:u,healthcheck:l}]}))
const c=await Promise.all(t.externals.map(e=>pinExternal(e,s)))
const d=deploymentStack({...t,externals:c},new Map(a),{signed:r!==undefined})
if(!d.services.some(({name:e})=>t.services.some(t=>t.name===e)))return undefined
return(0,N.lo)(i.join(e,"compose.yml"),formatComposeFile(d))}function movedDigest({digest:e,release:t,tags:n}){const s=n.some(({kind:e,state:t})=>e==="floating"&&t==="held")
return s?undefined:t?.digest??e}async function floatingDigest(e,{source:t,project:n},s){const[i]=(0,Ae.T)(e,(0,k.BK)(t),{project:n}).floating
return i===undefined?undefined:(await s.head(`${e.image}:${i}`))?.digest}async function hasHealthcheck({image:e,platforms:t},n,s){const[i="linux/arm64"]=t
const r=await s.imageFacts(`${e}@${n}`,i).catch(()=>undefined)
const o=r?.healthcheck?.test[0]
return o!==undefined&&o!=="NONE"}async function pinExternal(e,t){if(e.image.includes("@"))return e
const n=await t.resolve(e.image).catch(()=>undefined)
return n===undefined?e:{...e,image:`${e.image}@${n.digest}`}}async function stage_publish(e,t){const n=(0,U.cs)(e,t)
const s=await loadOrMakePlan(e,t,n)
const i=await buildResultFromRegistry(s,n,await readBuildResults(e,t))
const r=await(0,N.tf)(e.out,Bt)
const o=r===undefined?i:(0,ke.uJ)(i,r)
const{docker:a,...c}=t
const d=openLayerCache(t.env)
const u=await verifyUnpublished({...c,registry:n,plan:s,layerCache:d},o)
const l=await readSmokeResults(e,t)
return publishBuilt(e,t,n,{plan:s,build:u,smoke:l})}async function publishBuilt(e,t,n,{plan:s,build:i,smoke:r,sign:o,early:a}){const c=new Set(a?.services.map(({service:e})=>e))
const d={...s,selected:s.selected.filter(e=>!c.has(e))}
const u=await publishSome(e,t,n,{plan:d,build:i,...(0,f.s)({smoke:r,sign:o})})
const l=a===undefined?u:mergeResults(s,a,u)
await(0,N.ft)(e.out,l)
await(0,N.xf)(e.out,"publish",l)
if(t.signal.aborted)return l
const p=await(0,le.Rr)(n,s,e,t)!==undefined
const m=p?await(0,le.bW)(n,s,e,t):undefined
const h=await writeDeployment(e.out,s,l,{registry:n,...(0,f.s)({signatures:m})})
if(h===undefined)return l
const g={...l,composeFile:h}
await(0,N.ft)(e.out,g)
return g}function mergeResults(e,t,n){const s=new Map([...t.services,...n.services].map(e=>[e.service,e]))
const i=e.selected.flatMap(e=>s.get(e)??[])
return{...n,services:i,durationMs:t.durationMs+n.durationMs}}async function publishSome(e,t,n,{sign:s,...i}){const r=await readSmokeException(e,i.plan,t)
const o=n.withSignal((new AbortController).signal)
const a=await(0,le.Rr)(n,i.plan,e,t)
const c=s===undefined?a&&signerInRegistry(a):signerOfRun(s)
return runPublish({...i,registry:o,...(0,f.s)({signatures:a,requireIndexSigner:c}),compareCommits:(0,U.hV)(e,i.plan.root,t),readBranchHead:branchHeadReader(e,i.plan.root,t),options:{requireSmoke:e.requireSmoke,allowDirty:e.allowDirty,allowUnordered:e.allowUnordered,...(0,f.s)({despiteSmoke:r})},progress:t.progress,signal:t.signal})}function branchHeadReader(e,t,n){return shareAnswers(async s=>{const i=await(0,U.xv)(e,t,n)
const r=await i([s])
return"failure"in r?{silent:r.failure}:{revision:r.get(s)}})}function shareAnswers(e){const t=new Map
const n=new Map
const start=s=>{n.delete(s)
const i=e(s).finally(()=>t.delete(s))
t.set(s,i)
return i}
return e=>{const s=t.get(e)
if(s===undefined)return start(e)
const i=n.get(e)??s.then(()=>start(e),()=>start(e))
n.set(e,i)
return i}}var cn=n(85177)
var dn=n(93713)
var un=n(24280)
var ln=n(63691)
const fn={green:"brightgreen",yellow:"yellow",red:"red"}
function badge(e,t){const{color:n}=(0,ln.ZH)(e,t)
return{...{schemaVersion:1,label:"images",message:message(e,t),color:fn[n]},...n==="red"&&{isError:true}}}function message(e,t){const n=t.filter(e=>(0,ln.HN)(e)==="red")
const[s="failed",...i]=new Set(n.map(e=>e.outcome))
if(n.length>0)return`${n.length} of ${t.length} ${i.length===0?s:"failed"}`
const{kind:r,color:o}=(0,ln.ZH)(e,t)
if(o==="red")return r==="cancelled"?"cancelled":"a job failed"
const a=t.filter(({outcome:e})=>e==="held").length
if(a>0)return`${a} of ${t.length} held`
const{healthy:c,tried:d}=(0,un.jE)(t)
return d>0?`${c} of ${d} healthy`:`${t.length} of ${t.length} built`}var pn=n(14142)
var mn=n(74656)
var hn=n(88195)
var gn=n(81067)
var wn=n(70927)
function reportDocument(e,t){const{plan:n,lint:s,url:i,durationMs:r}=e
const o=(0,gn.h)(e)
const a=(0,hn.B)(e)
const{color:c}=(0,ln.ZH)(e,o)
return{...{kind:"lucid.report",version:1,project:n.project},...{revision:n.source.revision,committedAt:n.source.committedAt},...(0,f.s)({url:i,hold:n.source.hold}),...{headline:(0,un.Pl)(e,o),verdict:c,ok:c!=="red",services:o},...(0,f.s)({progress:a}),...{timeline:(0,wn.IO)(e),findings:s?.findings??[]},...r!==undefined&&{durationMs:Math.round(r)},files:t}}var yn=n(45714)
const vn=w.k5n(["signed","skipped","failed"])
const bn=w.Ikc({service:w.YjP(),image:w.YjP(),outcome:vn,reason:w.YjP().exactOptional(),code:w.YjP().exactOptional(),signer:w.YjP().exactOptional(),digests:w.YOg(w.YjP())})
const kn=w.Ikc({kind:w.euz("lucid.sign"),version:w.euz(1),revision:w.YjP(),signer:w.YjP().exactOptional(),statement:w.YjP().exactOptional(),services:w.YOg(bn),durationMs:w.aig()})
const $n=[B,b.Qy,G.b9,Bt,Q,kn,V.I2]
class RunDocuments{#ve
constructor(e){this.#ve=e}static async read({out:e,results:t},{cwd:n,log:s}){const r=$n.map(({shape:t})=>i.join(e,`${t.kind.value.replace("lucid.","")}.json`))
const o=t===undefined?[]:await(0,N.CS)(i.resolve(n,t),isJson)
if(t!==undefined&&o.length===0)throw new p.yo({code:"document/missing",message:"contains no documents",at:{file:t},fix:"name the folder with the downloaded documents of all jobs, or leave `results` out"})
const a=[...new Set([...o,...r])]
const c=await Promise.all(a.map(e=>readAny(e,s)))
return new RunDocuments(c.filter(e=>e!==undefined))}get plan(){const e=this.#be("lucid.plan")
const t=e.at(-1)?.source.revision
return mergePlans(e.filter(({source:e})=>e.revision===t))}ofRevision(e){const isOf=t=>t.revision===e
return(0,f.s)({lint:this.#be("lucid.lint").at(-1),build:Se(this.#be("lucid.build").filter(isOf)),verify:Oe(this.#be("lucid.verify").filter(isOf)),smoke:$e(this.#be("lucid.smoke").filter(isOf)),sign:this.#be("lucid.sign").filter(isOf).at(-1),publish:Ee(this.#be("lucid.publish").filter(isOf))})}#be(e){return this.#ve.filter(t=>t.kind===e)}}const isJson=e=>e.endsWith(".json")
async function readAny(e,t){const n=await(0,s.readFile)(e,"utf8").catch(()=>undefined)
if(n===undefined)return undefined
const i=(0,pe.qF)(n)
if(i===undefined){t(`${e} is not valid JSON and is left out of the report`)
return undefined}const r=(0,pe.Ag)(i)?.kind
const o=$n.find(({shape:e})=>e.kind.value===r)
if(o===undefined)return undefined
return(0,yn.w)(o,i,n=>t(`${e} ${n} and is left out of the report`))?i:undefined}const xn=w.k5n(["published","unchanged","superseded","not part of this release","built","planned","held","failed","blocked","skipped","cancelled","unknown"])
const Sn=w.Ikc({outcome:xn,digest:w.YjP().exactOptional(),size:w.aig().exactOptional(),buildMs:w.aig().exactOptional(),readyMs:w.aig().exactOptional(),latencyMs:w.aig().exactOptional(),health:q.exactOptional(),problem:w.YjP().exactOptional()})
const On=w.Ikc({id:w.YjP(),at:w.YjP(),revision:w.YjP(),url:w.YjP().exactOptional(),headline:w.YjP(),durationMs:w.aig().exactOptional(),services:w.g1P(w.YjP(),Sn),findings:w.YOg(w.YjP()).exactOptional()})
const Pn=w.Ikc({kind:w.euz("lucid.history"),version:w.euz(1),runs:w.YOg(w.L5J())})
const fileOf=({out:e,history:t},{cwd:n})=>t===undefined?i.join(e,"history.json"):i.resolve(n,t)
async function readHistory(e,t){const n=fileOf(e,t)
try{const e=await(0,N.u0)(n,Pn)
return{...pn.s4,runs:e?.runs.filter(e=>(0,pe.lA)(On,e))??[]}}catch(e){t.log(`the history of earlier runs starts again: ${e.message.split("\n",1)[0]}`)
return pn.s4}}async function writeHistory(e,t,n){return(0,N.lo)(fileOf(e,t),`${JSON.stringify(n)}\n`)}async function report(e,t){const n=(0,mn.JF)(e.jobResults)
const s=await RunDocuments.read(e,t)
const i=e.plan===undefined?s.plan:undefined
const r=i===undefined?await loadOrMakePlan(e,t):narrowPlan(i,"the plan",e)
if(e.recall)await loadJobResults(e,t,r)
const o=e.recall?await RunDocuments.read(e,t):s
const a={...o.ofRevision(r.source.revision),...n.length>0&&{jobs:n}}
const c=(0,wn.gu)({plan:r,...a})
const d=await progressOf(e,t,{plan:i??r,...a})
const u={plan:r,...a,...(0,f.s)({durationMs:c})}
return{...u,report:await writeReport(e,t,{...u,...(0,f.s)({progress:d})})}}async function progressOf(e,t,n){if(!e.completion||(0,hn.s)(n.plan))return(0,hn.B)(n)
const s={...e,service:["*"],phase:[],platform:[]}
const i=await(0,Y.plan)(s,t,{scope:"to-build",keep:"aside"}).catch(()=>undefined)
return(0,hn.B)(n,i)}async function writeReport(e,t,s){const{reportPage:r}=await Promise.all([n.e(3091),n.e(8079)]).then(n.bind(n,18079))
const{completionReport:o}=e.completion?await n.e(1060).then(n.bind(n,21060)):{}
const{out:a}=e
const{report:c,verifyHost:d,...u}=s
const l=runIdentity(u)
const f=await readHistory(e,t)
const p={...u,history:(0,pn.Jo)(f,l),...(0,cn.ut)(t.env)}
const m=new Date((t.date??Date.now)()).toISOString()
const h=(0,gn.h)(p)
const g=(0,pn.ah)(f,(0,pn.uZ)(p,h,l,m))
const w=i.join(a,"report.json")
const y={page:await(0,N.lo)(i.join(a,"report.html"),r(p)),summary:await(0,N.lo)(i.join(a,"summary.md"),`${(0,dn.xw)(p)}\n`),badge:await(0,N.lo)(i.join(a,"badge.json"),stage_text(badge(p,h))),history:await writeHistory(e,t,g),...o&&{completion:await(0,N.lo)(i.join(a,"completion.md"),`${o(p,m)}\n`)},json:w}
const v=reportDocument(p,y)
await(0,N.lo)(w,stage_text(v))
return v}const stage_text=e=>`${JSON.stringify(e,undefined,"\t")}\n`
function runIdentity({plan:e,build:t,smoke:n,publish:s,jobs:i}){const{revision:r}=e.source
return(0,et.createHash)("sha256").update(JSON.stringify([r,t,n,s,i])).digest("hex").slice(0,16)}var En=n(15361)
async function publishEarly(e,t,n,{plan:s,published:i}){const r=Map.groupBy(s.images,({service:e})=>e)
const o=s.services.filter(({name:e})=>r.get(e)?.some(({decision:e})=>e.kind!=="unchanged"))
if(o.length===0||e.smoke==="all"||e.sign!=="off")return undefined
const a=new Set(e.smoke==="dependents"?(0,D.hO)(s.services,o,()=>[]):o)
const c=new Set(s.selected)
const d=await(0,le.Rr)(n,s,e,t)
const u=await i
const l=await Promise.all(s.services.filter(e=>c.has(e.name)&&!a.has(e)).map(async t=>{const i=unchanged(r.get(t.name)??[])
const o=i.length>0&&i.every(({digest:e})=>u.has(e))
const a={plan:s,service:t,images:i,smoked:[]}
return o&&await passedSmoke(a,e,{registry:n,signatures:d})?[t.name]:[]}))
const f=l.flat()
if(f.length===0||t.signal.aborted)return undefined
return publishSome(e,t,n,{plan:{...s,selected:f}})}function unchanged(e){return e.flatMap(({platform:e,decision:t})=>t.kind==="unchanged"?[{platform:e,digest:t.digest}]:[])}async function passedSmoke(e,t,n){const s=smokeGate(e,t)
if(s.kind!=="unproven")return s.kind==="open"
const i=(0,be.B)(t.smoke==="dependents"?"dependents":"changed",n,e.plan)
const r=s.images.map(t=>i({...t,service:e.service.name}))
return(await Promise.all(r)).every(({kind:e})=>e==="passed")}var jn=n(1669)
function junitXml({services:e,revision:t,network:n,durationMs:s}){const i=[...new Set(e.map(({platform:e})=>e))]
const r=i.map(s=>{const i=e.filter(e=>e.platform===s)
const r=Object.entries({revision:t,platform:s,network:n.name,subnet:n.subnet})
return[`<testsuite${attributes({name:`smoke ${s}`,...counts(i),time:junit_xml_time(sum(i))})}>`,`<properties>${r.map(([e,t=""])=>`<property${attributes({name:e,value:t})}/>`).join("")}</properties>`,...i.map(testCase),"</testsuite>"].join("\n")})
const{tests:o,failures:a,errors:c}=counts(e)
const d=attributes({name:"lucid smoke",time:junit_xml_time(s),tests:o,failures:a,errors:c})
return`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${d}>\n${r.join("\n")}\n</testsuites>\n`}const sum=e=>e.reduce((e,{readyMs:t=0})=>e+t,0)
const junit_xml_time=e=>(e/1e3).toFixed(3)
function counts(e){const count=t=>e.filter(e=>e.verdict===t).length
return{tests:e.length,failures:count("unhealthy"),errors:count("unknown")+count("not tried"),skipped:count("skipped")}}function testCase(e){const{service:t,platform:n,verdict:s,reason:i,warnings:r=[],failure:o,readyMs:a=0}=e
const c=`<testcase${attributes({name:(0,jn.X5)(e),classname:`smoke.${n}.${t}`,time:junit_xml_time(a)})}`
const d=o===undefined?"":`<system-out>${junit_xml_text(o.log.join("\n"))}</system-out>`
switch(s){case"healthy":{const e=[...r.map(e=>`warning: ${e}`),...i===undefined?[]:[i]]
return e.length===0?`${c}/>`:`${c}><system-out>${junit_xml_text(e.join("\n"))}</system-out></testcase>`}case"skipped":return`${c}><skipped>${junit_xml_text(i??"")}</skipped></testcase>`
case"not tried":case"unknown":return`${c}><error${attributes({type:s,message:i??"no answer"})}/></testcase>`
case"unhealthy":{const t=attributes({type:o?.phase??"ready",message:o?.guess??"unhealthy"})
return`${c}><failure${t}>${junit_xml_text((0,jn.f7)(e))}</failure>${d}</testcase>`}}}function attributes(e){return Object.entries(e).map(([e,t])=>` ${e}="${junit_xml_text(String(t)).replace(/[\t\n\r]/g,e=>`&#${e.charCodeAt(0)};`)}"`).join("")}function junit_xml_text(e){return e.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"").replace(/[&<>"']/g,e=>`&#${e.charCodeAt(0)};`)}async function writeSmokeFiles(e,t){for(const e of t.services)if(e.failure?.file!==undefined)await(0,N.lo)(e.failure.file,`${(0,jn.f7)(e)}\n`)
await(0,N.lo)(i.join(e,"smoke.junit.xml"),junitXml(t))
await(0,N.ft)(e,t)
return t}const Mn=".diagnosis.txt"
async function removeDiagnoses(e){const t=await(0,N.CS)(i.join(e,"logs"),e=>e.endsWith(Mn))
await Promise.all(t.map(async e=>{const t=await(0,s.readFile)(e,"utf8").catch(()=>"")
if((0,jn.k4)(t,i.basename(e,Mn)))await(0,s.rm)(e,{force:true})}))}async function openStatementSigner(e,{exec:t,env:s,signal:i,redact:r,retryMs:o}){if(e.kind==="key"){const{openKeySigner:o}=await n.e(2726).then(n.bind(n,50345))
return o(e,{exec:t,env:s,...(0,f.s)({signal:i,redact:r})})}const{openKeylessSigner:a}=await Promise.all([n.e(7104),n.e(5179),n.e(5757)]).then(n.bind(n,15757))
return a(e.log,{env:s,...(0,f.s)({signal:i,retryMs:o})})}var In=n(55600)
var Rn=n(27597)
var Tn=n(87223)
var Cn=n(46034)
async function attachBundle(e,t,n,s){const i={artifactType:Xt.$7,bytes:t,annotations:(0,Xt.jh)(t,s)}
const r=(0,ct.A)(8)
const attach=(t,n)=>r(()=>e.attach(t,n,i))
return Promise.allSettled(n.map(async({repository:t,content:n,indexes:s})=>{for(const{digest:n,bytes:i}of s)await e.putManifest(`${t}@${n}`,i,Lt.Ib.index)
const i=[...new Set(subjectsOf(n))]
await Promise.all(i.map(async n=>{const s=await e.head(`${t}@${n}`)
if(s===undefined)throw new Error(`${t}@${n} is no longer in the registry`)
await attach(t,s)}))
return i}))}function subjectsOf({images:e,verdicts:t,indexes:n}){return[...e,...t,...n].map(({digest:e})=>e)}async function contentOf(e,t){const{plan:n,build:s,smoke:i}=t
const{service:r,image:o}=e
const a=n.images.filter(e=>e.service===r.name)
const c=s?.images.filter(e=>e.service===r.name)??[]
const d=a.flatMap(t=>{const n=c.find(({platform:e})=>e===t.platform)
const s=n&&signedImage(t,n)
return s===undefined?[]:[...[s],...relabelledOf(s,e)]})
const u=i?.services.filter(e=>e.service===r.name)??[]
const l=await withoutAsync(u.flatMap(t=>signedVerdict(n,e,t)),e=>t.isSignedVerdict(o,e))
const p=e.indexes===undefined?e.reason:await whyUnsigned(e,d,t)
const m=p===undefined?signedIndexes(e,n):[]
const h=await Promise.all(m.map(e=>t.signerOf(o,e)))
const g=m.filter((e,t)=>h[t]===undefined)
const w=new Map(Object.values(e.indexes??{}).map(e=>[e.digest,e]))
return{...{service:r.name,repository:o,content:{images:d,verdicts:l,indexes:g},...(0,f.s)({unsigned:p})},indexes:g.flatMap(({digest:e})=>w.get(e)??[]),signedBefore:m.flatMap((e,t)=>{const n=h[t]
return n===undefined?[]:[{...e,signer:n}]})}}async function withoutAsync(e,t){const n=await Promise.all(e.map(t))
return e.filter((e,t)=>!n[t])}function signedImage(e,t){const{service:n,platform:s,fingerprint:i,components:r,decision:o}=e
const{outcome:a,digest:c,builder:d={runner:"local"}}=t
if(c===undefined||t.fingerprint!==i)return undefined
const u=a==="unchanged"&&o.kind==="build"&&o.keep?.digest===c
if(a!=="built"&&!u)return undefined
return{...{service:n,platform:s,digest:c,fingerprint:i,recipe:nn.B,builder:d},components:Object.fromEntries(r.map(({name:e,hash:t})=>[e,t])),outcome:u?"kept":"built"}}function relabelledOf(e,{release:t}){return(t?.relabelled??[]).filter(({from:t})=>t===e.digest).map(({from:t,digest:n})=>({...e,digest:n,from:t,outcome:"relabelled"}))}function signedVerdict(e,{service:t,images:n},s){const{platform:i,digest:r,verdict:o,trial:a,needsImages:c}=s
if(o!=="healthy"&&o!=="unhealthy")return[]
const d=(0,te.fO)(e,t)
if(a!==d.hash||!n.some(e=>e.digest===r))return[]
return[{service:t.name,platform:i,digest:r,verdict:o,...d,...(0,f.s)({needs:c})}]}async function whyUnsigned(e,t,{plan:n,smoke:s,options:i={},whyUnproven:r,whyUnsmoked:o}){const{service:a,images:c}=e
const earlier=e=>{const t=n.images.find(t=>t.service===a.name&&t.platform===e.platform)
if(t===undefined)throw new Error(`the plan has no image of ${a.name} for ${e.platform}`)
return{image:e,planned:t}}
for(const e of c){if(t.some(({digest:t})=>t===e.digest))continue
const n=await r(earlier(e))
if(n!==undefined)return`its image for ${e.platform} does not count: ${n}`}if(i.despiteSmoke!==undefined)return undefined
const d=smokeGate({plan:n,service:a,images:c,smoked:s?.services??[]},i)
if(d.kind==="shut")return d.why
for(const{why:e,...t}of d.kind==="unproven"?d.images:[]){const n=c.find(({platform:e})=>e===t.platform)
const s=n&&await o(earlier(n))
if(s!==undefined)return`${e}; ${s}`}return undefined}function signedIndexes(e,t){const{service:n,indexes:s,images:i,release:r}=e
if(s===undefined)return[]
const{versioned:o=[],immutable:a,floating:c}=plannedTags(e,t)
const d=i.map(({digest:e})=>e)
const u=d.map(e=>r?.relabelled?.find(({from:t})=>t===e)?.digest??e)
const l=[...a,...c].some(e=>!o.includes(e))
const p={service:n.name}
return[...l?[{...p,digest:s.plain.digest,images:d}]:[],...o.length>0?[{...p,digest:s.release.digest,images:u,...(0,f.s)({version:r?.version})}]:[]]}function statementSource(e,t){const n=t.GITHUB_ACTIONS==="true"
const{GITHUB_REF:s,GITHUB_EVENT_NAME:i}=n?t:{}
return{...(0,ie.nx)(e),revision:e.revision,...(0,f.s)({ref:s,event:i})}}function runDetails(e,t){const n=t.GITHUB_SERVER_URL??"https://github.com"
if(t.GITHUB_ACTIONS!=="true")return{builder:`https://github.com/lucid/build-action/releases/tag/v${wt.r}`}
const{GITHUB_REPOSITORY:s="",GITHUB_RUN_ID:i,GITHUB_RUN_ATTEMPT:r="1"}=t
const[o="",a=""]=splitRef(e?.workflow_ref??t.GITHUB_WORKFLOW_REF??"")
return{builder:`${n}/${e?.job_workflow_ref??t.GITHUB_WORKFLOW_REF??s}`,invocation:`${n}/${s}/actions/runs/${i}/attempts/${r}`,workflow:{repository:`${n}/${s}`,ref:a,path:o.replace(/^[^/]*\/[^/]*\//,"")},...e&&{github:(0,f.s)({event_name:e.event_name,repository_id:e.repository_id,repository_owner_id:e.repository_owner_id,runner_environment:e.runner_environment})}}}function splitRef(e){const t=e.lastIndexOf("@")
return t===-1?[e,""]:[e.slice(0,t),e.slice(t+1)]}async function sign(e,t){const n=(0,U.cs)(e,t)
const s=await loadOrMakePlan(e,t,n)
const i=await readBuildResults(e,t)??await(0,N.tf)(e.out,G.b9)
const r=await buildResultFromRegistry(s,n,i??{images:[]})
const o=await findSmokeResults(e,t)
return signRun(e,t,n,{plan:s,build:r,...(0,f.s)({smoke:o})})}async function signRun(e,t,n,{signer:s,...i}){const r=t.now()
const{plan:o}=i
const isSelected=({service:e})=>o.selected.includes(e)
const a=o.services.filter(({name:e})=>isSelected({service:e})||o.images.some(({service:t})=>t===e)).flatMap(e=>targetsFor(e).filter(({copyOf:e})=>e===undefined))
const finish=async(n,s)=>{const i=Math.round(t.now()-r)
const{revision:a}=o.source
const c=n.filter(e=>isSelected(e)||e.digests.length>0||e.outcome==="failed")
const d={kind:"lucid.sign",version:1,revision:a,...s,services:c,durationMs:i}
await(0,N.ft)(e.out,d)
return d}
const c=whyNothing(o,e)
if(c!==undefined)return finish(a.map(e=>skippedRow(e,c)))
const d=s??await openSigner(e,t)
const u=policyOf(o,d,t.env)
const l=(0,Tn.openBundleTrust)(u,e,t)
const f=earlierSignatures(u,{registry:n,...l})
const p=await collect(a,f,{options:e,context:t,registry:n,results:i})
const m=p.filter(({content:e})=>subjectsOf(e).length>0)
if(m.length===0)return finish(p.map(e=>rowOf(e)))
const h=statementOf(m,statementSource(o.source,t.env))
t.progress({stage:"sign",state:"update",text:`signing ${h.subjects.length} digests`})
const g=await d.sign((0,In.ep)(h,runDetails(d.claims,t.env)))
const w=await requireValid(g,l.verifier)
const y=new Date((t.date??Date.now)()).toISOString()
const v=await attachBundle(n,g,m,y)
return finish(p.map(e=>rowOf(e,v[m.indexOf(e)])),{signer:(0,Nt.c)(w),statement:(0,Lt.sc)(g)})}function statementOf(e,t){return{source:t,subjects:e.flatMap(({repository:e,content:t})=>[...new Set(subjectsOf(t))].map(t=>({name:e,digest:t}))),content:{images:e.flatMap(({content:e})=>e.images),verdicts:e.flatMap(({content:e})=>e.verdicts),indexes:e.flatMap(({content:e})=>e.indexes)}}}function whyNothing({source:e},{allowDirty:t}){if((0,k.ty)(e))return"the code is a fork's"
return e.hold?.why??sourceHoldReason(e,{allowDirty:t})}async function collect(e,t,{options:n,context:s,registry:i,results:r}){const{plan:o}=r
const{signal:a}=s
const c=await readSmokeException(n,o,s)
const d={...r,options:{requireSmoke:n.requireSmoke,...(0,f.s)({despiteSmoke:c})},whyUnproven:e=>stage_whyUnproven(e,i,t),whyUnsmoked:e=>whyUnsmoked(e,o,i,t),signerOf:async(e,n)=>{const s=await proveIndex(t,{...n,repository:e})
return"why"in s?undefined:(0,Nt.c)(s.signer)},isSignedVerdict:async(e,n)=>{const{digest:s}=n
const i=await t.find({repository:e,digest:s},e=>(0,u.kZ)(e,n))
return!("why"in i)}}
const l=(0,ct.A)(16)
const p={...r,registry:i,signal:a,compareCommits:async()=>"unknown"}
return Promise.all(e.map(e=>l(async()=>{if(o.selected.includes(e.service.name))await prepareIndexes(e,p).catch(t=>{a.throwIfAborted()
e.reason=reasonOfError(t)})
else e.reason="it is not selected, so only its image is signed"
return contentOf(e,d)})))}function earlierSignatures(e,t){const n=(0,Cn.openSignatures)(e,t)
return{find:async(e,t)=>{if(n===undefined)return{why:"no signature counts"}
return n.find(e,t).catch(e=>{if(!(0,u.ve)(e))throw e
return{why:e.problems[0]?.why??e.message}})}}}function policyOf(e,{publicKey:t,claims:n},s){const i=(0,le.HD)(e,true,s)
const r=s.GITHUB_SERVER_URL??"https://github.com"
return{...i,from:i.from==="any"?"same-repository":i.from,keys:t===undefined?i.keys:[...i.keys,t],...n?.job_workflow_ref!==undefined&&{ownWorkflow:`${r}/${n.job_workflow_ref}`}}}async function openSigner(e,t){const{sign:n,signKey:s,signLog:i}=e
const{exec:r,env:o,signal:a}=t
const c={exec:r,env:o,signal:a,redact:(0,dt.redactor)(await(0,H.maskedValues)(t))}
if(n!=="key")return openStatementSigner({kind:"keyless",log:i==="public"?"public":"by visibility"},c)
if(s!==undefined)return openStatementSigner({kind:"key",key:s,transparencyLog:i!=="off"},c)
throw new p.yo({code:"options/value",message:"`sign` is `key`, but `sign-key` is missing",fix:"set `sign-key` to a file, env://COSIGN_PRIVATE_KEY or the address of a key service, or use `sign: keyless`"})}async function requireValid(e,t){const n=await t.verify(e)
if(n.kind==="valid")return n.signer
throw new p.yo({code:"sign/unverified",message:"the signature that was just made cannot be verified",why:n.why,fix:n.kind==="unknown"?Cn.refreshTrustedRoot:"sign again"})}async function stage_whyUnproven({image:e,planned:t},n,s){const i=`${(0,ee._M)(e.contentRef)}@${e.digest}`
const r=await n.imageFacts(i,e.platform)
if(r===undefined)return`${i} is no longer in the registry`
const o=await(0,Rn.i)(s,t,r)
return"why"in o?o.why:undefined}async function whyUnsmoked({image:{platform:e,digest:t},planned:n},s,i,r){const o={plan:s,service:(0,be.k)(s,n.service),platform:e,digest:t}
const a=await(0,Zt.GB)(i,o,r)
if(a.kind==="unknown")return a.why
return a.kind==="passed"?undefined:"it failed in another job or run"}function skippedRow({service:e,image:t},n){return{service:e.name,image:t,outcome:"skipped",reason:n,digests:[]}}function rowOf({service:e,repository:t,content:n,unsigned:s,signedBefore:i},r){const o={service:e,image:t}
if(r?.status==="rejected"){const{code:e}=r.reason instanceof p.yo&&r.reason.problems[0]||{code:undefined}
return{...o,outcome:"failed",reason:reasonOfError(r.reason),digests:[],...(0,f.s)({code:e})}}const a=i.map(({digest:e})=>e)
const c=[...new Set([...r?.value??[],...a])]
if(n.indexes.length>0)return{...o,outcome:"signed",digests:c}
const[d]=i
if(d!==undefined)return{...o,outcome:"signed",signer:d.signer,digests:c}
return{...o,outcome:"skipped",reason:s??"this run gives it no tag",digests:c}}var An=n(92964)
var _n=n(92009)
var Bn=n(97730)
var Nn=n(9624)
var Dn=n(71869)
async function publishedNeeds(e,t,n){const{plan:s}=e
const i=[...Map.groupBy(t,({platform:e})=>e)].flatMap(([t,i])=>{const r=new Set(i.map(({service:e})=>e))
for(const e of r){const t=[...s.services,...s.externals].find(t=>t.name===e)
for(const e of t?.needs??[])r.add(e)}return[...r].filter(e=>!hasImage(s,n,e,t)).map(n=>publishedImage(n,t,e))})
return(await Promise.all(i)).filter(e=>e!==undefined)}function hasImage({images:e},t,n,s){const matches=e=>e.service===n&&e.platform===s
return t.some(matches)||e.some(e=>matches(e)&&e.decision.kind==="unchanged")}async function publishedImage(e,t,{plan:{services:n,source:s,project:i},registry:r,signatures:o,log:a}){const c=n.find(t=>t.name===e)
const[d]=c===undefined?[]:(0,Ae.T)(c,(0,k.BK)(s),{project:i}).floating
if(c===undefined||d===undefined)return undefined
const l=`${c.image}:${d}`
try{const n=await r.imageFacts(l,t)
if(n===undefined)return undefined
const{digest:i,annotations:c}=n
const u={service:e,platform:t,...(0,ie.nx)(s)}
const f=(0,ie.ZT)(u,c)
const p=f===undefined&&o!==undefined
const m=p?await(0,Rn.s)(o,u,{ref:l,digest:i}):f
if(m===undefined)return{service:e,platform:t,ref:l,digest:i,publishedTag:d}
a((0,ie.eQ)(l,m))
return undefined}catch(e){if((0,u.ve)(e))a(e.message)
else if(!(0,se.sS)(e))throw e
return undefined}}var Yn=n(643)
var Fn=n(6166)
var Ln=n(5119)
const Hn=128*2**20
function admissionQueue({slots:e,memory:t}){const n=[]
let s=0
let i=0
const admit=e=>{s+=1
i+=e
const t=once(()=>{s-=1
admitNext()})
const n=once(()=>{i-=e
admitNext()})
return{releaseSlot:t,release:()=>{t()
n()}}}
const admitNext=()=>{for(;;){const r=n.findIndex(({memory:n})=>s===0||s<e&&i+n<=t)
const[o]=r<0?[]:n.splice(r,1)
if(o===undefined)return
o.resolve(admit(o.memory))}}
return{acquire:e=>new Promise(t=>{n.push({memory:e,resolve:t})
admitNext()}),hasWaiting:()=>n.length>0}}function once(e){let t=false
return()=>{if(t)return
t=true
e()}}var Un=n(76734)
function parseCidr(e){const t=/^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(e)
if(t===null)return undefined
const[n,s,i,r,o]=t.slice(1).map(Number)
if([n,s,i,r].some(e=>e>255)||o>32)return undefined
const a=2**(32-o)
const c=((n*256+s)*256+i)*256+r
const d=c-c%a
return{first:d,last:d+a-1,bits:o}}function subnetsOverlap(e,t){const n=parseCidr(e)
const s=parseCidr(t)
return n!==undefined&&s!==undefined&&n.first<=s.last&&s.first<=n.last}function chooseSubnet(e,t){if(e===undefined)return{}
const n=t.find(({cidr:t})=>subnetsOverlap(t,e))
if(n===undefined)return{subnet:e}
const s=`${e} is in use (${n.by})`
const i=Math.max(parseCidr(e)?.bits??16,16)
const r=candidates(i).find(e=>!t.some(({cidr:t})=>subnetsOverlap(t,e)))
if(r===undefined)return{note:`${s}; the engine chose another`}
return{subnet:r,note:`${s}; using ${r} instead`}}function candidates(e){const t=Array.from({length:16},(t,n)=>`172.${31-n}.0.0/${e}`)
const n=Array.from({length:64},(t,n)=>`10.${192+n}.0.0/${e}`)
return[...t,...n]}const Gn=/pool overlaps|invalid pool request/i
const Vn=10
async function createStack(e){const{docker:t,api:n,stack:i,composePath:r,signal:o,isLocal:a}=e
const{name:c,subnet:d}=i.network
const u=[]
const l=JSON.stringify(withoutHealthchecks(i.withHealthcheck))
for(let e=1;;e++){const p=[...await usedSubnets(n,o,a),...u]
const{subnet:m,note:h}=chooseSubnet(d,p)
const g={name:c,...(0,f.s)({subnet:m})}
await(0,s.writeFile)(r,formatComposeFile({...i,network:g}))
const w=[`--file=${r}`,"--file=-"]
const y=["compose",...w,`--project-name=${i.project}`,"--progress=plain"]
const{exitCode:v,stderr:b}=await(0,Fn.ST)(t,[...y,"create"],{input:l,signal:o})
const k=v===0?await subnetOf(n,`${i.project}_${c}`,o):undefined
const $={...g,...(0,f.s)({subnet:k,note:h})}
if(v===0)return{network:$,refused:new Map}
if(Gn.test(b)&&m!==undefined&&e<Vn)u.push({cidr:m,by:"another run"})
else if(/failed to create network/i.test(b))throw new Fn.Rd((0,Fn.fM)(b))
else return{network:$,refused:await createOneByOne(t,y,i,{input:l,signal:o})}}}async function createOneByOne(e,t,{services:n},s){const i=new Map
for(const{name:r}of n){const n=["up","--no-start","--no-deps","--pull=never","--",r]
const{exitCode:o,stderr:a}=await(0,Fn.ST)(e,[...t,...n],s)
if(o!==0)i.set(r,(0,Fn.fM)(a))}return i}const Wn=w.Ikc({Name:w.YjP(),IPAM:w.Ikc({Config:w.YOg(w.Ikc({Subnet:w.YjP().optional()})).nullish()})})
async function subnetOf(e,t,n){const s=await(0,Fn.U1)(e,{method:"GET",path:`/networks/${t}`,signal:n})
if(!s.ok)throw new Fn.Rd(`the network ${t} is gone: ${s.why}`)
const i=Wn.safeParse(s.value).data
return i?.IPAM.Config?.find(({Subnet:e})=>e!==undefined)?.Subnet}async function usedSubnets(e,t,n){const s=await(0,Fn.U1)(e,{method:"GET",path:"/networks",signal:t})
const i=s.ok?w.YOg(Wn).safeParse(s.value).data??[]:[]
const r=i.flatMap(({Name:e,IPAM:t})=>(t.Config??[]).flatMap(({Subnet:t})=>t===undefined?[]:[{cidr:t,by:`network ${e}`}]))
const o=Object.entries(n?(0,qe.networkInterfaces)():{}).flatMap(([e,t])=>(t??[]).flatMap(({cidr:t})=>t===null?[]:[{cidr:t,by:`interface ${e}`}]))
return[...r,...o]}const qn=w.Ikc({Action:w.YjP(),timeNano:w.aig(),Actor:w.Ikc({ID:w.YjP(),Attributes:w.g1P(w.YjP(),w.YjP())})})
function watchEvents(e,{run:t,since:n,onLost:s}){const i=new Map
const recordOf=e=>{const t=i.get(e)
if(t!==undefined)return t
const n={exited:Promise.withResolvers(),outOfMemory:false,killed:false}
i.set(e,n)
return n}
const r=new AbortController
const o={since:String(Math.floor(Date.parse(n)/1e3)-1),filters:JSON.stringify({label:[`com.lucid.run=${t}`],event:["die","kill","oom"]})}
let a=""
const onData=e=>{const t=(a+e.toString()).split("\n")
a=t.pop()??""
for(const e of t)takeEvent(e,recordOf)}
const lost=e=>r.signal.aborted||s(e)
const c=(0,Fn.U1)(e,{method:"GET",path:"/events",query:o,signal:r.signal,onData:onData}).then(e=>lost(`the engine's event stream ended${e.ok?"":`: ${e.why}`}`),e=>lost(e instanceof Error?e.message:String(e)))
return{waitForExit:e=>recordOf(e).exited.promise,getExit:e=>recordOf(e).exit,[Symbol.asyncDispose]:async()=>{r.abort()
await c}}}function takeEvent(e,t){const n=qn.safeParse((0,pe.qF)(e))
if(!n.success)return
const{Action:s,timeNano:i,Actor:r}=n.data
const o=t(r.ID)
if(s==="oom")o.outOfMemory=true
if(s==="kill"){o.firstKill??=i
if(r.Attributes.signal==="9")o.killed=true}if(s==="die"){const{outOfMemory:e,killed:t,firstKill:n}=o
const s=n===undefined?undefined:Math.round((i-n)/1e6)
o.exit={exitCode:Number(r.Attributes.exitCode),outOfMemory:e,killed:t,...(0,f.s)({stopMs:s})}
o.exited.resolve(o.exit)}}const zn=/not found|manifest unknown|no matching manifest|does not provide|no match for platform/i
const Kn=/unauthorized|denied|forbidden/i
async function pullMember(e,t){const{api:n,platform:s,images:i,signal:r}=t
if(i==="present")return inspectPulled(n,e,r)
const o=e.platform
if(o!==undefined&&/@sha256:/.test(e.image)){const t=await inspectPulled(n,e,r)
if(t.kind==="pulled")return t}const a=await pullWithRetries(e,o,t)
if(a===undefined)return inspectPulled(n,e,r)
if(zn.test(a)&&o===undefined)return pullMember({...e,platform:s},t)
t.onPullProgress(e,"failed",{text:a})
if(zn.test(a)&&!Kn.test(a))return{kind:"wrong",why:`not in the registry for ${o??s}: ${e.image}`}
return{kind:"unknown",why:`cannot pull ${e.image}: ${a}`}}async function pullWithRetries(e,t,{api:n,credentials:s,signal:i,onPullProgress:r}){r(e,"started",{text:"pulling"})
let o={done:0}
const onProgress=(t,n)=>{o=n
r(e,"update",{text:t,bytes:n})}
let a
const c=new ce.nO(ce.HK.pull,t=>{r(e,"update",{text:`retrying: ${a}`})
return(0,ae.y)(t,i)})
for(;;){a=await pullImage({...{api:n,credentials:s,platform:t,signal:i,onProgress:onProgress},image:e.image})
if(a===undefined)r(e,"done",o.done>0?{bytes:{done:o.done}}:{})
if(a===undefined||zn.test(a)||Kn.test(a)||!await c.wait())return a}}async function inspectPulled(e,t,n){const s=await(0,Un.hF)(e,t.image,n)
if(s===undefined)return{kind:"unknown",why:`the engine does not have ${t.image}`}
const{platform:i}=t
if(i!==undefined&&i.split("/",2).join("/")!==s.platform)return{kind:"wrong",why:`wrong architecture: the image is for ${s.platform}, expected ${i}`}
return{kind:"pulled",member:{...t,platform:i??s.platform},image:s}}async function pullImage(e){const{api:t,image:n,platform:s,signal:i,onProgress:r}=e
const{host:o,repository:a,tag:c="latest",digest:d}=(0,ee.F2)(n)
const u=await loginAt(o,e.credentials)
i.throwIfAborted()
const l=new LayerProgress
let p
let m=""
const onData=e=>{const t=(m+e.toString("latin1")).split("\n")
m=t.pop()??""
for(const e of t){const t=(0,pe.Ag)((0,pe.qF)(Buffer.from(e,"latin1")))??{}
if(typeof t.error==="string")p=(0,Fn.fM)(t.error)
l.take(t)}r(l.isExtracting?"unpacking":"pulling",l.bytes)}
const h=await(0,Fn.U1)(t,{...{method:"POST",path:"/images/create",signal:i,onData:onData},query:{fromImage:`${o}/${a}`,tag:d??c,...(0,f.s)({platform:s})},...u.header!==undefined&&{headers:{"x-registry-auth":u.header}}})
const g=h.ok?p:h.why
if(g===undefined)return undefined;(0,Fn.Ge)(g)
return u.problem===undefined?g:`${g} (${u.problem})`}async function loginAt(e,t){try{const n=await t(e)
return n===undefined?{}:{header:authHeader(e,n)}}catch(e){return{problem:e.message.split("\n",1)[0]??"no login"}}}function authHeader(e,t){const n=e==="docker.io"?"https://index.docker.io/v1/":e
const{kind:s,...i}=t
const r="token"in i?{identitytoken:i.token}:i
return Buffer.from(JSON.stringify({...r,serveraddress:n})).toString("base64url")}class LayerProgress{#ke=new Map
take({status:e,id:t,progressDetail:n}){if(typeof t!=="string"||typeof e!=="string")return
const s=this.#ke.get(t)
const{current:i,total:r}=(0,pe.Ag)(n)??{}
if(e==="Pulling fs layer"||e==="Waiting")this.#ke.set(t,s??{done:0,isDownloaded:false})
else if(e==="Already exists")this.#ke.delete(t)
else if(e==="Downloading"&&typeof i==="number")this.#ke.set(t,{...{done:i,isDownloaded:false},...typeof r==="number"&&r>0&&{total:r}})
else if(s!==undefined&&/^(?:Download complete|Verifying Checksum|Extracting|Pull complete)$/.test(e))this.#ke.set(t,{...s,done:s.total??s.done,isDownloaded:true})}get isExtracting(){return this.#ke.size>0&&[...this.#ke.values()].every(({isDownloaded:e})=>e)}get bytes(){const e=[...this.#ke.values()]
const t=e.map(({total:e,done:t,isDownloaded:n})=>e??(n?t:Number.NaN))
const n=t.reduce((e,t)=>e+t,0)
return{done:e.reduce((e,{done:t})=>e+t,0),...n>0&&{total:n}}}}const Jn=w.Ikc({cpu_stats:w.Ikc({cpu_usage:w.Ikc({total_usage:w.aig()})})})
const Zn=300
const Xn=.05
async function waitUntilIdle({api:e,id:t,isWanted:n,signal:s}){let i
for(;;){await(0,rt.setTimeout)(Zn,undefined,{signal:s})
const r=n()?await processorMs(e,t,s):undefined
const o=Yn.performance.now()
if(r!==undefined&&i!==undefined&&(r-i.ms)/(o-i.at)<Xn)return
i=r===undefined?undefined:{ms:r,at:o}}}const Qn=3e3
const es=.005
const ts=.2
function busyCheck(e,t,n){let s
return async({noResponse:i})=>{if(s===undefined||Yn.performance.now()-s.at>Qn){const[i,r]=[await processorMs(e,t,n),Yn.performance.now()]
await(0,rt.setTimeout)(Qn,undefined,{signal:n})
const[o,a]=[await processorMs(e,t,n),Yn.performance.now()]
const c=i===undefined||o===undefined?0:o-i
s={share:c/(a-r),at:a}}return s.share>(i?es:ts)}}async function processorMs(e,t,n){const s={stream:"false","one-shot":"true"}
const i=await(0,Fn.U1)(e,{method:"GET",path:`/containers/${t}/stats`,query:s,signal:n})
const r=i.ok?Jn.safeParse(i.value).data:undefined
return r===undefined?undefined:r.cpu_stats.cpu_usage.total_usage/1e6}var ns=n(37067)
var ss=n(23556)
var is=n(60844)
const rs=64*1024
function tryHttp(e,t){const n=`no complete answer within ${formatSeconds(t.timeoutMs)}`
return attemptOn(t,n,async(t,n)=>{const{status:s,location:i,body:r}=await exchange(e,t,n)
const o=statusMismatch(e,s)
const a=o===undefined?bodyMismatch(e,r):undefined
const c=o??(a&&`answered ${s} ${a}`)
return{...{ok:c===undefined,status:s,...(0,f.s)({location:i,error:c})},...o!==undefined&&s<500&&!os.has(s)&&{permanent:true}}})}const os=new Set([408,425,429])
function exchange(e,t,n){return new Promise((s,i)=>{const r=(0,ns.request)({createConnection:()=>t,path:e.path,method:e.method,headers:{host:"127.0.0.1","user-agent":"lucid-smoke",...e.headers,connection:"close"},signal:n})
r.on("error",i)
r.on("response",e=>{const{statusCode:t=0,headers:n}=e
const r=[]
let o=0
const done=()=>{const e=Buffer.concat(r).subarray(0,rs).toString()
s({status:t,body:e,...(0,f.s)({location:n.location})})}
e.on("data",e=>{r.push(e)
o+=e.length
if(o>=rs)done()})
e.on("end",done)
e.on("error",i)})
r.end()})}function statusMismatch(e,t){if(e.status.some(([e,n])=>t>=e&&t<=n))return undefined
const n=e.status.map(([e,t])=>e===t?e:`${e}-${t}`)
return`answered ${t}, expected ${n.join(", ")}`}function bodyMismatch({body:e,bodyMatches:t,json:n},s){const i=s===""?"with an empty body":`with the body ${JSON.stringify((0,de.Ov)(s.slice(0,80)))}`
if(e!==undefined&&!s.includes(e))return`${i}, expected it to contain ${JSON.stringify(e)}`
const r=n===undefined?undefined:(0,ss.f)(n)
const o=r?.kind==="test"?(0,ss.$)(r,s):undefined
if(o!==undefined)return`${i}, ${(0,de.Ov)(o)}; expected ${n}`
if(t===undefined||(0,is.Z)(t).test(s))return undefined
return`${i}, expected a match of /${t}/u`}function nonexistentHealth(e){const t=`lucid-smoke-${(0,et.randomBytes)(8).toString("hex")}`
return e.kind==="http"?{...e,path:`/${t}`}:{...e,service:t}}const as=250
function tryTcp(e){const{timeoutMs:t}=e
const n=`no connection within ${formatSeconds(t)}`
return attemptOn({...e,timeoutMs:t+as},n,async(e,s,i)=>{if(i>t)return{ok:false,error:n,timedOut:true,noResponse:true}
return new Promise((t,n)=>{const succeed=()=>t({ok:true,latencyMs:i})
const s=setTimeout(succeed,as)
const r="connection closed at once: nothing listens on the port"
e.on("close",()=>clearTimeout(s))
e.on("data",succeed)
e.on("end",()=>t({ok:false,error:r,noResponse:true}))
e.on("error",n)})})}async function attemptOn({port:e,timeoutMs:t,signal:n,reach:s=(0,_n.H)("127.0.0.1")},i,r){const o=Yn.performance.now()
const a=new AbortController
const c=setTimeout(()=>a.abort(),t)
const d=n===undefined?a.signal:AbortSignal.any([n,a.signal])
const u=Promise.withResolvers()
d.addEventListener("abort",()=>u.reject(d.reason),{once:true})
u.promise.catch(()=>{})
let l
const run=async()=>{d.throwIfAborted()
l=await Promise.race([s.connect(e,d),u.promise])
l.on("error",()=>{})
return Promise.race([r(l,d,Yn.performance.now()-o),u.promise])}
const f=await run().catch(e=>{if(n?.aborted)return{ok:false,error:"interrupted"}
if(a.signal.aborted)return{ok:false,error:i,timedOut:true,noResponse:true}
const t=e.code==="ECONNREFUSED"||e.code==="ECONNRESET"
return{ok:false,error:errorText(e),...t&&{noResponse:t}}})
clearTimeout(c)
l?.destroy()
return{...f,latencyMs:Math.round((f.latencyMs??Yn.performance.now()-o)*10)/10}}function errorText(e){switch(e.code){case"ECONNREFUSED":return"connection refused"
case"ECONNRESET":return"connection reset: nothing listens on the port, or the server closed the connection"
case"HPE_HEADER_OVERFLOW":return"headers larger than 16 KiB"
default:return e.message||e.code||"failed"}}function formatSeconds(e){return`${Math.round(e/100)/10} s`}const cs="0A"
function parseListeners(e){return e.split("\n").slice(1).flatMap(e=>{const[,t,,n]=e.trim().split(/\s+/)
const[s,i]=t?.split(":")??[]
if(n!==cs||s===undefined||i===undefined)return[]
return[{address:formatAddress(s),port:Number.parseInt(i,16)}]})}function formatAddress(e){const t=Buffer.from(e,"hex")
if(t.length===4)return[...t].reverse().join(".")
for(let e=0;e+4<=t.length;e+=4)t.subarray(e,e+4).reverse()
const n=Array.from({length:8},(e,n)=>t.readUInt16BE(n*2))
if(n.every(e=>e===0))return"::"
if(n.slice(0,7).every(e=>e===0)&&n[7]===1)return"::1"
if(n.slice(0,5).every(e=>e===0)&&n[5]===65535)return[...t.subarray(12)].join(".")
return n.map(e=>e.toString(16)).join(":")}async function readListeners(e){const{pid:t,id:n}=e
if(t===0)return undefined
try{const e=await(0,s.readFile)(`/proc/${t}/cgroup`,"utf8")
const i=e.includes(n)?e:await(0,s.readFile)(`/proc/${t}/mountinfo`,"utf8")
if(!i.includes(n))return undefined
const r=await Promise.all(["tcp","tcp6"].map(e=>(0,s.readFile)(`/proc/${t}/net/${e}`,"utf8").catch(()=>"")))
return r.flatMap(parseListeners).filter(({address:e})=>e!=="127.0.0.11")}catch{return undefined}}const ds=w.Ikc({Id:w.YjP()})
const us=w.Ikc({ExitCode:w.aig().nullable()})
const ls=16384
async function execInContainer(e,t,n,s){const post=(e,t)=>({method:"POST",path:e,body:t,signal:s})
const i={Cmd:n,AttachStdout:true,AttachStderr:true}
const r=await(0,Fn.U1)(e,post(`/containers/${t}/exec`,i))
if(!r.ok)return{exitCode:1,stdout:"",stderr:r.why}
const{Id:o}=ds.parse(r.value)
const a={stdout:"",stderr:""}
const c=demultiplex((e,t)=>{a[t]=(a[t]+e.toString()).slice(-ls)})
const d=await(0,Fn.U1)(e,{...post(`/exec/${o}/start`,{Detach:false,Tty:false}),onData:c})
if(!d.ok)return{exitCode:1,stdout:"",stderr:d.why}
const u=await(0,Fn.U1)(e,{method:"GET",path:`/exec/${o}/json`,signal:s})
if(!u.ok)throw new Fn.Rd(u.why)
return{...a,exitCode:us.parse(u.value).ExitCode??1}}const fs=8
function demultiplex(e){let t=Buffer.alloc(0)
let n="stdout"
let s=0
return i=>{t=t.length===0?i:Buffer.concat([t,i])
for(;;){if(s>0){const i=t.subarray(0,s)
if(i.length>0)e(i,n)
s-=i.length
t=t.subarray(i.length)}if(s>0||t.length<fs)return
n=t[0]===2?"stderr":"stdout"
s=t.readUInt32BE(4)
t=t.subarray(fs)}}}const ps=[["getent","hosts"],["python3","-S","-E","-c","import socket, sys\nfor name in sys.argv[1:]: socket.gethostbyname(name)"],["node","-e","for (const name of process.argv.slice(1)) require('node:dns').lookup(name, (e) => { if (e) throw e })"]]
const ms=new Set([126,127])
async function checkNameResolution(e){const{api:t,container:n,names:s,engineNames:i,timeoutMs:r,signal:o}=e
const a=`names ${s.join(", ")}`
for(const[e,i]of ps.entries()){const c=AbortSignal.any([o,AbortSignal.timeout(r)])
const d=await execInContainer(t,n.id,[...i,...s],c).catch(e=>{if(e instanceof Fn.Rd)throw e
return undefined})
o.throwIfAborted()
if(d===undefined)break
const{exitCode:u,stdout:l,stderr:f}=d
const p={kind:"discovery",target:`${a} (${i[0]})`,attempts:e+1}
if(u===0)return{...p,ok:true}
if(ms.has(u)||u>128)continue
const m=(0,de.Ov)((0,Fn.fM)(f)||(0,Fn.fM)(l),200)
const h=`cannot resolve ${s.join(", ")}${m===""?"":`: ${m}`}`
return{...p,ok:false,error:h}}const c=i===undefined?[]:s.filter(e=>!i.has(e))
return{...{kind:"discovery",target:`${a} (the engine's table; the image has no resolver)`},...{ok:c.length===0,attempts:1},...c.length>0&&{error:`the engine's DNS does not know ${c.join(", ")}`}}}const hs=["UNKNOWN","SERVING","NOT_SERVING","SERVICE_UNKNOWN"]
const gs={5:"NOT_FOUND: unknown service",12:"UNIMPLEMENTED: no grpc.health.v1.Health",13:"INTERNAL",14:"UNAVAILABLE",16:"UNAUTHENTICATED"}
const ws=new Set(["5","7","12","16"])
async function tryGrpc({service:e=""},t){const s=await Promise.resolve().then(n.t.bind(n,32467,19))
const i=`no complete answer within ${formatSeconds(t.timeoutMs)}`
return attemptOn(t,i,async(t,n)=>{const i=grpc_frame(healthCheckRequest(e))
const{status:r,code:o,message:a,body:c}=await grpc_call(s.connect,i,t,n)
if(r!==200)return{ok:false,error:`answered ${r} over HTTP/2, expected gRPC`}
if(o!=="0"){const e=gs[o]??`status ${o}`
const t=`answered ${e}${a===""?"":` (${a})`}`
return{ok:false,error:t,...ws.has(o)&&{permanent:true}}}const d=hs[statusIn(c)]??"an unknown status"
return d==="SERVING"?{ok:true}:{ok:false,error:`answered ${d}, expected SERVING`}})}const ys="no plaintext gRPC server answers on this port"
const vs=4096
function grpc_call(e,t,n,s){return new Promise((i,r)=>{const o=e("http://127.0.0.1",{createConnection:()=>n})
const fail=e=>{o.destroy()
r(e.code?.startsWith("ERR_HTTP2")?new Error(ys,{cause:e}):e)}
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
if(u>vs)fail(new Error("answer too long for a health check"))
else c.push(e)})
a.on("close",()=>{const{":status":e,"grpc-status":t="2","grpc-message":n=""}=d
o.destroy()
if(e===undefined)r(new Error(ys))
else i({status:Number(e),code:String(t),message:String(n).slice(0,200),body:Buffer.concat(c)})})
a.end(t)})}function healthCheckRequest(e){const t=Buffer.from(e)
return t.length===0?t:Buffer.concat([Buffer.from([10]),varint(t.length),t])}function varint(e){const t=[]
let n=e
for(;n>127;n>>>=7)t.push(n&127|128)
return Buffer.from([...t,n])}function grpc_frame(e){const t=Buffer.alloc(5)
t.writeUInt32BE(e.length,1)
return Buffer.concat([t,e])}function statusIn(e){const t=e.subarray(5)
return t[0]===8?t[1]??0:0}const bs=100
const ks=1.1
const withJitter=e=>e*(.75+Math.random()/2)
async function waitUntilReady(e){const{attempt:t,timing:n,exited:s,signal:i,startedAt:r,emulation:o,onFailure:a}=e
const c=e.successes??n.successes
const d=new AbortController
let u
s.then(e=>{u=e
d.abort()})
const l=AbortSignal.any([i,d.signal])
const{deadline:p=Number.POSITIVE_INFINITY}=n
let m=r+p
const remaining=()=>m-Yn.performance.now()
let h=0
let g=0
let w=0
let y=0
let v
let b=bs
let k
let $
const{factor:x=1}=o??{}
const S=Math.min(p,n.startPeriod)*x
const isBusy=async e=>await(o?.busy(e))===true
const isStarting=async(e,t)=>e<n.startPeriod||e<S&&await isBusy(t)
const failed=async(e,t)=>{const n=t.timedOut||w===0&&!t.permanent
const s=n&&await isBusy(t)
const i=Math.round(Yn.performance.now()-r)
return{kind:"failed",attempts:h,last:k??t,why:e,afterMs:i,...s&&{stillBusy:s}}}
for(;;){const e=Yn.performance.now()
const s=Math.max(1,Math.min(n.timeout,remaining()))
const o=await t(l,s)
i.throwIfAborted()
if(u!==undefined)return{kind:"exited",attempts:h,exit:u,...(0,f.s)({last:k})}
h+=1
const d=o.timedOut&&s<n.timeout&&k!==undefined
if(!d)k=o
if(o.ok){w+=1
g+=1
v??=Math.round(Yn.performance.now()-r)
if(g>=c)return{kind:"ready",attempts:h,last:o,readyMs:v}
b=bs}else{g=0
const t=e-r
if(!o.permanent)$=undefined
else if($?.error!==o.error)$={error:o.error,since:e}
const s=w>0||!await isStarting(t,o)
if(s)y+=1
const i=t<n.startPeriod?Math.min(p,n.startPeriod):S
if(w===0)a?.(o,{elapsedMs:t,limitMs:i})
const c=s&&$!==undefined&&e-$.since>=n.wrongAnswerPeriod
const d=w>0?`flaps: ${w} of ${h} answers were good; ${o.error}`:o.error
if(c||y>=Math.max(n.retries,1))return failed(d??"failed",o)}if(remaining()<=0&&w===0&&await isBusy(o))m=Math.min(Yn.performance.now()+n.timeout,r+p*x)
if(remaining()<=0){const e=`not healthy within its deadline of ${formatSeconds(p)}`
return failed(k?.error===undefined?e:`${e}: ${k.error}`,o)}const O=Math.max(0,r+n.startPeriod-Yn.performance.now())
const P=w===0&&O>0?Math.min(n.interval,O):n.interval
const E=withJitter(o.ok?b:Math.max(b,o.latencyMs))
const j=Math.min(E,P,Math.max(0,remaining()))
await(0,rt.setTimeout)(j,undefined,{signal:l}).catch(()=>{})
b=Math.min(b*ks,n.interval)}}async function probeUntilReady(e,t,n){const{exited:s,signal:i,emulation:r,onWait:o}=e
return waitUntilReady({...{...n,timing:t.timing,exited:s,signal:i,...(0,f.s)({emulation:r})},attempt:(n,s)=>probeOnce(e,t,s,n),onFailure:(e,n)=>o?.(formatWait(t,e,n))})}function formatWait(e,{error:t="fails"},{elapsedMs:n,limitMs:s}){const i=t.replace(/^answered /,"answers ").replace(/([,;]) expected /,"$1 waiting for ")
const r=i===t?`: ${t}`:` ${i}`
const o=n<s?`of ${Math.round(s/1e3)} s`:"(start period over)"
return`${(0,de.Ov)(shortName(e)+r,200)}, ${Math.floor(n/1e3)} s ${o}`}function shortName(e){switch(e.kind){case"http":return`${e.method} ${e.path}`
case"command":return e.command.join(" ")
case"healthcheck":return"HEALTHCHECK"
default:return`${e.kind} on port ${e.port}`}}async function probeOnce(e,t,n,s){const{container:i,image:r,reach:o}=e
if(t.kind==="command")return tryCommand(e,t.command,n,s)
if(t.kind==="healthcheck"){if(r.healthcheck===undefined)return{ok:false,latencyMs:0,error:"the image has no HEALTHCHECK"}
return logHealthcheck(e,await tryCommand(e,r.healthcheck.argv,n,s))}const a=i.ports.get(t.port)
if(a===undefined)return{ok:false,latencyMs:0,error:`port ${t.port} is not published`}
const c={port:a,timeoutMs:n,signal:s,reach:o}
switch(t.kind){case"http":return tryHttp(t,c)
case"tcp":return tryTcp(c)
case"grpc":return tryGrpc(t,c)}}async function tryCommand({api:e,container:t},n,s,i){const r=Yn.performance.now()
const o=AbortSignal.any([i,AbortSignal.timeout(Math.ceil(s))])
const a=await execInContainer(e,t.id,n,o).catch(e=>{if(e instanceof Fn.Rd)throw e
return undefined})
const c=Math.round(Yn.performance.now()-r)
if(i.aborted)return{ok:false,latencyMs:c,error:"interrupted"}
if(a===undefined)return{ok:false,latencyMs:c,error:`did not end within ${formatSeconds(s)}`,timedOut:true}
const{exitCode:d,stdout:u,stderr:l}=a
const f=(0,de.Ov)((0,Fn.fM)(l)||(0,Fn.fM)(u),200)
if(d===0)return{ok:true,latencyMs:c,exitCode:d,output:f}
return{ok:false,latencyMs:c,exitCode:d,output:f,error:`exit ${d}${f===""?"":`: ${f}`}`}}const $s=5
function logHealthcheck({healthLog:e},{exitCode:t,output:n="",...s}){e.push({exitCode:t??-1,output:t===undefined?s.error??"":n})
if(e.length>$s)e.shift()
return s}function probes_targetName(e,{container:t,reach:n}){const at=e=>`${n.host}:${t.ports.get(e)}`
switch(e.kind){case"http":return`${e.method} http://${at(e.port)}${e.path}`
case"tcp":return`tcp ${at(e.port)} (port ${e.port})`
case"grpc":return`grpc ${at(e.port)} (port ${e.port})${e.service===undefined?"":` ${e.service}`}`
case"command":return e.command.join(" ")
case"healthcheck":return"HEALTHCHECK"}}function probeResult(e,t,n){const{last:s,attempts:i}=n
const r=n.kind==="exited"?s?.error??"exited before it answered":undefined
return{...{kind:e.kind,target:probes_targetName(e,t),ok:n.kind==="ready",attempts:i},..."port"in e&&{port:e.port},...(0,f.s)({status:s?.status,latencyMs:s?.latencyMs}),...(0,f.s)({error:n.kind==="failed"?n.why:r})}}async function negativeProbe(e,t){if(t.kind!=="http"&&t.kind!=="grpc"||!t.negative)return undefined
const n=nonexistentHealth(t)
const{ok:s,status:i,latencyMs:r}=await probeOnce(e,n,t.timing.timeout,e.signal)
const o=t.kind==="http"?`answers every path: a nonexistent one got ${i}, which would pass as healthy`:"reports SERVING for every service, even for a nonexistent one"
return{...{kind:"negative",target:probes_targetName(n,e),port:t.port,ok:!s,latencyMs:r,attempts:1},...(0,f.s)({status:i,error:s?o:undefined})}}async function probeStability(e,t){const{deadline:n,...s}=t.timing
const i=Math.min(s.retries,2)
const{result:r,timedOut:o}=await probeNow(e,{...t,timing:{...s,startPeriod:0,retries:i}})
return{result:{...r,kind:"stable"},timedOut:o}}function probeHealthcheck(e,{timeoutMs:t,retries:n}){const s={...y.QP,startPeriod:0,timeout:t,retries:Math.min(n,3)}
return probeNow(e,{kind:"healthcheck",timing:s})}async function probeNow(e,t){const n=await probeUntilReady(e,t,{successes:1,startedAt:Yn.performance.now()})
return{result:probeResult(t,e,n),timedOut:n.last?.timedOut===true}}function probeOtherPorts(e,t,n){const{deadline:s,...i}=n.timing
const r={...i,startPeriod:Math.min(i.startPeriod,5e3)}
const o=tcpPorts(t).filter(e=>!("port"in n)||e!==n.port)
return Promise.all(o.map(async t=>({port:t,result:(await probeNow(e,{kind:"tcp",port:t,timing:r})).result})))}var xs=n(17904)
const serviceFault=(e,t)=>({...{pattern:e,isServiceFault:true,describe:t}})
const maybeHardening=(e,t)=>({...{pattern:e,isServiceFault:false,describe:t}})
const notInImage=([,e])=>`${e} is not in the image: check ENTRYPOINT and CMD`
const Ss=[serviceFault(/exec format error/i,()=>"exec format error: built for another architecture, or a script without a #! line"),serviceFault(/ModuleNotFoundError: No module named ['"]([^'"]+)['"]/,([,e])=>`ModuleNotFoundError: ${e}: not in the image, or not on PYTHONPATH`),serviceFault(/Cannot find (?:module|package) ['"]([^'"]+)['"]/,([,e])=>`cannot find module ${e}: not in the image`),serviceFault(/error while loading shared libraries: (\S+?):/,([,e])=>`shared library ${e} is not in the image`),serviceFault(/version [`'](GLIBC\S*?)' not found/,([,e])=>`${e} not found: built against a newer C library than the image has`),serviceFault(/(?:No space left on device|ENOSPC|disk quota exceeded)/i,()=>"no space left on a disk or tmpfs that it writes to"),maybeHardening(/(?:Read-only file system|EROFS)[^'"/]*(?:['"]?(\/[^'",\s]+))?/i,([,e])=>`writes to its read-only file system${e?`: needs a writable ${e} (hardening.tmpfs)`:""}`),maybeHardening(/(?:can't start new thread|fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed)/i,()=>"cannot start another thread or process: hardening.pids is too low"),maybeHardening(/(?:bind|listen)[^\n]*permission denied|permission denied[^\n]*(?:bind|listen)/i,()=>"no permission to bind its port: use a port of 1024 or higher, or allow NET_BIND_SERVICE"),maybeHardening(/(?:Permission denied|EACCES)[^'"/]*['"]?(\/[^'",\s]+)/i,([,e])=>`permission denied on ${e}: the image's user cannot read or write it`),serviceFault(/(?:address already in use|EADDRINUSE)/i,()=>"address already in use: it binds the same port twice"),serviceFault(/exec: "([^"]+)": [^\n]*(?:no such file|not found)/i,notInImage),maybeHardening(/(?:exec|\/bin\/sh): ?[^\n]*?([^\s:]+): (?:no such file or directory|not found)/i,notInImage),serviceFault(/getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (\S+)|Name or service not known|Temporary failure in name resolution|no such host/i,([,e])=>`cannot resolve ${e??"a host name"}: check \`needs\` in the catalog`)]
const shorten=e=>e.slice(0,1e3)
function likelyCause(e){const{architecture:t,exit:n,log:s,startError:i,probe:r,listeners:o,advice:a}=e
if(t!==undefined&&t.wanted!==t.found)return`wrong architecture: ${t.found}, expected ${t.wanted}`
if(n?.outOfMemory)return`out of memory: hardening.memory is too low (exit ${n.exitCode})`
const c=r?.port===undefined?undefined:loopbackOnly(r.port,o)
if(c!==undefined)return c
const d=[...i?[i]:[],...r?[r.error]:[],...s.toReversed()]
const u=r?.status!==undefined&&n===undefined?undefined:matchPattern(d)
if(u!==undefined)return u
if(n!==undefined){const e=`exited with ${n.exitCode} (${diagnose_exitMeaning(n.exitCode,n)})${lastLogLine(s)}`
return a===undefined?e:`${e}; ${a}`}if(i!==undefined)return`could not be started: ${i}`
if(r===undefined)return"unknown cause: its log shows no known error"
return portCause(r,o,s)??answerCause(r)}function matchPattern(e){for(const{pattern:t,describe:n}of Ss)for(const s of e.map(shorten)){const e=t.exec(s)
if(e!==null)return n(e)}return undefined}function isServiceFault({log:e,startError:t,exit:n,probe:s,listeners:i}){if(n?.outOfMemory)return true
if(s?.error.startsWith("flaps"))return true
if(s?.status!==undefined&&s.status<500)return true
if(s?.port!==undefined){if(loopbackOnly(s.port,i)!==undefined)return true
const e=i?.filter(({address:e})=>!isLoopback(e))??[]
if(e.length>0&&e.every(({port:e})=>e!==s.port))return true}const r=[...t?[t]:[],...s?[s.error]:[],...e].map(shorten)
if(r.some(e=>Os.test(e)))return false
return Ss.some(e=>e.isServiceFault&&r.some(t=>e.pattern.test(t)))}const Os=/read-only file system|EROFS|permission denied|EACCES|operation not permitted|EPERM|temporarily unavailable/i
const Ps=/(?:Read-only file system|EROFS)[^'"/]*['"]?(\/[^'",\s:]+)|['"]?(\/[^'",\s:]+)['"]?: Read-only file system/gi
function readOnlyPathsIn(e){const t=e.flatMap(e=>[...shorten(e).matchAll(Ps)].map(([,e,t])=>e??t??""))
return[...new Set(t.filter(e=>e!==""))]}function whyNeedFailed(e,t,n){const{exit:s,log:i}=t
if(s===undefined||s.outOfMemory)return`${e}: ${n??likelyCause(t)}`
return`${e} exited with ${s.exitCode}${lastLogLine(i)}`}function lastLogLine(e){const t=e.at(-1)
return t===undefined?"; no log output":`: ${t.slice(0,160)}`}const isLoopback=e=>e.startsWith("127.")||e==="::1"
function loopbackOnly(e,t=[]){const n=t.filter(t=>t.port===e)
if(n.length===0||!n.every(({address:e})=>isLoopback(e)))return undefined
return`listens only on ${n[0]?.address}:${e}: make it listen on 0.0.0.0`}function portCause({port:e,status:t,afterMs:n},s,i){if(e===undefined||t!==undefined)return undefined
if(s?.some(t=>t.port===e))return undefined
if(s!==undefined){const t=s.filter(({address:e})=>!isLoopback(e)).map(e=>e.port)
const i=n===undefined?"":` after ${formatSeconds(n)}`
const r=t.length===0?i:`; it listens on ${[...new Set(t)].join(", ")}`
return`nothing listens on port ${e}${r}`}if(i.some(t=>new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${e}\\b`).test(t)))return`listens only on 127.0.0.1:${e}, according to its log: make it listen on 0.0.0.0`
return undefined}function answerCause({error:e,status:t,path:n}){if(t===404&&n!==undefined)return`answers 404 at ${n}: check the health path in the catalog`
if(t!==undefined&&t>=500&&!e.startsWith("flaps"))return`${e}: it runs, but reports that it is unhealthy`
if(/^no complete answer/.test(e))return`accepts the connection, but gives ${e}`
return e}const Es={0:"ended without an error",125:"the engine could not run it",126:"found but not executable",127:"program not found",128:"invalid exit status",132:"SIGILL: illegal instruction",134:"SIGABRT",135:"SIGBUS",136:"SIGFPE",139:"SIGSEGV: segmentation fault",143:"SIGTERM"}
function diagnose_exitMeaning(e,{outOfMemory:t}){if(t)return"killed: out of memory"
if(e===137)return"SIGKILL: killed from outside, or out of memory"
return Es[e]??(e>128&&e<165?`signal ${e-128}`:"error")}function executionOf(e,t){const n=(0,xs.yC)(e)
return n===t||n==="i686"&&t==="x86_64"?"native":"emulated"}const js=10
const Ms=4
const Is=256*2**20
function withEmulationLimits(e){const{health:t,hardening:n}=e
if(n===undefined)return{...e,...t&&{health:slower(t)}}
const s=n.memory===undefined?undefined:n.memory+Is
const i=n.pids===undefined?undefined:n.pids*2
return{...{...e,...t&&{health:slower(t)}},hardening:{...n,...(0,f.s)({memory:s,pids:i})}}}function slower(e){return{...e,timing:{...e.timing,timeout:e.timing.timeout*Ms}}}const Rs=new Set([132,133,134,135,136,139,159])
const Ts=new RegExp([...["^qemu(?:-\\w+)?: ","uncaught target signal","Function not implemented","\\bENOSYS\\b"],...["(?:os error|Errno) 38\\b","\\bio_uring","\\bseccomp\\b","\\bSIG(?:SEGV|ILL|BUS|TRAP|ABRT)\\b"],...["Segmentation fault","Illegal instruction"]].join("|"),"i")
const Cs=/Resource temporarily unavailable|can't start new thread|pthread_create failed/i
const As=/(?:^|[\s/;&|(])(?:pidof|pgrep|pkill|killall|ps|top)(?:$|[\s;&|)])|\/proc\//
const _s=" under emulation, so no verdict"
function emulationCause(e,t){const{phase:n,symptoms:s,check:i}=e
const{exit:r,probe:o,startError:a,stillBusy:c}=s
if(n==="pull"||s.architecture!==undefined)return undefined
if(r?.outOfMemory)return`out of memory${_s}: QEMU needs memory too; raise hardening.memory or run smoke natively`
const d=[...a===undefined?[]:[a],...o?[o.error]:[],...t]
if(c)return`${o?.error??"not ready"}; still busy${_s}: raise start_period or run smoke natively`
if(isServiceFault({...s,log:t})||d.some(e=>Cs.test(e)))return undefined
if(r!==undefined&&Rs.has(r.exitCode))return`ended by ${diagnose_exitMeaning(r.exitCode,r)}${_s}: QEMU may be the cause; run smoke natively`
const u=d.findLast(e=>Ts.test(e))
if(u!==undefined)return`its log says "${u.trim().slice(0,160)}"${_s}: run smoke natively`
if(i===undefined)return undefined
const[,l]=/^exit (\d+)/.exec(o?.error??"")??[]
if(Rs.has(Number(l)))return`its check fails with ${o?.error}${_s}: run smoke natively`
if(As.test(i.join(" ")))return`its check inspects processes, which are QEMU's${_s}: ${o?.error??"it fails"}`
return undefined}function startFailed(e,t){const{exitCode:n=0,outOfMemory:s=false,startError:i=t}=e??{}
return{phase:"start",symptoms:{startError:i,...n!==0&&{exit:{exitCode:n,outOfMemory:s}}}}}async function readinessFailed(e,t,n){if(n.kind==="exited")return{phase:"ready",symptoms:{exit:n.exit}}
const s={...{error:n.why,afterMs:n.afterMs,...(0,f.s)({status:n.last.status})},...t.kind==="http"&&{path:t.path},..."port"in t&&{port:t.port}}
const i=t.kind==="healthcheck"?e.image.healthcheck?.argv:undefined
const r=t.kind==="command"?t.command:i
const o=await currentListeners(e)
return{...{phase:"ready",symptoms:{probe:s,...(0,f.s)({stillBusy:n.stillBusy,listeners:o})}},...(0,f.s)({check:r})}}const currentListeners=async({container:e,reach:t})=>t.isLocal?readListeners(e):undefined
function exitedEarly(e,t){const n=e.getExit(t)
return n&&{phase:"stable",symptoms:{exit:n}}}function probeFailed(e,t){if(e===undefined||e.ok)return undefined
const{error:n=t}=e
return{phase:"ready",symptoms:{probe:{error:n}},cause:n}}async function portClosed(e,t){const n=t.find(({result:e})=>!e.ok)
if(n===undefined)return undefined
const s={error:n.result.error??"closed",port:n.port}
return{phase:"ready",symptoms:{probe:s,...(0,f.s)({listeners:await currentListeners(e)})}}}function healthcheckFailed({execution:e},{image:t},{result:n,timedOut:s},i){const{ok:r,error:o="fails"}=n
if(r||s&&e==="emulated")return undefined
const a=`passes its ${i.kind} check, but the image's HEALTHCHECK fails: ${o}`
return{...{phase:"ready",symptoms:{probe:{error:o}},cause:a},...(0,f.s)({check:t.healthcheck?.argv})}}function stoppedAnswering({execution:e},{result:t,timedOut:n}){const{ok:s,error:i="failed"}=t
if(s)return undefined
const r=n&&e==="emulated"
return{...{phase:"stable",symptoms:{probe:{error:i},...r&&{stillBusy:r}}},cause:`was healthy, then failed its check: ${i}`}}function programMachine({api:e,shared:{machines:t},signal:n},{image:s},{id:r,program:o,searchPath:a,workingDir:c}){const d=[s,o,a,c].join("\n")
const u=t.get(d)??entrypointMachine(o,a,t=>readFileHead(e,r,i.posix.resolve(c,t),n))
t.set(d,u)
return u}function machineMismatch({platform:e},t){const n=e===undefined?undefined:(0,xs.yC)(e)
if(n===undefined||t===undefined||n===t)return undefined
return{phase:"start",symptoms:{architecture:{wanted:n,found:t}}}}async function entrypointMachine(e,t,n){let s=e
for(let e=0;e<5&&s!==undefined;e++){const e=s
const r=e.includes("/")?[e]:t.split(":").map(t=>i.posix.join(t,e))
const o=await readFirst(r,n)
if(o===undefined)return undefined
const a=(0,xs.pK)(o)
if(a.kind!=="script")return a.kind==="elf"?a.machine:undefined
const[c,...d]=a.interpreter
const u=d.find(e=>!e.startsWith("-")&&!e.includes("="))
s=c!==undefined&&i.posix.basename(c)==="env"?u:c}return undefined}async function readFirst(e,t){for(const n of e){const e=await t(n)
if(e!==undefined)return e}return undefined}const Bs=256
async function readFileHead(e,t,n,s){const request=(e,n)=>({...{method:e,path:`/containers/${t}/archive`,query:{path:n},signal:s}})
const i=await e(request("HEAD",n)).catch(()=>undefined)
const r=i?.headers["x-docker-container-path-stat"]
if(i===undefined||i.status>=300||typeof r!=="string")return undefined
const o=(0,pe.E3)((0,pe.Ag)((0,pe.qF)(Buffer.from(r,"base64")))?.linkTarget)??n
let a
let c=Buffer.alloc(0)
const onData=(e,t)=>{c=Buffer.concat([c,e])
a=firstFileHead(c)
if(a!==undefined)t()}
const d=await(0,Fn.U1)(e,{...request("GET",o),onData:onData})
return d.ok?a:undefined}const Ns=512
function firstFileHead(e){for(let t=0;e.length>=t+Ns;){const n=Number.parseInt(e.toString("latin1",t+124,t+136),8)||0
const s=e.toString("latin1",t+156,t+157)
const i=t+Ns
if(s==="x"||s==="g"){t=i+Math.ceil(n/Ns)*Ns
continue}if(s!=="0"&&s!=="\0")return undefined
const r=i+Math.min(n,Bs)
return e.length>=r?e.subarray(i,r):undefined}return undefined}const Ds="cannot resolve its needs"
const Ys=2e3
async function checkContainer(e,t,n,s){const i=[]
const r=(new Date).toISOString()
const o=Yn.performance.now()
const a=await startAndCheck({context:e,member:t,image:n,id:s,healthLog:i})
const c=e.shared.execution==="emulated"?{emulated:true}:{}
const d={...a,...c,startedAt:r,durationMs:Math.round(Yn.performance.now()-o)}
if(d.failure===undefined)return d
return{...d,state:await containerState(e,t,s,i)}}async function startAndCheck(e){const{context:t,member:n,image:s,id:i}=e
const{api:r,events:o,signal:a,shared:c}=t
const d=await c.startLimit(()=>(0,Fn.U1)(r,{method:"POST",path:`/containers/${i}/start`,signal:a}))
const u=Yn.performance.now()
const l=await(0,Un.aH)(r,i,a)
if(!d.ok||l===undefined){const e=d.ok?"its container no longer exists":d.why
return failedResult({context:t,member:n,...(0,f.s)({container:l})},startFailed(l,e))}const p=o.waitForExit(i)
const m={...e,container:l,exited:p}
if(!l.running)await Promise.race([p,(0,rt.setTimeout)(Ys,undefined,{signal:a})])
if(n.run==="job")return checkJob(m)
const{stable:h}=(0,y.$P)(n)
const staysUp=()=>{const e=Math.max(0,u+h-Yn.performance.now())
return Promise.race([p,(0,rt.setTimeout)(e,undefined,{signal:a})])}
const g=mainHealth(n,s)
if(g!==undefined)return checkServer(m,{health:g,startedAt:u,staysUp:staysUp})
await staysUp()
return checkWorker(m,h)}async function checkServer(e,{health:t,startedAt:n,staysUp:s}){const{context:i,member:r,image:o,id:a,container:c,exited:d,healthLog:u}=e
const{api:l,events:p,signal:m,reach:h,shared:g}=i
const w={...{api:l,container:c,image:o,exited:d,signal:m,reach:h,healthLog:u,onWait:i.onWait},...g.execution==="emulated"&&{emulation:{factor:js,busy:busyCheck(l,a,m)}}}
const y=await probeUntilReady(w,t,{startedAt:n})
const v=probeResult(t,w,y)
if(y.kind!=="ready")return failedResult(e,await readinessFailed(w,t,y),v)
const{readyMs:b}=y
i.onReady(`answers after ${formatSeconds(b)}, in ${v.latencyMs} ms`)
if(r.role!=="tested")return{probes:[v],readyMs:b}
const[k,$,x,S,O]=await Promise.all([negativeProbe(w,t),probeOtherPorts(w,r,t),runHealthcheck(i,w,t),checkNeedNames(i,r,c),programMachine(i,r,c),s()])
const P=exitedEarly(p,a)
const E=P===undefined?await probeStability(w,t):undefined
const j=P??exitedEarly(p,a)??machineMismatch(r,O)??probeFailed(k,"answers every path")??probeFailed(S,Ds)??await portClosed(w,$)??(x&&healthcheckFailed(g,w,x,t))??(E&&stoppedAnswering(g,E))
const{status:M,location:I}=y.last
const R=I&&`answers ${M} with a redirect to ${(0,de.Ov)(I,200)}, which smoke does not follow`
const T=x?.timedOut?"its HEALTHCHECK timed out under emulation: not judged":R
return{probes:[...[v,k,...$.map(({result:e})=>e)],...[x?.result,S,E?.result]].filter(e=>e!==undefined),...{readyMs:b,...(0,f.s)({note:T,architecture:O,failure:j})}}}async function failedResult({context:e,member:t,container:n},s,...i){const{exit:r,startError:o}=s.symptoms
const a=n!==undefined&&(r!==undefined||o!==undefined)
const c=a?await programMachine(e,t,n):undefined
return{probes:i,failure:machineMismatch(t,c)??s,...(0,f.s)({architecture:c})}}async function checkJob(e){const{context:t,member:n,container:s,exited:i}=e
const r=Yn.performance.now()
const{deadline:o=y.VE}=(0,y.$P)(n)
const a=new AbortController
const c=AbortSignal.any([t.signal,a.signal])
const d=await Promise.race([i,(0,rt.setTimeout)(o,undefined,{signal:c})]).finally(()=>a.abort())
const u={kind:"exit",target:"exit code of the job",attempts:1}
if(d===undefined){const e=`did not end within ${formatSeconds(o)} (health.deadline)`
return{probes:[{...u,ok:false,error:e}],failure:{phase:"ready",symptoms:{},cause:e}}}if(d.exitCode!==0)return failedResult(e,{phase:"ready",symptoms:{exit:d}},{...u,ok:false})
const l=Math.round(Yn.performance.now()-r)
t.onReady(`ended with 0 after ${formatSeconds(l)}`)
if(n.role!=="tested")return{probes:[],readyMs:l}
const p=await programMachine(t,n,s)
const m=machineMismatch(n,p)
return{probes:[{...u,ok:true}],readyMs:l,...(0,f.s)({architecture:p,failure:m})}}async function checkWorker(e,t){const{context:n,member:s,container:i}=e
const{events:r}=n
const o={kind:"stable",target:`stays up for ${formatSeconds(t)}`,attempts:1}
const a=exitedEarly(r,i.id)
if(a!==undefined){const t=a.symptoms.exit?.exitCode===0&&s.role!=="external"
const n={...a.symptoms,...t&&{advice:Fs}}
return failedResult(e,{...a,symptoms:n},{...o,ok:false})}n.onReady("up")
if(s.role!=="tested")return{probes:[]}
const[c,d]=await Promise.all([checkNeedNames(n,s,i),programMachine(n,s,i)])
const u=exitedEarly(r,i.id)??machineMismatch(s,d)??probeFailed(c,Ds)
return{probes:[{...o,ok:true},...c===undefined?[]:[c]],...(0,f.s)({architecture:d,failure:u})}}const Fs="a worker must keep running: set `run: job` if it ends by design, `run: never` if it is only a base image"
function mainHealth(e,{healthcheck:t}){if(e.health!==undefined)return e.health
const n=(0,y.$P)(e)
const[s]=tcpPorts(e)
if(s!==undefined)return{kind:"tcp",port:s,timing:n}
return t===undefined||e.role==="external"?undefined:{kind:"healthcheck",timing:n}}async function runHealthcheck({shared:e},t,n){const{healthcheck:s}=t.image
if(s===undefined||n.kind==="healthcheck")return undefined
return e.commandLimit(()=>probeHealthcheck(t,s))}async function checkNeedNames({api:e,run:t,jobs:n,shared:s,signal:i},r,o){const a=r.needs.filter(e=>!n.has(e))
if(a.length===0)return undefined
const c=await(0,Un.Xu)(e,t,i)
const d=c.some(({dnsNames:e})=>e!==undefined)?new Set(c.filter(({running:e})=>e).flatMap(({dnsNames:e})=>e??[])):undefined
return s.commandLimit(()=>checkNameResolution({api:e,container:o,names:a,engineNames:d,timeoutMs:6e4,signal:i}))}async function containerState(e,t,n,s){const i=await(0,Un.aH)(e.api,n,e.signal)
const r=i===undefined||!e.reach.isLocal?undefined:await readListeners(i)
return{inspect:i?.excerpt??{},healthLog:[...i?.healthLog??[],...s].slice(-5),ports:tcpPorts(t).map(e=>{const t=r?.filter(({port:t})=>t===e).map(({address:e})=>e)
const n=t&&(t.join(", ")||"nothing")
return{container:e,...(0,f.s)({published:i?.ports.get(e),listens:n})}})}}var Ls=n(78474)
var Hs=n(80481)
var Us=n(57075)
const Gs=2e3
const Vs=4e3
const Ws=/^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s
async function saveLog(e,t,{folder:n,name:r,redact:o}){const a=[]
const openStream=()=>{const e=new Us.PassThrough
const t=(0,Hs.createInterface)({input:e,crlfDelay:Number.POSITIVE_INFINITY})
let n=""
t.on("line",e=>{const[,t,s]=Ws.exec(e)??[]
if(t!==undefined)n=t
a.push({time:n,text:o(s??e).slice(0,Vs)})})
return{input:e,closed:(0,Ls.once)(t,"close")}}
const c={stdout:openStream(),stderr:openStream()}
const d={stdout:"1",stderr:"1",timestamps:"1",tail:String(Gs)}
const u=demultiplex((e,t)=>c[t].input.write(e))
await(0,Fn.U1)(e,{method:"GET",path:`/containers/${t}/logs`,query:d,onData:u})
for(const{input:e}of Object.values(c))e.end()
await Promise.all(Object.values(c).map(({closed:e})=>e))
if(a.length===0)return{lines:[]}
a.sort((e,t)=>e.time<t.time?-1:e.time>t.time?1:0)
const l=(0,i.join)(n,`${r}.log`)
await(0,s.writeFile)(l,a.map(({time:e,text:t})=>`${e} ${(0,de.Ov)(t,Vs)}\n`).join(""))
return{file:l,lines:a.flatMap(({text:e})=>(0,de.Xe)(e))}}async function stopContainer(e,t,n){const{api:s,events:i,signal:r,seconds:o}=n
const a={t:String(o)}
const c=new AbortController
if(n.killIfHung)killHung(e,t,{...n,signal:AbortSignal.any([r,c.signal])}).catch(()=>{})
const d=await(0,Fn.U1)(s,{method:"POST",path:`/containers/${t}/stop`,query:a,signal:r})
c.abort()
if(d.ok)await Promise.race([i.waitForExit(t),(0,rt.setTimeout)(500,undefined,{signal:r})])}const qs=250
const zs=8
async function killHung(e,t,{api:n,signal:s}){const i=await(0,Un.aH)(n,t,s)
const r=tcpPorts(e)
if(i===undefined||r.length===0)return
for(let e=0;e<zs;){await(0,rt.setTimeout)(qs,undefined,{signal:s})
const t=await readListeners(i)
if(t===undefined)return
e=t.some(({port:e})=>r.includes(e))?0:e+1}s.throwIfAborted()
await(0,Fn.U1)(n,{method:"POST",path:`/containers/${t}/kill`,query:{signal:"SIGKILL"},signal:s})}const Ks=["changed","added","deleted"]
const Js=w.YOg(w.Ikc({Path:w.YjP(),Kind:w.aig()})).nullable()
async function fileChanges(e,t,n){const s=await(0,Fn.U1)(e,{method:"GET",path:`/containers/${t}/changes`,signal:n})
const i=s.ok?Js.safeParse(s.value).data:undefined
return(i??[]).map(({Path:e,Kind:t})=>({path:e,kind:Ks[t]??"changed"}))}const Zs=/\/__pycache__(?:\/|$)|\.pyc$|^\/(?:tmp|dev|proc|sys|run\/secrets|etc\/(?:hosts|hostname|resolv\.conf|mtab))(?:\/|$)/
const Xs=/^(?:\/|\/(?:app|bin|etc|home|lib|opt|root|run|sbin|srv|usr|usr\/[^/]+|var|var\/[^/]+))$/
function writtenPaths(e){const t=e.filter(({kind:e,path:t})=>e!=="deleted"&&t.startsWith("/"))
const n=new Set(t.map(({path:e})=>i.posix.dirname(e)))
const s=t.filter(({path:e})=>!Zs.test(e))
const r=new Set(s.filter(({kind:e})=>e==="added").map(({path:e})=>e))
const o=s.flatMap(({kind:e,path:t})=>{const s=n.has(t)
if(e==="changed"?s:r.has(i.posix.dirname(t)))return[]
return[s||Xs.test(i.posix.dirname(t))?t:i.posix.dirname(t)]})
return[...new Set(o)]}const Qs={readOnly:false,tmpfs:[],capDrop:[],noNewPrivileges:false}
const ei={writable:{lift:{readOnly:false},applies:({readOnly:e})=>e,permission:()=>"a writable root file system"},tmpfs:{lift:{tmpfs:[]},applies:({tmpfs:e})=>e.length>0,permission:({tmpfs:e})=>`the image's files in ${e.map(e=>e.split(":")[0]).join(", ")} (hardening.tmpfs hides them)`},capabilities:{lift:{capDrop:[]},applies:({capDrop:e})=>e.length>0,permission:(e,t)=>{const n=deniedCapabilities(t)
return n.length>0?`the capability ${n.join(", ")}`:"a capability (hardening.cap_drop)"}},privileges:{lift:{noNewPrivileges:false},applies:({noNewPrivileges:e})=>e,permission:()=>"new privileges, for a set-user-ID program (hardening.no_new_privileges)"},processes:{lift:{pids:undefined},applies:({pids:e})=>e!==undefined,permission:()=>"more processes or threads (hardening.pids)"}}
async function retryWithoutHardening(e,{member:t,image:n},s){const{hardening:i}=t
if(i===undefined||!canBeHardening(s))return undefined
const r=Object.keys(ei).filter(e=>ei[e].applies(i))
if(r.length===0)return undefined
const o=i.memory===undefined?{}:{memory:i.memory}
const a=new Map([["plain",{...Qs,...o}]])
for(const e of r)a.set(e,withLifted(i,ei[e].lift))
const c=await createVariants(e,{member:t,image:n},a)
const check=s=>{const i=c.get(s)
if(i===undefined)throw new Fn.Rd(`the container of ${t.name} is gone`)
return checkContainer({...e,onReady:()=>{}},t,n,i)}
const{api:d,signal:u}=e
const remove=e=>(0,Ln.removeContainers)(d,e.flatMap(e=>c.get(e)??[]),u)
const l=await check("plain")
const f=c.get("plain")
if(l.failure!==undefined||f===undefined){await remove([...a.keys()])
return undefined}const p=await fileChanges(d,f,u)
const m=await Promise.all(r.map(async e=>(await check(e)).failure===undefined?[e]:[]))
await remove(r)
const h=m.flat().flatMap(e=>e==="writable"?writablePaths(s.log,p):ei[e].permission(i,s.log))
const g=r.map(e=>ei[e].permission(i,s.log)).join(", ")
return{missingPermissions:h.length>0?h:[`several together: ${g}`],result:l,id:f}}function withLifted(e,t){const{pids:n,...s}={...e,...t}
return n===undefined?s:{...s,pids:n}}function canBeHardening({result:{failure:e,architecture:t},log:n}){if(e===undefined||e.phase==="pull"||e.symptoms.architecture!==undefined)return false
const s={...e.symptoms,log:n}
const i=e.phase==="ready"&&e.cause!==undefined&&/^(?:answers every path|reports SERVING for every|did not end)/.test(e.cause)
const r=[s.startError??"",...n].some(e=>/exec format error/i.test(e))
return!i&&!r&&!isServiceFault(s)&&(t!==undefined||s.exit?.exitCode!==127)}async function createVariants({docker:e,api:t,run:n,labels:s,network:i,signal:r,reach:o},{member:a,image:{healthcheck:c}},d){const u=`${n}-${(0,et.randomBytes)(3).toString("hex")}`
const l=composeFile({...{use:{kind:"smoke",labels:s},project:u,withHealthcheck:new Set,address:o.publishAddress},services:[...d].map(([e,t])=>({...a,name:e,hardening:t})),network:{name:i.key}})
const f=Object.entries(l.services).map(([e,t])=>[e,{...t,networks:{[i.key]:{aliases:e==="plain"?[a.name]:[]}},...c!==undefined&&{healthcheck:an}}])
const p={...l,services:Object.fromEntries(f),networks:{[i.key]:{name:i.name,external:true}}}
const m=["compose","--file=-",`--project-name=${u}`,"--progress=quiet","create","--pull=never"]
const{exitCode:h,stderr:g}=await(0,Fn.ST)(e,m,{input:JSON.stringify(p),signal:r})
if(h!==0)throw new Fn.Rd(`cannot create a container to retry ${a.name}: ${(0,Fn.fM)(g)}`)
const w=await(0,Un.Xu)(t,n,r)
const y=w.filter(e=>e.project===u)
return new Map(y.map(({service:e,id:t})=>[e,t]))}function writablePaths(e,t){const n=[...new Set([...readOnlyPathsIn(e),...writtenPaths(t)])]
const s=n.filter(e=>!n.some(t=>t!==e&&e.startsWith(`${t}/`)))
return s.length===0?[ei.writable.permission()]:s.slice(0,8).map(e=>`writable ${e}`)}const ti=[[/chown|changing ownership/i,"CHOWN"],[/set(?:res|re|e)?uid|seteuid|switch(?:ing)? (?:to )?user|failed to (?:change|set) user/i,"SETUID"],[/set(?:res|re|e)?gid|setgroups|initgroups/i,"SETGID"],[/bind/i,"NET_BIND_SERVICE"],[/raw socket|icmp|ping/i,"NET_RAW"],[/chmod|utime/i,"FOWNER"],[/setrlimit|prlimit/i,"SYS_RESOURCE"]]
function deniedCapabilities(e){const isRefusal=e=>/operation not permitted|EPERM|permission denied/i.test(e)
const t=e.filter((t,n)=>e.slice(n,n+3).some(isRefusal))
return ti.filter(([e])=>t.some(t=>e.test(t))).map(([,e])=>e)}const ni=1
async function runMember(e,t,n){const{outcomes:s,queue:i}=e
const{name:r}=t
const o=(await n.needsReady).find(e=>e!==undefined)
if(s.has(r))return
if(o!==undefined){s.set(r,{kind:"unknown",why:`not started: ${o}`})
return}const a=await i.acquire(t.hardening?.memory??Hn)
try{s.set(r,await runAdmitted(e,t,{...n,admission:a}))}finally{a.release()}}async function runAdmitted(e,t,{admission:n,markReady:s,dependentsDone:i}){const{api:r,pulled:o,ids:a,signal:c,events:d,logFolder:u,redact:l,queue:p,onProgress:m}=e
const{name:h}=t
c.throwIfAborted()
const[g,w]=[o.get(h),a.get(h)]
if(g===undefined||w===undefined)throw new Fn.Rd(`the container of ${h} is gone`)
const y=new AbortController
try{m(t,"started","starting")
const o=AbortSignal.any([c,y.signal])
waitUntilIdle({api:r,id:w,isWanted:p.hasWaiting,signal:o}).then(n.releaseSlot,()=>{})
const onReady=e=>{y.abort()
n.releaseSlot()
s()
m(t,"update",e)}
const onWait=e=>m(t,"update",e)
const a=await checkContainer({...e,onReady:onReady,onWait:onWait},g.member,g.image,w)
if(a.failure===undefined){n.releaseSlot()
if(t.run!=="job")await i
return await stopHealthy(e,t,{result:a,id:w})}const v=await findFailedNeed(e,t.needs)
await stopContainer(t,w,{...e,seconds:ni,killIfHung:false})
const b=await saveLog(r,w,{folder:u,name:h,redact:l})
const k={...{kind:"tested",result:a,log:b},...(0,f.s)({failedNeed:v,exit:d.getExit(w)})}
const $=a.emulated&&emulationCause(a.failure,b.lines)!==undefined
if(v!==undefined||$||t.role==="external")return k
m(t,"update","failed; looking for the cause")
const x=await retryWithoutHardening(e,g,{result:a,log:b.lines})
if(x===undefined)return k
n.releaseSlot()
if(t.policy?.hardening==="advisory"){s()
await i}const S=await stopHealthy(e,t,x)
return{...S,missingPermissions:x.missingPermissions,log:b}}finally{y.abort()}}const si=500
async function findFailedNeed({api:e,events:t,ids:n,jobs:s,logFolder:i,redact:r},o){const a=o.flatMap(e=>{const t=s.has(e)?undefined:n.get(e)
return t===undefined?[]:[{need:e,id:t}]})
if(a.length===0)return undefined
await Promise.race([(0,ae.y)(si),...a.map(({id:e})=>t.waitForExit(e))])
for(const{need:n,id:s}of a){const o=t.getExit(s)
if(o===undefined)continue
const{lines:a}=await saveLog(e,s,{folder:i,name:n,redact:r})
return whyNeedFailed(n,{exit:o,log:a})}return undefined}async function stopHealthy(e,t,{result:n,id:s}){const{api:i,events:r,logFolder:o,redact:a}=e
let c=n.failure
if(t.run!=="job"){c??=exitedEarly(r,s)
e.onProgress(t,"update","stopping")
const i=Math.max(1,Math.ceil((0,y.$P)(t).stopGracePeriod/1e3))
const o=n.emulated===true&&e.reach.isLocal
await stopContainer(t,s,{...e,seconds:i,killIfHung:o})}const d=await saveLog(i,s,{folder:o,name:t.name,redact:a})
return{...{kind:"tested",result:{...n,...(0,f.s)({failure:c})},log:d},...(0,f.s)({exit:r.getExit(s)})}}var ii=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,i
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var ri=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function runStack(e){const{docker:t,api:n,reach:s=(0,_n.H)("127.0.0.1")}=e
const i=`lucid-smoke-${(0,et.randomBytes)(5).toString("hex")}`
const r=new Map
const o=new AbortController
const a=AbortSignal.any([e.signal,o.signal])
let c=e.network
let d=false
let u=[]
try{const u=await(0,Un.Ty)(n,a)
const l=executionOf(e.platform,u.machine)
const f=l==="native"?e.members:e.members.map(withEmulationLimits)
const p=await pullAll({...e,members:f,signal:a},r)
const m=[...p.values()].map(({member:e})=>e)
if(m.length>0){const h={stack:[],error:void 0,hasError:false}
try{const g=ii(h,watchEvents(n,{...{run:i,since:u.time},onLost:e=>o.abort(new Fn.Rd(e))}),true)
d=true
const w=(0,Ln.toLabels)((0,Ln.currentOwner)(i))
const y=new Set([...p].flatMap(([e,{image:t}])=>t.healthcheck?e:[]))
const v=await createStack({...{docker:t,api:n,signal:a,composePath:e.composePath,isLocal:s.isLocal},stack:{...{use:{kind:"smoke",labels:w},project:i,network:e.network,services:m},...{withHealthcheck:y,address:s.publishAddress}}})
c=v.network
for(const[e,t]of v.refused)r.set(e,failedOutcome({phase:"start",symptoms:{startError:t}}))
const b=new Map((await(0,Un.Xu)(n,i,a)).map(({service:e,id:t})=>[e,t]))
const k={...{machines:new Map,execution:l},...{commandLimit:(0,ct.A)(u.cpus),startLimit:(0,ct.A)(u.cpus)}}
const $={...{docker:t,api:n,run:i,labels:w,signal:a,events:g,reach:s,shared:k,outcomes:r,pulled:p,ids:b},...{members:f,logFolder:e.logFolder,redact:e.redact,onProgress:e.onProgress},jobs:new Set(f.flatMap(e=>e.run==="job"?e.name:[])),network:{key:e.network.name,name:`${i}_${e.network.name}`},queue:admissionQueue(limitsOf(u,l,e.maxParallel))}
await runMembers($,o)}catch(e){h.error=e
h.hasError=true}finally{const e=ri(h)
if(e)await e}}}catch(t){const n=whyNoAnswer(t,e.signal)
if(n===undefined)throw t
for(const{name:t}of e.members)if(!r.has(t))r.set(t,{kind:"unknown",why:n})}finally{if(d)u=await(0,Ln.removeRun)(n,i).catch(e=>unremovedRun(e,i))}return{network:c,outcomes:r,created:d,leftovers:u}}const oi=.8
function limitsOf({cpus:e,memory:t},n,s){const i=s??e*(n==="native"?4:2)
return{slots:Math.max(i,1),memory:t*oi}}async function runMembers(e,t){const{api:n,ids:s,members:i,signal:r}=e
const o=new Map(i.map(({name:e})=>[e,Promise.withResolvers()]))
const a=new Map(i.map(({name:e})=>[e,Promise.withResolvers()]))
const c=i.map(async(c,d)=>{const{name:u}=c
const l=i.slice(d+1).filter(({needs:e})=>e.includes(u))
try{await runMember(e,c,{needsReady:Promise.all(c.needs.map(e=>o.get(e)?.promise)),markReady:()=>o.get(u)?.resolve(undefined),dependentsDone:Promise.all(l.map(e=>a.get(e.name)?.promise))})}catch(e){t.abort(e)
throw e}finally{o.get(u)?.resolve(whyNeedUnavailable(u,e.outcomes.get(u)))
a.get(u)?.resolve()}const f=s.get(u)
if(f!==undefined)await(0,Ln.removeContainers)(n,[f],r).catch(()=>{})})
const d=await Promise.allSettled(c)
r.throwIfAborted()
const u=d.find(({status:e})=>e==="rejected")
if(u?.status==="rejected")throw u.reason}function whyNeedUnavailable(e,t){if(t?.kind==="unknown")return t.why.startsWith("not started")?`${e} was ${t.why}`:`${e}: ${t.why}`
if(t?.failedNeed!==undefined)return`${e} failed because ${t.failedNeed}`
const{failure:n}=t?.result??{}
if(n!==undefined)return whyNeedFailed(e,{...n.symptoms,log:t?.log?.lines??[]},n.cause)
return t?.missingPermissions===undefined?`its need ${e} is not ready`:`${e} is healthy only without hardening`}const failedOutcome=e=>({kind:"tested",result:{probes:[],failure:e}})
const ai=new Set(["ENOSPC","EDQUOT","EROFS"])
function whyNoAnswer(e,t){if(t.aborted){const e=(0,ne.l7)(t)
if(e!==undefined)return e
return t.reason instanceof DOMException&&t.reason.name==="TimeoutError"?"smoke reached its time limit":"interrupted"}if(e instanceof Fn.Rd)return`no answer from the engine: ${e.message}`
const{code:n,message:s}=e
return n!==undefined&&ai.has(n)?`this machine's disk: ${s}`:undefined}function unremovedRun(e,t){if(!(e instanceof Fn.Rd))throw e
return[`all of ${t}`]}const ci=4
async function pullAll(e,t){const n=(0,ct.A)(ci)
const s=new Map
const i=e.members.map(t=>n(async()=>({member:t,result:await pullMember(t,e)})))
for(const{member:e,result:n}of await Promise.all(i)){const{name:i}=e
if(n.kind==="pulled")s.set(i,n)
else if(n.kind==="unknown")t.set(i,n)
else{const{why:e}=n
t.set(i,failedOutcome({phase:"pull",symptoms:{startError:e},cause:e}))}}return s}function pinnedRef(e){return`${(0,ee._M)(e.ref)}@${e.digest}`}function whySkipped(e,t){return t.policy.smoke==="off"?"policy.smoke is off":(0,Vt.hb)((0,Vt.Ae)(e,t))}function selectMembers(e,t,n,s=[]){const i=new Map(e.services.map(e=>[e.name,e]))
const r=new Map(e.externals.map(e=>[e.name,e]))
const o=new Map(t.filter(e=>e.platform===n).map(e=>[e.service,e]))
const a=new Map
const c=new Map
const d=new Set
const add=e=>{if(a.has(e)||d.has(e))return undefined
const t=c.get(e)
if(t!==undefined)return t
d.add(e)
const n=find(e)
const s=typeof n==="string"?n:n.needs.map(add).find(e=>e!==undefined)
d.delete(e)
if(s!==undefined)c.set(e,s)
else if(typeof n!=="string")a.set(e,n)
return s}
const find=t=>{const a=r.get(t)
if(a!==undefined)return{...a,role:"external"}
const c=i.get(t)
if(c===undefined)return`${t} is neither a service nor an external of the catalog`
const d=s.find(e=>e.service===t&&e.platform===n)
const u=o.get(t)??d??unchangedImage(e,c,n)
if(u===undefined)return`no image of ${t} for ${n}, neither from this run nor published`
const{env:l,ports:p,health:m,timing:h,needs:g,hardening:w,policy:y,command:v}=c
const b=o.has(t)&&whySkipped(e,c)===undefined?"tested":"dependency"
return{...{name:t,role:b,image:pinnedRef(u),platform:n,env:l,ports:p,needs:g,hardening:w,policy:y},...(0,f.s)({publishedTag:u.publishedTag,health:m,timing:h,command:v}),...c.run==="job"&&{run:"job"}}}
const u=[]
for(const t of o.values()){const n=i.get(t.service)
const s=n&&whySkipped(e,n)
const r=s===undefined?add(t.service):undefined
if(s!==undefined)u.push({image:t,verdict:"skipped",reason:s})
else if(r!==undefined)u.push({image:t,verdict:"not tried",reason:r})}return{members:[...a.values()],unstarted:u}}function unchangedImage(e,t,n){const s=e.images.find(e=>e.service===t.name&&e.platform===n)
if(s?.decision.kind!=="unchanged")return undefined
return{service:t.name,platform:n,ref:t.image,digest:s.decision.digest}}function publishedDependencies(e,{needs:t}){const n=new Set(t)
const s=[]
for(const t of n){const i=e.find(e=>e.name===t)
for(const e of i?.needs??[])n.add(e)
if(i?.publishedTag===undefined)continue
const r=i.image.slice(i.image.indexOf("@")+1)
s.push(`${t}:${i.publishedTag} (${r.slice(0,19)})`)}return s}const di=25
function verdictRow(e,t,n){const{name:s,image:i}=e
const r=i.slice(i.indexOf("@")+1)
const o={service:s,platform:t,ref:i,digest:r}
if(n?.kind!=="tested")return{...o,verdict:"unknown",reason:(0,de.Ov)(n?.why??"not tried"),probes:[]}
const{result:a,exit:c,log:d,missingPermissions:u,failedNeed:l}=n
const{probes:p,architecture:m,emulated:h,startedAt:g,durationMs:w,readyMs:y,note:v}=a
const b=ignoredSigterm(n)
const k=a.failure===undefined
const $={...{...o,probes:p},...(0,f.s)({architecture:m,emulated:h,startedAt:g,durationMs:w,readyMs:y}),...(0,f.s)({stopMs:k?c?.stopMs:undefined,killed:k&&b?true:undefined}),...(0,f.s)({logFile:d?.file,needs:u})}
const x=whyUndecided(t,n)??(l&&`a need failed: ${l}`)
if(x!==undefined)return{...$,verdict:"unknown",reason:(0,de.Ov)(x)}
const S=failureOf(e,n)
if(S!==undefined)return{...$,verdict:"unhealthy",failure:S}
const O=[u&&formatNeeds(u),h?undefined:b&&`${b}; ${ui}`].filter(e=>e!==undefined)
const P=[h&&b&&stopNotJudged(n),v].filter(e=>e!==undefined)
return{...{...$,verdict:"healthy"},...O.length>0&&{warnings:O},...P.length>0&&{reason:P.join("; ")}}}const formatNeeds=e=>`needs: ${e.join(", ")}`
const ui="process 1 has no default signal handler: handle SIGTERM, or start it through an init such as tini"
const stopNotJudged=({exit:e})=>`stop not judged under emulation: killed ${formatSeconds(e?.stopMs??0)} after SIGTERM, where QEMU can hang`
function ignoredSigterm({exit:e}){return e?.killed===true&&!e.outOfMemory?`ignores SIGTERM: killed after ${formatSeconds(e.stopMs??0)}`:undefined}function whyUndecided(e,{result:t,log:n}){const{failure:s,architecture:i,emulated:r}=t
if(s===undefined)return undefined
const o=[s.symptoms.startError??"",...n?.lines??[]]
if(i!==undefined&&i===(0,xs.yC)(e)&&o.some(e=>/exec format error/i.test(e)))return`the engine's machine cannot run ${e}: emulation is not set up`
if(o.slice(-di).some(e=>/no space left on device|ENOSPC/i.test(e)))return"no space left on the engine's disk, or on a tmpfs that the service writes to"
return r&&emulationCause(s,n?.lines??[])}function failureOf({policy:e},t){const{result:n,log:s,missingPermissions:i,exit:r}=t
const{failure:o,probes:a,state:c}=n
const d=s?.lines??[]
const u=d.slice(-di)
if(o!==undefined){const{exit:e,probe:t}=o.symptoms
const n=t?.error??a.findLast(({ok:e})=>!e)?.error
return{phase:o.phase,guess:(0,de.Ov)(o.cause??likelyCause({...o.symptoms,log:d})),...n!==undefined&&{lastProbe:(0,de.Ov)(n)},...e&&exitFields(e),...c&&c.healthLog.length>0&&{healthLog:c.healthLog},...c&&c.ports.length>0&&{ports:c.ports},...c&&{inspect:c.inspect},log:u}}if(i!==undefined&&e?.hardening!=="advisory"){const e=`healthy only without hardening; ${formatNeeds(i)}`
return{phase:"ready",guess:e,log:u}}const l=ignoredSigterm(t)
if(l===undefined||n.emulated||e?.stop!=="required")return undefined
const f=`${l}; ${ui}`
return{phase:"stop",guess:f,log:u,...r&&exitFields(r)}}const exitFields=e=>({exitCode:e.exitCode,exitMeaning:diagnose_exitMeaning(e.exitCode,e)})
const li=30*6e4
async function runSmoke(e){const{plan:t,images:n,api:i,outDir:r,options:o={}}=e
const a=Yn.performance.now()
const c=AbortSignal.timeout(o.deadlineMs??li)
const d=AbortSignal.any([c,...e.signal?[e.signal]:[]])
await(0,s.mkdir)(r,{recursive:true})
if(n.length>0)await(0,Ln.removeLeftovers)(i,d).catch(ignoreUnreachableEngine)
const u=[...new Set(n.map(({platform:e})=>e))]
const l=[]
for(const t of u)l.push(await smokePlatform({...e,options:o,signal:d,platform:t,platforms:u}))
const p=l.flatMap(e=>e.rows)
const m=l.find(e=>e.composeFile!==undefined)?.composeFile
const h=l.flatMap(e=>e.leftovers)
const g=l.findLast(e=>e.network!==undefined)?.network??t.network
return{...{kind:"lucid.smoke",version:1,revision:t.source.revision,network:g},services:n.flatMap(e=>p.filter(t=>t.service===e.service&&t.platform===e.platform)),...(0,f.s)({composeFile:m}),...h.length>0&&{leftovers:h},durationMs:Math.round(Yn.performance.now()-a)}}function ignoreUnreachableEngine(e){if(!(e instanceof Fn.Rd)&&!(e instanceof DOMException))throw e}async function smokePlatform(e){const{plan:t,docker:n,api:r,options:o,outDir:a,progress:c,signal:d,platform:u,platforms:l}=e
const{members:f,unstarted:p}=selectMembers(t,e.images,u,e.supporting)
const subject=e=>l.length>1?`${e} ${u}`:e
const m=p.map(({image:e,verdict:t,reason:n})=>({...{service:e.service,platform:u,ref:pinnedRef(e),digest:e.digest},...{verdict:t,reason:n,probes:[]}}))
if(f.length===0)return{rows:m,leftovers:[]}
const h=u.replaceAll("/","-")
const g=(0,i.join)(a,u===l[0]?"compose.smoke.yml":`compose.smoke.${h}.yml`)
const w=(0,i.join)(a,"logs",l.length>1?h:"")
await(0,s.mkdir)(w,{recursive:true})
const{mirrored:y=e=>e,redact:v=(0,dt.redactor)([])}=o
const{network:b,outcomes:k,created:$,leftovers:x}=await runStack({...{docker:n,api:r,platform:u,network:t.network,signal:d,composePath:g,logFolder:w,redact:v},members:f.map(e=>e.role==="external"?{...e,image:y(e.image)}:e),...{maxParallel:o.maxParallel,reach:o.reach,images:o.images??"pull"},onProgress:(e,t,n)=>c({stage:"smoke",subject:subject(e.name),state:t,text:v(n)}),onPullProgress:(e,t,n)=>c({stage:"pull",subject:subject(e.name),state:t,...n}),credentials:o.credentials??(async()=>undefined)})
for(const e of f.filter(({role:e})=>e==="tested")){const t=redactRow(verdictRow(e,u,k.get(e.name)),v)
const n=withDependencyNote(t,publishedDependencies(f,e))
const s=(0,i.join)(w,`${e.name}.diagnosis.txt`)
const r=n.failure===undefined?n:{...n,failure:{...n.failure,file:s}}
c({stage:"smoke",subject:subject(e.name),...verdictProgress(r)})
m.push(r)}return{rows:m,network:b,leftovers:x,...$&&{composeFile:g}}}function redactRow(e,t){const{reason:n,warnings:s,probes:i,failure:r}=e
return{...e,...(0,f.s)({reason:n&&t(n),warnings:s?.map(t)}),probes:i.map(({error:e,...n})=>({...n,...(0,f.s)({error:e&&t(e)})})),...r!==undefined&&{failure:redactFailure(r,t)}}}function redactFailure(e,t){const{guess:n,lastProbe:s,healthLog:i,inspect:r,log:o}=e
return{...e,...{guess:t(n),log:o.map(t)},...(0,f.s)({lastProbe:s&&t(s),healthLog:i?.map(e=>({...e,output:t(e.output)})),inspect:r&&mapValues(r,e=>typeof e==="string"?t(e):e)})}}const mapValues=(e,t)=>Object.fromEntries(Object.entries(e).map(([e,n])=>[e,t(n)]))
function withDependencyNote(e,t){if(t.length===0)return e
const n=`used published images, since this run did not build them: ${t.join(", ")}`
return{...e,reason:[e.reason,n].filter(e=>e!==undefined).join("; ")}}function verdictProgress(e){const{verdict:t,failure:n,reason:s,warnings:i=[]}=e
const r=[...i.map(e=>`warning: ${e}`),...s===undefined?[]:[s]]
if(t==="healthy")return{state:"done",text:["healthy",...r].join("; ")}
if(n===undefined)return{state:"failed",text:s??t}
const o=n.log.length===0?[]:[{text:"last lines of its log",state:"failed",log:n.log}]
const a={text:`diagnosis: ${n.file}`,state:"failed",log:[]}
return{state:"failed",text:n.guess,steps:[...o,a]}}var fi=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,i
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var pi=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function smoke(e,t){const n=(0,U.cs)(e,t)
await removeDiagnoses(e.out)
const s=await loadOrMakePlan(e,t,n,"to-run")
const i=await buildResultFromRegistry(s,n,await readBuildResults(e,t))
const r=await smokeBuilt(e,t,{registry:n,plan:s,build:i})
const o=r.services.filter(({verdict:e})=>e!=="skipped")
await storeJobResults(o,"tried",s,{...t,options:e})
return r}async function smokeBuilt(e,t,n){const s={stack:[],error:void 0,hasError:false}
try{const{registry:i,plan:r,build:o}=n
const a=o.images.flatMap(({service:e,platform:t,contentRef:n,digest:s})=>s===undefined?[]:[{service:e,platform:t,ref:n,digest:s}])
const c=a.filter(({service:e})=>r.selected.includes(e))
const d=await(0,le.Rr)(i,r,e,t)
const u=await skipReasons(e,{...n,signatures:d},c)
const l=c.filter(e=>u(e)===undefined)
const p=await publishedNeeds({plan:r,registry:i,signatures:d,log:t.log},l,a)
const m=[...a.filter(e=>!l.includes(e)),...p]
const h=fi(s,await openSmokeEngine(l,e,t),true)
const g=await runSmoke({...{plan:r,images:l,supporting:m,docker:h.docker,api:h.api,outDir:e.out},...{progress:t.progress,signal:t.signal},options:{...{reach:h.reach,credentials:(0,Dn.d8)(t)},...(0,f.s)({maxParallel:e.maxParallel}),mirrored:e=>i.mirrored(e),redact:(0,dt.redactor)(await(0,H.maskedValues)(t))}})
const w=g.services.map(e=>{const t=needsImagesOf(e,n,p)
return{...e,trial:criteriaHash(r,e.service),...(0,f.s)({needsImages:t})}})
const y=c.flatMap(e=>skippedRows(r,e,u(e)))
const position=e=>c.findIndex(({service:t,platform:n})=>t===e.service&&n===e.platform)
const v=[...(0,N.jv)(w,t),...y].sort((e,t)=>position(e)-position(t))
const b=await writeSmokeFiles(e.out,{...g,services:v})
await recordVerdicts(w,n,t)
return b}catch(e){s.error=e
s.hasError=true}finally{const e=pi(s)
if(e)await e}}const criteriaHash=(e,t)=>(0,te.fO)(e,(0,be.k)(e,t)).hash
async function openSmokeEngine(e,t,{docker:n,exec:s,env:i,signal:r}){if(e.length===0)return{...{docker:n,api:(0,Bn.v)("",i),reach:(0,_n.H)("127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}
const o={host:t.dockerHost,context:t.dockerContext}
const a=await(0,An.connectEngine)(n,o,{env:i,signal:r})
try{await(0,Nn.requireCompose)({...a,exec:s,env:i,signal:r})
return a}catch(e){await a[Symbol.asyncDispose]()
throw e}}function needsImagesOf({service:e,platform:t},{plan:n,build:s},i){const isOf=e=>n=>n.service===e&&n.platform===t
return(0,te.ZZ)(n,(0,be.k)(n,e),e=>(0,ke.iQ)(n,s,e,t)??i.find(isOf(e))?.digest)}async function recordVerdicts(e,{plan:t,...n},s){const{source:i}=t
const{revision:r}=i
if((0,k.ty)(i))return
const o=n.registry.withSignal((0,ne.Z5)(s.signal))
const a=await Promise.all(e.map(async({service:e,digest:n,verdict:s,needsImages:a})=>{if(s!=="healthy"&&s!=="unhealthy")return undefined
const c=(0,be.k)(t,e)
const d={...{service:e,verdict:s,revision:r,...(0,ie.nx)(i)},...{...(0,te.fO)(t,c),...(0,f.s)({needs:a})}}
return(0,Zt.oH)(o,c.image,n,d).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const c=a.filter(e=>e!==undefined)
if(c.length===0||(0,ne.mm)(s.signal))return
const d=c.length===1?"a smoke result":`${c.length} smoke results`
s.log(`${d} could not be recorded in the registry (${c[0]}): pass smoke.json to publish`)}async function skipReasons({smoke:e},{plan:t,build:n,registry:s,signatures:i},r){if(e==="off")return()=>({reason:"smoke is off"})
const policySkip=({service:e})=>{const n=whySkipped(t,(0,be.k)(t,e))
return n===undefined?undefined:{reason:n}}
if(e==="all")return policySkip
const o=new Map
const a=(0,be.B)(e,{registry:s,signatures:i},t,n)
const c=r.filter(e=>policySkip(e)===undefined)
await Promise.all(c.map(async e=>{const t=await a(e)
if(t.kind==="passed")o.set(`${e.service} ${e.digest}`,t.revision)}))
const d=t.services.filter(({name:e})=>c.some(t=>t.service===e&&!o.has(`${e} ${t.digest}`)))
const u=e==="dependents"?new Set((0,D.hO)(t.services,d,()=>[]).map(({name:e})=>e)):undefined
return e=>{const{service:t,digest:n}=e
const s=u?.has(t)?undefined:o.get(`${t} ${n}`)
if(s===undefined)return policySkip(e)
return{reason:`the same image passed smoke before, for ${s.slice(0,12)}`,passedBefore:s}}}function skippedRows(e,t,n){if(n===undefined)return[]
const{service:s,platform:i,digest:r}=t
const o={service:s,platform:i,ref:pinnedRef(t),digest:r,trial:criteriaHash(e,s)}
return[{...o,verdict:"skipped",...n,probes:[]}]}async function run(e,t,n){const s=t.now()
await removeDiagnoses(e.out)
const i=(0,U.cs)(e,t)
const r=e.sign==="off"?undefined:await openSigner(e,t)
const o=e.smoke==="off"?"to-build":"to-run"
const{progress:a}=t
const{plan:c,findings:d,skipped:u,selected:l}=await(0,En.E)(a,"plan",()=>(0,Y.planAndLint)(e,t,{registry:i,scope:o,lint:"all"}))
let f={plan:c}
try{f={...f,lint:await writeLint(e.out,d,l,{skipped:u})}
const s=await(0,En.E)(a,"build",()=>prefetchBuild(c,i,n))
const o=publishEarly(e,t,i,{plan:c,...s}).catch(()=>undefined)
const p=await(0,En.E)(a,"build",()=>buildPlan({options:e,context:t,registry:i,plan:c},s)).finally(async()=>{const e=await o
if(e!==undefined)f={...f,publish:e}})
f={...f,build:p}
const m=await(0,En.E)(a,"smoke",()=>smokeBuilt(e,t,{registry:i,plan:c,build:p}))
f={...f,smoke:m}
if(r!==undefined){const n=await(0,En.E)(a,"sign",()=>signRun(e,t,i,{plan:c,build:p,smoke:m,signer:r}))
f={...f,sign:n}}const h=await(0,En.E)(a,"publish",async()=>publishBuilt(e,t,i,{plan:c,build:p,smoke:m,sign:f.sign,early:await o}))
f={...f,publish:h}}catch(n){await writeReport(e,t,{...f,plan:c}).catch(()=>undefined)
throw n}f={...f,durationMs:Math.round(t.now()-s)}
const p=await(0,En.E)(a,"report",()=>writeReport(e,t,{...f,plan:c}))
return{...f,report:p}}var mi=n(89433)
var hi=n(19096)
var gi=n(7678)
const wi=w.Ikc({Name:w.YjP(),ServerVersion:w.YjP(),OSType:w.YjP(),Architecture:w.YjP()})
const yi={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
async function readHostInfo(e,t){const n=await(0,Fn.U1)(e,{method:"GET",path:"/info",signal:t})
if(!n.ok)throw new Fn.Rd(n.why)
const s=wi.safeParse(n.value).data
if(s===undefined)throw new Fn.Rd("the answer is not from a Docker engine")
const i=yi[s.Architecture]??s.Architecture
return{name:s.Name,engine:s.ServerVersion,platform:`${s.OSType}/${i}`}}const vi=w.Ikc({Id:w.YjP(),RepoDigests:w.YOg(w.YjP()).nullish(),Created:w.YjP().nullish(),Config:w.Ikc({Labels:w.g1P(w.YjP(),w.YjP()).nullish()}).nullish()})
const bi=w.YOg(w.Ikc({RepoDigests:w.YOg(w.YjP()).nullish()}))
const ki="org.opencontainers.image.revision"
async function findOnHost(e,t,n){const{service:s,platform:i,ref:r,image:o,facts:a}=t
const c={service:s,platform:i,ref:r}
const d=a&&{published:imageIdentity(a.indexDigest??a.digest,a.labels[ki],a.created)}
for(const t of a===undefined?[]:[a.indexDigest,a.digest]){const s=t===undefined?undefined:await inspect(e,`${o}@${t}`,n)
if(s!==undefined&&t!==undefined)return{...c,...d,state:"present",here:imageIdentity(t,labelOf(s),s.Created)}}const u=a&&await findSame(e,t,a.digest,n)
if(u!==undefined)return{...c,...d,state:"present",here:u}
const l=await inspect(e,r,n)
const[f]=l?.RepoDigests?.flatMap(e=>e.split("@")[1]??[])??[]
const p=l&&f!==undefined?{here:imageIdentity(f,labelOf(l),l.Created)}:undefined
const m=a===undefined?"unpublished":p===undefined?"absent":"old"
return{...c,...d,...p,state:m}}async function findSame(e,{image:t,manifestOf:n},s,i){const r=(0,ee.hG)((0,ee.F2)(t))
const o=encodeURIComponent(JSON.stringify({reference:[r]}))
const a=await(0,Fn.U1)(e,{method:"GET",path:`/images/json?filters=${o}`,signal:i})
const c=a.ok?bi.safeParse(a.value).data??[]:[]
for(const t of new Set(c.flatMap(({RepoDigests:e})=>e??[]))){const[o,a=""]=t.split("@")
if(o!==r||await n(a)!==s)continue
const c=await inspect(e,t,i)
if(c!==undefined)return imageIdentity(a,labelOf(c),c.Created)}return undefined}const labelOf=({Config:e})=>e?.Labels?.[ki]
function imageIdentity(e,t,n){return{digest:e,...(0,f.s)({revision:t}),...n&&{created:n}}}async function inspect(e,t,n){const s=await(0,Fn.U1)(e,{method:"GET",path:`/images/${t}/json`,signal:n})
return s.ok?vi.safeParse(s.value).data:undefined}var $i=n(65421)
async function openHostSignatures(e,t,{registry:n,context:s}){const{from:i="any",keys:r=[],branches:o=[]}=e.reuse??{}
if(!t.requireSigned&&i==="any")return undefined
const{url:a,repositoryId:c,defaultBranch:d}=e.source
if(a===undefined&&c===undefined&&r.length===0)throw unknownSource("the source repository","run it in a clone: `git remote get-url origin` names the repository")
if(i==="protected"&&d===undefined&&o.length===0)throw unknownSource("the default branch, which `reuse.from: protected` needs,","run `git remote set-head origin --auto`, or list the branch under `publish_on`")
return(0,le.bW)(n,e,t,s)}function unknownSource(e,t){return new p.yo({code:"sign/unknown-source",message:`${e} is not known here, so no signature can count`,fix:t})}async function requireSignature(e,t,n){const{service:s,published:i,here:r,state:o}=e
const signerOf=({digest:e})=>findIndexSigner(n,{service:s,repository:t,digest:e})
const a=i&&await signerOf(i)
if(a!==undefined&&"why"in a)return{...e,state:"unsigned",unsigned:a.why}
if(r===undefined||o==="present")return{...e,...a}
const c=await signerOf(r)
if("signer"in c)return{...e,signer:a?.signer??c.signer}
return{...e,state:"unsigned",unsigned:`the image here, ${(0,$i.VK)(r.digest)}: ${c.why}`}}var xi=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,i
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)i=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(i)s=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var Si=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function verifyHost(e,t){const n={stack:[],error:void 0,hasError:false}
try{const s=t.now()
const r=(0,U.cs)(e,t)
const o=await(0,U.O_)(e,t)
const{signal:a,progress:c}=t;(0,D.FE)(e.platform,o.services)
const d=await(0,U.oD)(e,o.root,t)
const u=(0,D.Zo)(o,{services:e.service,phases:e.phase})
const l={host:e.dockerHost,context:e.dockerContext}
const p=xi(n,await(0,An.connectEngine)(t.docker,l,{env:t.env,signal:a}),true)
await(0,Nn.requireCompose)({...t,...p})
const m=await readHostInfo(p.api,a)
const h=(0,D.hB)(e.platform)
const g=h.length>0?h:[m.platform]
const floating=e=>(0,Ae.T)(e,(0,k.BK)(d),o).floating[0]
const readCopy=async(e,t)=>{const n=await r.manifest(e)
return n&&(0,Qt.SC)(n,t)}
const w=(0,le.rm)(o,e)
const y=await openHostSignatures({source:d,...(0,f.s)({reuse:w})},e,{registry:r,context:t})
const findPublished=async(e,t)=>{const n=floating(e)
if(n===undefined||!e.platforms.includes(t))return undefined
const s=`${e.image}:${n}`
const{name:i,image:o}=e
const[c,d]=await Promise.all([r.imageFacts(s,t),Promise.all((0,Qt.bn)(n,2).map(e=>readCopy(`${o}:${e}`,e)))])
const u=(0,Qt.U)(n,c&&(c.indexDigest??c.digest),d)
if(u!==undefined)return{service:i,platform:t,ref:s,state:"foreign",foreign:u}
const manifestOf=async e=>(await r.imageFacts(`${o}@${e}`,t).catch(()=>undefined))?.digest
const l=await findOnHost(p.api,{service:i,platform:t,ref:s,image:o,facts:c,manifestOf:manifestOf},a)
return y===undefined?l:requireSignature(l,o,y)}
const v=(await Promise.all(o.services.flatMap(e=>g.map(t=>findPublished(e,t))))).filter(e=>e!==undefined)
const b=new Set(u.map(({name:e})=>e))
const $=v.filter(({service:e})=>b.has(e))
const runnable=e=>e.flatMap(({service:e,platform:t,ref:n,here:s,state:i})=>s===undefined||i==="unsigned"?[]:[{service:e,platform:t,ref:n,digest:s.digest}])
const x=await kindsOf(o,(0,L.z)(o.root,t),r)
const S={...x,...{kind:"lucid.plan",version:1,root:o.root,source:d,project:o.project},...{network:o.network,phases:o.phases,services:o.services,planned:o.planned},...{externals:o.externals,selected:[...b],tags:{},waves:[],matrix:{include:[]}}}
const O=i.join(e.out,"host")
await removeDiagnoses(O)
const P=await runSmoke({...{plan:S,docker:p.docker,api:p.api,progress:c,signal:a,outDir:O},images:runnable($),supporting:runnable(v.filter(({service:e})=>!b.has(e))),options:{...{images:"present",reach:p.reach,mirrored:e=>r.mirrored(e)},...(0,f.s)({maxParallel:e.maxParallel})}})
const E={...{kind:"lucid.verify-host",version:1,host:m,images:$},smoke:await writeSmokeFiles(O,P),durationMs:Math.round(t.now()-s)}
await(0,N.ft)(e.out,E)
return E}catch(e){n.error=e
n.hasError=true}finally{const e=Si(n)
if(e)await e}}async function kindsOf(e,t,n){const s=e.services.some(t=>(0,Vt.Ae)({...e,images:[]},t)==="base")
if(!s)return{images:[]}
const{files:i}=await(0,U.rB)(e.root,t)
const r=(0,mi.B)(n)
const o=(0,yt.c)(e,i,(e,t)=>r(e,t).catch(()=>undefined))
const a=await o.readAll(e.services,[],"to-build")
const c=a.flatMap(e=>{if(e.trace===undefined)return[]
const t=(0,hi.Mq)(e.service,e.platform,"",{kind:"build",reasons:[]})
const n=e.command??(e.trace.finalStage.base.kind==="named"?"inherited":undefined)
return[{...t,...n&&{command:n}}]})
return{images:c,parents:(0,gi.LR)(a)}}}),9792:((e,t,n)=>{n.d(t,{f:()=>fingerprintFindings})
var s=n(77598)
function fingerprint({code:e,message:t,at:n},i){const r=n?.line===undefined?undefined:lineOf(i(n.file),n.line)
const o=r===undefined||r===""?["message",t]:["line",r]
return(0,s.createHash)("sha256").update(JSON.stringify([e,n?.file??"",...o])).digest("hex").slice(0,32)}function lineOf(e,t){return e?.split(/\r\n|\r|\n/)[t-1]?.trim().replace(/\s+/g," ")}function fingerprintFindings(e,t){const n=new Map
return e.map(e=>{const s=fingerprint(e,t)
const i=(n.get(s)??0)+1
n.set(s,i)
return{finding:e,fingerprint:s,occurrence:i}})}}),87223:((e,t,n)=>{n.r(t)
n.d(t,{openBundleTrust:()=>openBundleTrust})
var s=n(76760)
var i=n(77598)
var r=n(51455)
var o=n(89348)
async function identifyRoots({trustedRoot:e,keys:t,cacheFolder:n}){const s=e===undefined?await refreshedRoots(n):[e]
const a=await Promise.all(s.map(e=>(0,r.readFile)(e,"utf8")))
return(0,i.createHash)("sha256").update(JSON.stringify([o.r,a,t])).digest("hex")}async function refreshedRoots(e){if(e===undefined)return[]
const t=[]
for await(const n of(0,r.glob)("tuf-*/*/targets/trusted_root.json",{cwd:e}))t.push(s.join(e,n))
return t.sort()}var a=n(39893)
function openBundleVerifier(e){const{trustedRoot:t,keys:s,cacheFolder:i,env:r,signal:o}=e
const open=async()=>{const[{checkBundle:e},{openTrustedRoots:c}]=await Promise.all([Promise.all([n.e(7104),n.e(4187),n.e(9492)]).then(n.bind(n,49492)),Promise.all([n.e(7104),n.e(4187),n.e(5370)]).then(n.bind(n,25370))])
const d=c({env:r,...(0,a.s)({file:t,cacheFolder:i,signal:o})})
return t=>e(t,s,d)}
let c
return{verify:async e=>{c??=open()
return(await c)(e)}}}var c=n(29799)
var d=n(12311)
var u=n(28641)
var l=n(94203)
var f=n(36307)
var p=n(16496)
const m=1
const h=64<<20
const g=d.Ikc({signer:f.E,statement:d.YjP()})
function openVerifiedBundles(e,t){if(e.GITHUB_ACTIONS==="true")return undefined
const n=s.join((0,c.nF)(e),"signatures")
let o
let a
const fileOf=async e=>{o??=t()
const r=(0,i.createHash)("sha256").update(JSON.stringify([m,await o,e]))
return s.join(n,`${r.digest("hex")}.json`)}
return{async read(e){const t=await fileOf(e).then(e=>(0,r.readFile)(e,"utf8")).catch(()=>"")
const n=(0,p.gf)(g,t)
return n&&{signer:n.signer,statement:Buffer.from(n.statement,"base64")}},async write(e,{signer:t,statement:s}){const i=JSON.stringify({signer:t,statement:Buffer.from(s).toString("base64")})
try{await(0,l.f)(await fileOf(e),i,{fileMode:384,folderMode:448})
a??=(0,u.l)(n,h)
await a}catch{}}}}function openBundleTrust({keys:e},{trustedRoot:t},{env:n,cwd:i,signal:r}){const o={keys:e,cacheFolder:(0,c.nF)(n),...(0,a.s)({trustedRoot:t&&s.resolve(i,t)})}
const d=openVerifiedBundles(n,()=>identifyRoots(o))
return{verifier:openBundleVerifier({...o,env:n,signal:r}),...(0,a.s)({remembered:d})}}}),37743:((e,t,n)=>{n.r(t)
n.d(t,{maskedValues:()=>maskedValues})
var s=n(96273)
var i=n(25921)
var r=n(16496)
const o=8
async function maskedValues({env:e,masked:t=[],secrets:n}){const a=Object.values((0,r.Ag)(await(0,s.Pd)(e,"auths"))??{}).flatMap(loginSecrets)
return[...t,...(0,i.w2)(e),...n?.values.values()??[],...a.filter(({length:e})=>e>=o)]}function loginSecrets(e){const{auth:t,identitytoken:n,registrytoken:s,password:i}=(0,r.Ag)(e)??{}
const[,o]=/^[^:]*:(.*)$/s.exec(Buffer.from((0,r.E3)(t)??"","base64").toString())??[]
return[o,n,s,i].flatMap(e=>(0,r.E3)(e)??[])}}),46034:((e,t,n)=>{n.r(t)
n.d(t,{openSignatures:()=>openSignatures,refreshTrustedRoot:()=>f})
var s=n(12311)
var i=n(11886)
var r=n(10976)
var o=n(44104)
var a=n(9260)
var c=n(1124)
var d=n(55600)
var u=n(85465)
var l=n(16496)
const f="refresh the trusted root: let this machine reach tuf-repo-cdn.sigstore.dev, or name a newer file with `trusted-root`"
const p=8
function openSignatures(e,t){if(e.from==="any")return undefined
const n=new BundleReader(t)
return{find:(t,s)=>findProof(n,e,t,s)}}async function findProof(e,t,n,s){let i={came:0,why:a.Q8}
let r=0
let o
for(const a of await e.bundlesOf(n)){if(r===p)break
const c=await e.read(n,a)
if(c.kind==="unknown"&&mayCount(c,n,s))o??=c.why
const d=c.kind==="valid"?judge(c,t,n,s):{came:1,why:c.why}
if("signer"in d)return d
if(d.came>i.came)i=d
if(d.came<3)r++}if(o===undefined)return i
throw cannotVerify(n,o)}function judge({signer:e,statement:t},n,{digest:s},i){const r=(0,d.NJ)(t)
if(r===undefined)return{came:1,why:"its signature is not about a run of this action"}
const o=(0,c.RY)(e,r,n)
if(o!==undefined)return{came:2,why:o}
const a=r.subjects.some(e=>e.digest===s)
if(!a)return{came:3,why:"its signature is about other images"}
const u=i(r,(0,c.wg)(e,r.source,n))
return u===undefined?{signer:e,statement:r}:{came:3,why:u}}function mayCount({unverified:e},t,n){const s=e&&(0,d.NJ)(e)
const i={signer:{kind:"key",key:""},onProtected:true}
if(s===undefined||n(s,i)!==undefined)return false
return s.subjects.some(({digest:e})=>e===t.digest)}function cannotVerify({repository:e,digest:t},n){return new u.yo({code:"sign/cannot-verify",message:`the signature of ${e}@${t} cannot be verified, so the image is neither reused nor built again`,why:`${n}: the signature may be good`,fix:f})}const m=s.Ikc({dsseEnvelope:s.Ikc({payload:s.YjP()})})
class BundleReader{#$e
#xe=new Map
#Se=new Map
constructor(e){this.#$e=e}bundlesOf({repository:e,digest:t}){return once(this.#xe,`${e}@${t}`,async()=>{const n=await this.#$e.registry.referrers(e,t,o.$7)
const isOurs=({annotations:e={}})=>e[o.wl]!==undefined
return[...n.filter(isOurs),...n.filter(e=>!isOurs(e))]})}async read({repository:e},t){try{const n=await this.#Oe(e,t)
if(n===undefined)return{kind:"invalid",why:"its signature is not a bundle of Sigstore"}
const s=await(this.#Se.get(n)?.catch(()=>undefined))
return s??await once(this.#Se,n,()=>this.#Pe(e,n))}catch(e){if(!(0,r.sS)(e)&&!(0,r.__)(e))throw e
return{kind:"invalid",why:`its signature cannot be read: ${e.problems[0]?.message}`}}}async#Oe(e,{digest:t,annotations:n={}}){const s=n[o.wl]
if(s!==undefined)return(0,i.Bc)(s)?s:undefined
const r=(await this.#$e.registry.manifest(`${e}@${t}`))?.content
const a=r?.kind==="image"?r.layers:[]
return a.find(({mediaType:e})=>e===o.$7)?.digest}async#Pe(e,t){const{registry:n,verifier:s,remembered:i}=this.#$e
const r=await(i?.read(t))
if(r!==undefined)return{kind:"valid",...r}
const o=await n.blob(e,t)
const a=await s.verify(o)
if(a.kind==="valid")await(i?.write(t,a))
if(a.kind==="invalid")return{...a,why:`its signature is not valid: ${a.why}`}
if(a.kind==="valid")return a
const c=(0,l.qF)(o)
if(!(0,l.lA)(m,c))return a
return{...a,unverified:Buffer.from(c.dsseEnvelope.payload,"base64")}}}function once(e,t,n){const s=e.get(t)??n()
e.set(t,s)
s.catch(()=>e.delete(t))
return s}}),6166:((e,t,n)=>{n.d(t,{Ge:()=>throwIfDiskFull,Rd:()=>EngineUnavailable,ST:()=>runDocker,U1:()=>engineRequest,fM:()=>lastLine})
var s=n(16496)
class EngineUnavailable extends Error{name="EngineUnavailable"}const i=/no space left on device/i
const r=new RegExp([...["cannot connect to the docker daemon","error during connect","is the docker daemon running"],...["docker daemon is not running",i.source]].join("|"),"i")
async function runDocker(e,t,n={}){const s={COMPOSE_DISABLE_ENV_FILE:"1",...n.env}
const i=await e(t,{...n,env:s}).catch(e=>{throw new EngineUnavailable(e instanceof Error?e.message:String(e),{cause:e})})
n.signal?.throwIfAborted()
if(i.exitCode!==0&&r.test(i.stderr))throw new EngineUnavailable(lastLine(i.stderr))
return i}async function engineRequest(e,t){const n=await e(t).catch(e=>{t.signal?.throwIfAborted()
const n=e instanceof Error?e.message:String(e)
throw new EngineUnavailable(`the Docker daemon does not answer: ${n}`,{cause:e})})
const{status:i,text:r}=n
if(i<400)return{ok:true,value:(0,s.qF)(r)}
const o=(0,s.Ag)((0,s.qF)(r))?.message
const a=typeof o==="string"?lastLine(o):`the engine answered ${i}`
throwIfDiskFull(a)
return{ok:false,status:i,why:a}}function throwIfDiskFull(e){if(i.test(e))throw new EngineUnavailable(e)}function lastLine(e){return e.trimEnd().split("\n").at(-1)?.trim()??""}}),76734:((e,t,n)=>{n.d(t,{Ty:()=>engineInfo,Xu:()=>inspectContainers,aH:()=>inspectContainer,hF:()=>inspectLocalImage,ts:()=>listContainers})
var s=n(12311)
var i=n(39893)
var r=n(68261)
var o=n(6166)
const a=s.Ikc({SystemTime:s.YjP(),NCPU:s.aig(),Architecture:s.YjP(),MemTotal:s.aig()})
async function engineInfo(e,t){const n=await(0,o.U1)(e,{method:"GET",path:"/info",signal:t})
if(!n.ok)throw new o.Rd(n.why)
const s=a.safeParse(n.value).data
if(s===undefined)throw new o.Rd("the server that answers is not a Docker engine")
const{NCPU:i,MemTotal:r,Architecture:c,SystemTime:d}=s
return{cpus:i,memory:r,machine:c,time:d}}const c=s.Ikc({Architecture:s.YjP(),Os:s.YjP(),Config:s.Ikc({Healthcheck:s.Ikc({Test:s.YOg(s.YjP()).nullish(),Timeout:s.aig().nullish(),Retries:s.aig().nullish()}).nullish(),Shell:s.YOg(s.YjP()).nullish()}).nullish()})
async function inspectLocalImage(e,t,n){const s=await(0,o.U1)(e,{method:"GET",path:`/images/${t}/json`,signal:n})
const i=s.ok?c.safeParse(s.value).data:undefined
if(i===undefined)return undefined
const{Test:r,Timeout:a,Retries:d}=i.Config?.Healthcheck??{}
const[u,...l]=r??[]
const f=i.Config?.Shell??["/bin/sh","-c"]
const p=u==="CMD"?l:u==="CMD-SHELL"?[...f,l.join(" ")]:[]
return{platform:`${i.Os}/${i.Architecture}`,...p.length>0&&{healthcheck:{argv:p,timeoutMs:(a||3e10)/1e6,retries:d||3}}}}const d=s.Ikc({Id:s.YjP(),Path:s.YjP(),Args:s.YOg(s.YjP()).nullish(),RestartCount:s.aig(),State:s.Ikc({Status:s.YjP(),Running:s.zMY(),OOMKilled:s.zMY(),Pid:s.aig(),ExitCode:s.aig(),Error:s.YjP(),StartedAt:s.YjP(),FinishedAt:s.YjP(),Health:s.Ikc({Status:s.YjP(),Log:s.YOg(s.Ikc({ExitCode:s.aig(),Output:s.YjP()})).nullish()}).nullish()}),Config:s.Ikc({Env:s.YOg(s.YjP()).nullish(),WorkingDir:s.YjP().nullish(),User:s.YjP().nullish(),Labels:s.g1P(s.YjP(),s.YjP()).nullish()}),NetworkSettings:s.Ikc({Ports:s.g1P(s.YjP(),s.YOg(s.Ikc({HostIp:s.YjP(),HostPort:s.YjP()})).nullable()).nullish(),Networks:s.g1P(s.YjP(),s.Ikc({DNSNames:s.YOg(s.YjP()).nullish()})).nullish()})})
const u="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
async function inspectContainers(e,t,n){const s=await listContainers(e,t,n)
const i=await Promise.all(s.map(t=>inspectContainer(e,t,n)))
return i.filter(e=>e!==undefined)}async function inspectContainer(e,t,n){const s=await(0,o.U1)(e,{method:"GET",path:`/containers/${t}/json`,signal:n})
return s.ok?parseContainer(d.parse(s.value)):undefined}const l=s.YOg(s.Ikc({Id:s.YjP()}))
async function listContainers(e,t,n){const s={all:"1",filters:JSON.stringify({label:[`com.lucid.run=${t}`]})}
const i=await(0,o.U1)(e,{method:"GET",path:"/containers/json",query:s,signal:n})
if(!i.ok)throw new o.Rd(i.why)
return l.parse(i.value).map(({Id:e})=>e)}function parseContainer(e){const{Id:t,Path:n,Args:s,RestartCount:o,State:a,Config:c,NetworkSettings:d}=e
const l=Object.entries(d.Ports??{}).flatMap(([e,t])=>{const[n,s]=e.split("/")
const i=t?.[0]?.HostPort
return s==="tcp"&&i!==undefined?[[Number(n),Number(i)]]:[]})
const f=Object.values(d.Networks??{}).flatMap(({DNSNames:e})=>e??[])
const p=c.WorkingDir||"/"
const m=a.Error===""?undefined:a.Error
return{healthLog:(a.Health?.Log??[]).map(({ExitCode:e,Output:t})=>({exitCode:e,output:(0,r.Ov)(t.trim().slice(-500))})),excerpt:{Command:(0,r.Ov)([n,...s??[]].join(" "),200),...{WorkingDir:p,User:c.User||"root",Status:a.Status,ExitCode:a.ExitCode},OOMKilled:a.OOMKilled,...(0,i.s)({Error:m&&(0,r.Ov)(m),Health:a.Health?.Status}),...{RestartCount:o,StartedAt:a.StartedAt,FinishedAt:a.FinishedAt}},id:t,service:c.Labels?.["com.docker.compose.service"]??"",project:c.Labels?.["com.docker.compose.project"]??"",program:n,searchPath:c.Env?.find(e=>e.startsWith("PATH="))?.slice(5)??u,workingDir:p,running:a.Running,pid:a.Pid,exitCode:a.ExitCode,outOfMemory:a.OOMKilled,ports:new Map(l),...(0,i.s)({startError:m,dnsNames:f.length>0?f:undefined})}}}),5119:((e,t,n)=>{n.r(t)
n.d(t,{currentOwner:()=>currentOwner,isOwnerDead:()=>isOwnerDead,removeContainers:()=>removeContainers,removeLeftovers:()=>removeLeftovers,removeRun:()=>removeRun,runsOnEngine:()=>runsOnEngine,toLabels:()=>toLabels})
var s=n(73024)
var i=n(48161)
var r=n(12311)
var o=n(46226)
var a=n(68261)
var c=n(6166)
var d=n(76734)
const u={run:"com.lucid.run",host:"com.lucid.host",pid:"com.lucid.pid"}
function toLabels({run:e,host:t,pid:n}){return{[u.run]:e,[u.host]:t,[u.pid]:n}}function currentOwner(e){return{run:e,host:thisHost(),pid:`${process.pid}:${startTime(process.pid)??""}`}}function thisHost(){try{return`${(0,i.hostname)()}/${(0,s.readlinkSync)("/proc/self/ns/pid").replace(/\D/g,"")}`}catch{return(0,i.hostname)()}}function startTime(e){try{const t=(0,s.readFileSync)(`/proc/${e}/stat`,"utf8")
return t.slice(t.lastIndexOf(")")+2).split(" ")[19]}catch{return undefined}}function isOwnerDead({host:e,pid:t}){if(e!==thisHost())return false
const[n,s]=t.split(":")
const i=Number(n)
if(!Number.isInteger(i)||i<=0)return false
try{process.kill(i,0)}catch(e){return e.code==="ESRCH"}const r=startTime(i)
return s!==undefined&&s!==""&&r!==undefined&&r!==s}const l=r.YOg(r.Ikc({Id:r.YjP(),Labels:r.g1P(r.YjP(),r.YjP()).nullish()}))
async function listLabelled(e,t,n,s){const i={all:"1",filters:JSON.stringify({label:[n]})}
const r=await(0,c.U1)(e,{method:"GET",path:t,query:i,signal:s})
if(!r.ok)throw new c.Rd(r.why)
return l.parse(r.value)}async function runsOnEngine(e,t){const n=await Promise.all(["/containers/json","/networks"].map(n=>listLabelled(e,n,u.run,t)))
const s=new Map
for(const{Labels:e}of n.flat()){const{[u.run]:t,[u.host]:n,[u.pid]:i}=e??{}
if(t&&n&&i)s.set(t,{run:t,host:n,pid:i})}return[...s.values()]}function removeContainers(e,t,n){const s=t.map(e=>`/containers/${e}`)
return removeAll(e,s,{force:"1",v:"1"},n)}async function removeAll(e,t,n,s){const i=await Promise.all(t.map(t=>(0,c.U1)(e,{method:"DELETE",path:t,query:n,signal:s})))
return i.flatMap(e=>e.ok||e.status===404?[]:[e.why])}async function removeRun(e,t){const{cleanup:n}=o.HK
const s=new o.nO(n,undefined,AbortSignal.timeout(n.totalMs))
for(;;){const n=await removeContainers(e,await(0,d.ts)(e,t))
const i=await listLabelled(e,"/networks",`${u.run}=${t}`)
const r=i.map(({Id:e})=>`/networks/${e}`)
const o=await removeAll(e,r,{})
if(n.length===0&&o.length===0)return[]
if(!await s.wait())return[...n.slice(-1).map(e=>`containers of ${t}: ${(0,a.Ov)(e)}`),...o.slice(-1).map(e=>`networks of ${t}: ${(0,a.Ov)(e)}`)]}}async function removeLeftovers(e,t){const n=(await runsOnEngine(e,t)).filter(isOwnerDead)
for(const{run:t}of n)await removeRun(e,t)
return n.map(({run:e})=>e)}}),84949:((e,t,n)=>{n.d(t,{R:()=>isLayerContent,W:()=>cleanLayerPath})
var s=n(16496)
function isLayerContent(e){const{entries:t,removed:n,emptied:i,size:r}=(0,s.Ag)(e)??{}
return Array.isArray(t)&&t.every(e=>Array.isArray(e)&&typeof e[0]==="string"&&(0,s.E3)(e[1]?.kind))&&[n,i].every(Array.isArray)&&typeof r==="number"}function cleanLayerPath(e){const t=[]
for(const n of e.split("/")){if(n===""||n===".")continue
if(n==="..")t.pop()
else t.push(n)}return t.join("/")}}),17904:((e,t,n)=>{n.d(t,{pK:()=>readExecutable,sb:()=>hasCrlfShebang,yC:()=>unameMachine})
var s=n(39893)
const i=[["386",3,"i686"],["ppc64le",21,"ppc64le"],["s390x",22,"s390x"],["arm",40,"armv7l"],["amd64",62,"x86_64"],["arm64",183,"aarch64"],["riscv64",243,"riscv64"],["loong64",258,"loongarch64"]]
function unameMachine(e){const t=e.split("/")[1]
return i.find(([e])=>e===t)?.[2]}const hasCrlfShebang=e=>e.kind==="script"&&e.interpreter.at(-1)?.endsWith("\r")===true
function readExecutable(e){const t=Buffer.from(e.buffer,e.byteOffset,e.byteLength)
if(t.length>=20&&t.readUInt32BE(0)===2135247942){const e=t[5]===2?t.readUInt16BE(18):t.readUInt16LE(18)
const n=i.find(([,t])=>t===e)?.[2]??`machine ${e}`
return{kind:"elf",machine:n,...(0,s.s)({loader:loaderOf(t)})}}if(t.subarray(0,2).toString("latin1")==="#!"){const e=t.subarray(2,256).toString("utf8").split("\n",1)[0]??""
return{kind:"script",interpreter:e.replace(/^[ \t]+|[ \t]+$/g,"").split(/[ \t]+/)}}return{kind:"other"}}function loaderOf(e){if(e.length<64||e[4]!==2||e[5]!==1)return undefined
const t=Number(e.readBigUInt64LE(32))
const n=e.readUInt16LE(54)
const s=e.readUInt16LE(56)
for(let i=0;i<s&&n>=56;i++){const s=t+i*n
if(s+56>e.length)return undefined
if(e.readUInt32LE(s)!==3)continue
const r=Number(e.readBigUInt64LE(s+8))
const o=Number(e.readBigUInt64LE(s+32))
if(o<2||o>256||r+o>e.length)return undefined
return e.toString("utf8",r,r+o).replace(/\0.*$/s,"")}return undefined}}),65421:((e,t,n)=>{n.d(t,{LS:()=>plural,VK:()=>shortDigest,Xq:()=>formatSize,a3:()=>formatDuration,vm:()=>formatSizeChange})
function formatDuration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const t=Math.round(e/1e3)
if(t<60)return`${t} s`
return`${Math.floor(t/60)} min ${t%60} s`}function formatSize(e){const t=["B","kB","MB","GB","TB"]
let n=e
let s=0
while(n>=999.5&&s<t.length-1){n/=1e3
s+=1}return`${n>=100||s===0?Math.round(n):n.toFixed(1)} ${t[s]}`}function formatSizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${formatSize(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,t,n=`${t}s`){return`${e} ${e===1?t:n}`}}),47479:((e,t,n)=>{n.r(t)
n.d(t,{redactor:()=>redactor})
var s=n(68261)
const i=4
const r=7
const o=1<<13
const a=8
const c=12
const d=57
function redactor(e){const t=[...new Set(e)].filter(e=>e.trim().length>=i)
if(t.length===0)return s.jZ
const n=[findTexts(t.flatMap(partsOf)),...encodedFinders(t)]
const r=t.some(e=>e.includes(" "))
const find=(e,t)=>{for(const s of n)s(e,t)}
return e=>{const t=(0,s.jZ)(e)
const n=[]
find(t,(e,t)=>n.push([e,t]))
for(const{decoded:e,placeOf:s}of decodedViews(t,r))find(e,(e,t)=>n.push([s(e),s(t)]))
return n.length===0?t:replaceRanges(t,n)}}function replaceRanges(e,t){let n=""
let s=0
let i=true
for(const[r,o]of t.toSorted(([e],[t])=>e-t)){if(i||r>s)n+=`${e.slice(s,r)}***`
s=Math.max(s,o)
i=false}return n+e.slice(s)}function partsOf(e){const t=[e,...e.split(/\r\n|\r|\n/)].map(e=>e.trim())
return t.flatMap(e=>[e,Buffer.from(e).toString("latin1")])}class TextIndex{#Ee=new Map
#je=new Uint8Array(1<<u)
constructor(e){for(const t of new Set(e)){if(t.length<i)continue
const e=t.slice(0,i)
const n=this.#Ee.get(e)
if(n===undefined)this.#Ee.set(e,[t])
else n.push(t)
let s=0
for(let t=0;t<i;t++)s=nextHash(s,e.charCodeAt(t))
this.#je[s]=1}for(const e of this.#Ee.values())e.sort((e,t)=>t.length-e.length)}search(e,t){let n=0
for(let s=0;s<e.length;s++){n=nextHash(n,e.charCodeAt(s))
if(this.#je[n]===0||s+1<i)continue
const r=s+1-i
const o=this.#Ee.get(e.slice(r,s+1))
const a=o?.find(t=>e.startsWith(t,r))
if(a!==undefined)t(r,a.length)}}}const u=20
const nextHash=(e,t)=>(e<<u/i^t)&(1<<u)-1
function findTexts(e){const t=new TextIndex(e)
return(e,n)=>t.search(e,(e,t)=>n(e,e+t))}function encodedFinders(e){const t=e.map(e=>Buffer.from(e.trim()).subarray(0,o)).filter(({length:e})=>e>=r)
return t.length===0?[]:[findBase64(t.flatMap(base64Forms)),findHex(t)]}function base64Forms(e){return[0,1,2].map(t=>{const n=Buffer.concat([Buffer.alloc(t),e]).toString("base64")
return n.slice(Math.ceil(t*8/6),Math.floor((t+e.length)*8/6))})}function findBase64(e){const t=new TextIndex(e.flatMap(e=>piecesOf(e,a)))
const n=[7,6,5,4]
const s=new Set(e.flatMap(e=>n.map(t=>e.slice(0,t))))
const i=new Set(e.flatMap(e=>n.map(t=>e.slice(-t))))
return(e,r)=>{const o=e.replaceAll("-","+").replaceAll("_","/")
t.search(o,(e,t)=>{const n=e>0&&isBase64(o[e-1])?1:0
const s=/^[A-Za-z0-9+/]?={0,2}/.exec(o.slice(e+t,e+t+3))?.[0].length??0
r(e-n,e+t+s)})
if(o.includes(" ")&&!o.includes("\n"))return
for(const{0:e,index:t}of o.matchAll(/(?<=^|\n)[A-Za-z0-9+/]{4,}={0,2}(?=\n|$)/g)){const o=n.find(t=>i.has(e.slice(0,t)))
if(o!==undefined)r(t,t+o+1)
const a=e.length<d?undefined:n.find(t=>s.has(e.slice(-t)))
if(a!==undefined)r(t+e.length-a-1,t+e.length)}}}const isBase64=e=>e!==undefined&&/[A-Za-z0-9+/]/.test(e)
function findHex(e){const t=new TextIndex(e.flatMap(e=>piecesOf(e.toString("hex"),c)))
return(e,n)=>{const s=e.toLowerCase()
t.search(s,(e,t)=>n(e,e+t))
if(!l.test(s))return
const i=decode(s,f,()=>"")
t.search(i.decoded,(e,t)=>n(i.placeOf(e),i.placeOf(e+t-1)+1))}}const l=/[0-9a-f]{2}[ :][0-9a-f]{2}(?:[ :]?[0-9a-f]{2}){4}/
const f=/(?<=[0-9a-f]{2})[ :](?=[0-9a-f]{2})/g
function piecesOf(e,t){return Array.from({length:Math.max(0,e.length-t+1)},(n,s)=>e.slice(s,s+t))}function*decodedViews(e,t){if(e.includes("%"))yield decode(e,p,([,e=""])=>characterOf(e,16))
if(t&&e.includes("+"))yield decode(e,m,([,e])=>e===undefined?" ":characterOf(e,16))
if(e.includes("&"))yield decode(e,g,readEntity)
if(!e.includes("\\"))return
const n=decode(e,h,readJsonEscape)
yield n
const s=decode(n.decoded,h,readJsonEscape)
if(s.decoded!==n.decoded)yield{...s,placeOf:e=>n.placeOf(s.placeOf(e))}}function decode(e,t,n){let s=""
let i=0
const r=[]
for(const o of e.matchAll(t)){s+=e.slice(i,o.index)+n(o)
i=o.index+o[0].length
r.push({decoded:s.length,original:i})}s+=e.slice(i)
const placeOf=e=>{let[t,n]=[0,r.length]
while(t<n){const s=t+n>>1
if((r[s]?.decoded??0)>e)n=s
else t=s+1}const s=r[t-1]
return s===undefined?e:s.original+e-s.decoded}
return{decoded:s,placeOf:placeOf}}const characterOf=(e,t)=>String.fromCharCode(Number.parseInt(e,t))
const readEntity=([,e,t,n=""])=>e!==undefined?characterOf(e,16):t!==undefined?characterOf(t,10):y[n]??""
const readJsonEscape=([,e,t,n="",s])=>{const i=e??t
return i!==undefined?characterOf(i,16):s??w[n]??""}
const p=/%([0-9a-fA-F]{2})/g
const m=/%([0-9a-fA-F]{2})|\+/g
const h=/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([bfnrt])|(["'\\/]))/g
const g=/&(?:#[xX]0{0,6}([0-9a-fA-F]{1,4})|#0{0,6}(\d{1,5})|(amp|lt|gt|quot|apos));/g
const w={b:"\b",f:"\f",n:"\n",r:"\r",t:"\t"}
const y={amp:"&",lt:"<",gt:">",quot:'"',apos:"'"}}),16760:((e,t,n)=>{n.d(t,{A4:()=>truncateToWidth,Ho:()=>padLeft,M7:()=>padRight,sc:()=>textWidth})
var s=n(93223)
const i=/^[\x20-\x7e]*$/
function textWidth(e){return i.test(e)?e.length:(0,s.A)(e)}function truncateToWidth(e,t){if(textWidth(e)<=t)return e
let n=""
let s=t-1
for(const{segment:t}of(new Intl.Segmenter).segment(e)){s-=textWidth(t)
if(s<0)break
n+=t}return`${n}\u2026`}const padRight=(e,t)=>e+" ".repeat(Math.max(0,t-textWidth(e)))
const padLeft=(e,t)=>" ".repeat(Math.max(0,t-textWidth(e)))+e}),89348:((e,t,n)=>{n.d(t,{r:()=>s})
const s="0.1.0"})}
