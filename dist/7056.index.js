export const id=7056
export const ids=[7056,2964,5119]
export const modules={34055:((e,t,n)=>{n.d(t,{_k:()=>dockerWithDirectPlugins,wc:()=>pluginVersion})
var s=n(73024)
var r=n(51455)
var i=n(76760)
var o=n(11939)
var a=n(16496)
var c=n(96273)
function dockerWith(e){return(t,n)=>e(["docker",...t],n)}var d=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
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
return async(n,s)=>{const[r=""]=n
const i=await findPlugin(r,{...process.env,...s?.env})
if(i===undefined)return t(n,s)
return e([i,...n],{...s,env:{...s?.env,...l}})}}const l={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,t){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const n=await firstOf((t.PATH??"").split(i.delimiter),"docker")
if(n===undefined||await isScript(n))return undefined
const s=i.join((0,o.P)(t),"cli-plugins")
return firstOf([s,...await extraFolders(t),...f],`docker-${e}`)}const f=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,t){for(const n of e){const e=i.join(n,t)
const o=await(0,r.access)(e,s.constants.X_OK).then(()=>true,()=>false)
if(n!==""&&o)return e}return undefined}async function isScript(e){try{const t={stack:[],error:void 0,hasError:false}
try{const n=d(t,await(0,r.open)(e),true)
const{buffer:s}=await n.read(Buffer.alloc(2),0,2,0)
return s.toString("latin1")==="#!"}catch(e){t.error=e
t.hasError=true}finally{const e=u(t)
if(e)await e}}catch{return true}}async function extraFolders(e){const t=await(0,c.Pd)(e,"cliPluginsExtraDirs")
return Array.isArray(t)?t.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,t,n,s){const r=await findPlugin(t,n)
if(r===undefined)return undefined
try{const{stdout:t}=await e([r,"docker-cli-plugin-metadata"],{signal:s})
return(0,a.E3)((0,a.Ag)((0,a.qF)(t))?.Version)}catch{return undefined}}}),96273:((e,t,n)=>{n.d(t,{Pd:()=>readConfigField,c7:()=>defaultEngineAddress,yt:()=>proxyArgs})
var s=n(51455)
var r=n(76760)
var i=n(11939)
var o=n(16496)
async function readConfigField(e,t){const n=await(0,s.readFile)(r.join((0,i.P)(e),"config.json"),"utf8").catch(()=>"")
return(0,o.Ag)((0,o.qF)(n))?.[t]}async function defaultEngineAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const t=e.DOCKER_CONTEXT||await readConfigField(e,"currentContext")
if(t&&t!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const t=await readConfigField(e,"proxies")
const n=new Set(Object.values((0,o.Ag)(t)??{}).flatMap(e=>Object.keys((0,o.Ag)(e)??{})))
return Object.entries(a).flatMap(([e,t])=>n.has(e)?[t]:[])}const a={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),92964:((e,t,n)=>{n.r(t)
n.d(t,{connectEngine:()=>connectEngine})
var s=n(85465)
var r=n(64569)
var i=n(96273)
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
const{protocol:n,username:s,password:r,hostname:i,port:o,pathname:a,search:c,hash:d}=t
const isPlain=e=>/^[A-Za-z0-9_.:[\]%-]+$/.test(e)&&!e.startsWith("-")
if(n!=="ssh:"||r!==""||c!==""||d!=="")return undefined
if(!isPlain(i)||s!==""&&!isPlain(s))return undefined
const u=i.replace(/^\[|\]$/g,"")
return{name:s===""?u:`${s}@${u}`,args:[...o===""?[]:["-p",o],...s===""?[]:["-l",s],"--",u],socket:a===""||a==="/"?"/var/run/docker.sock":a}}const w=3e4
async function openSshTunnel(e,t){const n=parseSshAddress(e)
if(n===undefined)throw new s.yo({code:"options/value",message:`docker-host ${JSON.stringify(e)} is not an ssh address`,fix:"write, for example, ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22"})
const r=await(0,l.mkdtemp)(p.join((0,f.tmpdir)(),"lssh-"))
const i=p.join(r,"c")
const o=p.join(r,"d")
const{name:a,socket:u,args:m}=n
const h=["-oServerAliveInterval=15","-oServerAliveCountMax=4"]
const g=["-oBatchMode=yes","-oControlPersist=no","-oConnectTimeout=20",...h]
const w=["-M","-N","-T","-S",i,...g,"-L",`${o}:${u}`,...m]
const y=(0,c.spawn)("ssh",w,{stdio:["ignore","ignore","pipe"]})
const close=async()=>{if(y.exitCode===null&&y.signalCode===null&&y.pid!==undefined){y.kill("SIGTERM")
await(0,d.once)(y,"close")}await(0,l.rm)(r,{recursive:true,force:true})}
try{await untilConnected(y,a,[i,o],t)}catch(e){await close()
throw e}return{dockerHost:`unix://${o}`,reach:{connect:async(e,t)=>forward(["-S",i,"-W",`127.0.0.1:${e}`,...m],t),...{host:a,publishAddress:"127.0.0.1",isLocal:false}},[Symbol.asyncDispose]:close}}async function untilConnected(e,t,n,r){const i=(0,g.C)(e.stderr)
let o
e.on("error",e=>{o=e.message})
e.on("close",e=>{o??=`ssh exited with ${e}`})
const a=performance.now()
while(!n.every(e=>(0,u.existsSync)(e))){r.throwIfAborted()
if(o!==undefined||performance.now()-a>w)throw new s.yo({code:"engine/ssh",message:`ssh cannot connect to ${t}`,why:i().trim().split("\n").at(-1)||o||`no response within ${w/1e3} s`,fix:"make sure that `ssh` connects without a prompt: add the key to the agent and the machine to known_hosts"})
await(0,h.y)(50)}}function forward(e,t){const n=(0,c.spawn)("ssh",e,{stdio:["pipe","pipe","ignore"],signal:t})
const s=m.Duplex.from({readable:n.stdout,writable:n.stdin})
n.on("error",e=>s.destroy(e))
s.on("close",()=>n.kill())
return s}async function connectEngine(e,{host:t,context:n},{env:r,signal:i}){if(t!==undefined&&n!==undefined)throw new s.yo({code:"options/value",message:"docker-host and docker-context both select an engine",fix:"keep one of them"})
const c=t===undefined&&n===undefined?{}:{DOCKER_HOST:t??"",DOCKER_CONTEXT:n??""}
const d=dockerWithEnv(e,c)
const u=t??await addressOf(d,n,r,i)
const l=/^(\w+):/.exec(u)?.[1]
if(l==="ssh"){const t=await openSshTunnel(u,i)
const n={DOCKER_HOST:t.dockerHost,DOCKER_CONTEXT:""}
return{docker:dockerWithEnv(e,n),api:(0,a.v)(t.dockerHost,{...r,...n}),reach:t.reach,[Symbol.asyncDispose]:()=>t[Symbol.asyncDispose]()}}const f=l==="tcp"||l==="https"||l==="http"
return{docker:d,api:(0,a.v)(u,{...r,...c}),reach:(0,o.H)((f?hostOf(u):undefined)??"127.0.0.1"),[Symbol.asyncDispose]:async()=>{}}}const dockerWithEnv=(e,t)=>(n,s)=>e(n,{...s,env:{...t,...s?.env}})
async function addressOf(e,t,n,r){const o=t===undefined?await(0,i.c7)(n):undefined
if(o!==undefined)return o
const a=["context","inspect","--format","{{.Endpoints.docker.Host}}"]
const c=e(t===undefined?a:[...a,"--",t],{signal:r})
const d=await c.catch(()=>undefined)
if(d?.exitCode===0)return d.stdout.trim()
if(t===undefined)return""
throw new s.yo({code:"options/value",message:`unknown Docker context ${JSON.stringify(t)}`,fix:"see `docker context ls`, or create it: docker context create pi --docker host=ssh://pi@raspberrypi"})}function hostOf(e){const t=URL.parse(e.replace(/^tcp:/,"http:"))?.hostname
return t===undefined||(0,r.U9)(t)?undefined:t.replace(/^\[|\]$/g,"")}}),92009:((e,t,n)=>{n.d(t,{H:()=>directPortAccess})
var s=n(77030)
function directPortAccess(e){const t=e==="127.0.0.1"
const n=t?e:"0.0.0.0"
return{connect:(t,n)=>connectTo(e,t,n),host:e,publishAddress:n,isLocal:t}}function connectTo(e,t,n){return new Promise((r,i)=>{n.throwIfAborted()
const o=(0,s.connect)({host:e,port:t,noDelay:true})
const abort=()=>o.destroy(n.reason instanceof Error?n.reason:new Error("interrupted"))
n.addEventListener("abort",abort,{once:true})
const settle=()=>{n.removeEventListener("abort",abort)
o.off("error",i)}
o.once("error",i)
o.once("close",settle)
o.once("connect",()=>{settle()
r(o)})})}}),97730:((e,t,n)=>{n.d(t,{I:()=>defaultEngineApi,v:()=>openEngineApi})
var s=n(31421)
var r=n(37067)
var i=n(57075)
var o=n(44853)
var a=n(96273)
const c="v1.45"
function openEngineApi(e,t){const n=socketOf(e)
if(n===undefined)return e=>send(e,{createConnection:()=>dialStdio(t)})
const s=new r.Agent({keepAlive:true})
return async e=>{try{return await send(e,{socketPath:n,agent:s})}catch(t){if(t.stale)return send(e,{socketPath:n})
throw t}}}async function defaultEngineApi(e){const t=await(0,a.c7)(e)
return t===undefined||socketOf(t)===undefined?undefined:openEngineApi(t,e)}function socketOf(e){const t=/^npipe:(?:\/\/(?=\/\/))?(\/\/.*)$/.exec(e)?.[1]
return t?.replaceAll("/","\\")??/^unix:\/\/(\/.*)$/.exec(e)?.[1]}function dialStdio(e){const t=(0,s.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
const n=(0,o.C)(t.stderr)
const r=new i.Duplex({read:()=>void t.stdout.resume(),write:(e,n,s)=>void t.stdin.write(e,()=>s())})
t.stdin.on("error",()=>{})
t.stdout.on("data",e=>{if(!r.push(e))t.stdout.pause()})
t.on("error",e=>r.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
t.on("close",e=>{if(e===0)r.push(null)
else r.destroy(new Error(n().trim()||`docker system dial-stdio exited with ${e}`))})
r.on("close",()=>t.kill())
return r}const d=new Set(["ECONNRESET","EPIPE"])
function send(e,t){const{method:n,path:s,query:i,body:o,headers:a,signal:u,onData:l}=e
return new Promise((e,f)=>{u?.throwIfAborted()
const p=o===undefined?undefined:JSON.stringify(o)
const m=i===undefined?"":`?${new URLSearchParams(i)}`
const h=(0,r.request)({...{...t,method:n,path:`/${c}${s}${m}`},headers:{...a,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...n==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>h.destroy()
u?.addEventListener("abort",abort,{once:true})
const fail=e=>{u?.removeEventListener("abort",abort)
if(u?.aborted)f(u.reason)
else f(h.reusedSocket&&d.has(e.code??"")?Object.assign(e,{stale:true}):e)}
h.on("error",fail)
h.on("response",t=>{const{statusCode:n=0,headers:s}=t
const r=[]
const done=()=>{u?.removeEventListener("abort",abort)
e({status:n,headers:s,text:Buffer.concat(r).toString()})}
const enough=()=>{done()
h.destroy()}
const i=n>=200&&n<300
t.on("data",e=>l&&i?l(e,enough):r.push(e))
t.on("error",fail)
t.on("end",done)})
h.end(p)})}}),75747:((e,t,n)=>{n.d(t,{Bu:()=>addEmulatedPlatforms,IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,Wp:()=>requireEngine,ez:()=>c,kj:()=>readBuilder,p7:()=>engineProblems})
var s=n(62088)
var r=n(39893)
var i=n(85465)
var o=n(16496)
const a={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,t={}){const{builder:n,signal:s,needs:i}=t
const o=i===undefined||i.build===true||i.platforms!==undefined
const[a,c]=await Promise.all([e(["info","--format","{{json .}}"],(0,r.s)({signal:s})).catch(()=>undefined),o?inspectBuilder(e,{builder:n,signal:s}):undefined])
s?.throwIfAborted()
if(a===undefined)return{containerdStore:false}
return{...readInfo(a.stdout,a.stderr),...(0,r.s)({builder:c})}}async function inspectBuilder(e,{builder:t,signal:n}){const s=["buildx","inspect",...t===undefined?[]:["--",t]]
const i=await e(s,(0,r.s)({signal:n})).catch(()=>undefined)
return i&&addEmulatedPlatforms(readBuilder(i),process.env[c])}const c="LUCID_EMULATED"
function addEmulatedPlatforms(e,t){if(e===undefined||e.driver!=="docker"||!t)return e
return{...e,platforms:[...new Set([...e.platforms,...t.split(",")])]}}function readInfo(e,t){const n=(0,o.Ag)((0,o.qF)(e))??{}
const s=(0,o.Ag)(n.ClientInfo)
const i=Array.isArray(s?.Plugins)?s.Plugins.map(o.Ag):[]
const plugin=e=>(0,o.E3)(i.find(t=>t?.Name===e)?.Version)
const[a,c]=[(0,o.E3)(n.ServerVersion),(0,o.E3)(s?.Version)]
const u=(0,o.LD)(n.ServerErrors)?.join("; ")||t.trim()||"no daemon responds"
const l=(0,o.E3)(n.Architecture)
const f=d[l??""]??l
const[p,m]=[(0,o.E3)(n.Name),(0,o.E3)(n.KernelVersion)]
const h=n.DriverStatus
return{...(0,r.s)({client:c}),...a!==undefined?{server:a}:{unreachable:u},...a!==undefined&&f!==undefined&&{native:`${(0,o.E3)(n.OSType)??"linux"}/${f}`},...p!==undefined&&m!==undefined&&{machine:{name:p,kernel:m}},...(0,r.s)({mirrors:(0,o.LD)((0,o.Ag)(n.RegistryConfig)?.Mirrors),buildx:plugin("buildx"),compose:plugin("compose")}),containerdStore:Array.isArray(h)&&h.some(e=>e?.[1]==="io.containerd.snapshotter.v1")}}const d={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function readBuilder({exitCode:e,stdout:t,stderr:n}){const field=e=>new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(t)?.[1]?.trim()
const s=field("Name")
const i=field("Error")??(e===0?undefined:n.trim())
if(s===undefined)return i===undefined?undefined:{name:"",driver:"",platforms:[],error:i}
const o=[...t.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
return{name:s,driver:field("Driver")??"",platforms:[...new Set(o)],...(0,r.s)({error:i})}}function canRun(e,t){const normalize=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>normalize(e)===normalize(t))}function requireEngine(e,t){const n=engineProblems(e,t)
if(n.length>0)throw new i.yo(n)
return e}function engineProblems(e,t){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"docker is not installed",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and make sure that docker is in PATH"}]
const n=[]
if(e.server===undefined)n.push({code:"engine/not-running",message:"no Docker daemon responds",...(0,r.s)({why:e.unreachable}),fix:"start Docker (systemctl start docker, or Docker Desktop), or set DOCKER_HOST or DOCKER_CONTEXT to a running "+"one; if permission was denied, join the group docker"})
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
return[{code:`engine/${e}-missing`,message:`${t} is not installed`,fix:s}]}function tooOld(e,t,n,r){const i=s.coerce(t)
if(i===null||s.gte(i,n))return[]
return[{code:r,message:`${e} ${t} is too old`,fix:`install ${e} ${n} or newer`}]}}),9624:((e,t,n)=>{n.r(t)
n.d(t,{inspectDefaultEngine:()=>inspectDefaultEngine,requireCompose:()=>requireCompose})
var s=n(39893)
var r=n(34055)
var i=n(75747)
var o=n(97730)
async function inspectEngineByApi(e,{docker:t,api:n,exec:o,env:a,signal:c,builder:d}){const[u,l,f,p]=await Promise.all([n&&infoOf(n,c),n&&e.build?(0,r.wc)(o,"buildx",a,c):"",n&&e.smoke?(0,r.wc)(o,"compose",a,c):"",n&&e.build?(0,i.IK)(t,{signal:c,builder:d}):undefined])
c.throwIfAborted()
if(u===undefined||l===undefined||f===undefined)return(0,i.P7)(t,{signal:c,needs:e,...(0,s.s)({builder:d})})
const m=(0,s.s)({buildx:l||undefined,compose:f||undefined})
return{...(0,i.LV)(u,""),...m,...(0,s.s)({builder:p})}}async function inspectDefaultEngine(e,t){return inspectEngineByApi(e,{...t,api:await(0,o.I)(t.env)})}async function requireCompose(e){(0,i.Wp)(await inspectEngineByApi({smoke:true},e),{smoke:true})}async function infoOf(e,t){const n=await e({method:"GET",path:"/info",signal:t}).catch(()=>undefined)
return n?.status===200?n.text:undefined}}),44853:((e,t,n)=>{n.d(t,{C:()=>tailOf,m:()=>exec})
var s=n(31421)
var r=n(48161)
var i=n(80481)
const exec=(e,t={})=>new Promise((n,o)=>{const[a,...c]=e
const{signal:d,graceMs:u=1e4,onLine:l}=t
if(d?.aborted){n({exitCode:130,stdout:"",stderr:""})
return}const f=(0,s.spawn)(a,c,{cwd:t.cwd,env:{...process.env,...t.env},stdio:[t.input===undefined?"ignore":"pipe","pipe","pipe"]})
const p={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const n=f[e]
if(!n)continue
if(!t.discard)n.on("data",n=>append(p[e],n,t.tailBytes))
if(l)(0,i.createInterface)({input:n,crlfDelay:Number.POSITIVE_INFINITY}).on("line",t=>l(t,e))
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
n({exitCode:e??128+r.constants.signals[t??"SIGKILL"],stdout:Buffer.concat(p.stdout).toString(),stderr:Buffer.concat(p.stderr).toString()})})})
function tailOf(e){let t=""
e.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
return()=>t}function append(e,t,n){e.push(t)
if(n===undefined)return
let s=e.reduce((e,{length:t})=>e+t,-n)
while(e[0]!==undefined&&s>=e[0].length)s-=e.shift()?.length??0}}),76374:((e,t,n)=>{n.d(t,{KK:()=>needsEntrypoint,Og:()=>checkUser,VP:()=>formatMegabytes,l2:()=>checkConfig,nV:()=>checkPlaceholders,pS:()=>checkEntrypoint,wW:()=>verifyConfig})
var s=n(93868)
const r="org.opencontainers.image.revision"
function verifyConfig(e){const t=new s.F(e.service.verify)
checkConfig(t,e)
if(needsEntrypoint(e.service))checkEntrypoint(t,e.facts)
return t.checks}function checkConfig(e,{facts:t,service:{verify:n,ports:s},source:i,platform:o,outcome:a}){e.add("platform",{ok:t.platform===o,expected:o,actual:t.platform})
if(n.user!==undefined)e.add("user",checkUser(n.user,t.user))
for(const s of n.labels)e.add("labels",{name:`label ${s}`,...filled(t.labels[s])})
e.add("revision",revisionResult(t.labels[r],i,a))
e.add("labels-expanded",{name:"labels expanded",...checkPlaceholders(t.labels)})
if(n.maxSize===undefined)e.skip("size","the catalog sets no verify.max_size")
else e.add("size",sizeResult(n.maxSize,t.size))
for(const{container:n,protocol:r}of s){const s=`${n}/${r}`
const i=t.exposedPorts.includes(s)
e.add("port",{name:`port ${s}`,ok:i,expected:"exposed",actual:t.exposedPorts.join(", ")})}}const needsEntrypoint=({run:e,ports:t,health:n})=>e!=="never"&&(e==="job"||t.length>0||n!==undefined)
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
return false}isSet(e){return Object.hasOwn(this.#e,e)}add(e,{name:t=e,ok:n,expected:r,actual:i}){if(!this.isEnabled(e))return
const o=this.#e[e]??s.x.find(t=>t.id===e)?.level
const a=i===undefined||i===""?"none":i
this.#t.push({id:e,name:t,ok:n,expected:r,actual:a,...o==="warning"&&{level:o}})}skip(e,t){if(!this.#n.has(e))this.#n.set(e,{id:e,reason:t})}get checks(){return this.#t}get unchecked(){return[...this.#n.values()]}}function shortList(e,t=5){const n=e.length-t
return n>0?`${e.slice(0,t).join(", ")} and ${n} more`:e.join(", ")}}),14142:((e,t,n)=>{n.d(t,{Jo:()=>earlierRuns,ah:()=>appendRun,mC:()=>findingLine,s4:()=>i,uZ:()=>pastRun})
var s=n(39893)
var r=n(24280)
const i={kind:"lucid.history",version:1,runs:[]}
const o=90
const a=2e6
const c=500
const d=300
function pastRun(e,t,n,i){const{plan:o,lint:a,url:d,durationMs:u}=e
return{...{id:n,at:i,revision:o.source.revision,headline:(0,r.Pl)(e,t)},...(0,s.s)({url:d}),...u!==undefined&&{durationMs:Math.round(u)},services:Object.fromEntries(t.map(e=>[e.service,pastService(e)])),...a!==undefined&&{findings:a.findings.slice(0,c).map(findingLine)}}}function pastService({outcome:e,digest:t,size:n,buildMs:r,readyMs:i,latencyMs:o,health:a,problem:c}){return{outcome:e,...(0,s.s)({digest:t,size:n,buildMs:r,readyMs:i,latencyMs:o,health:a,problem:c?.slice(0,d)})}}function findingLine({code:e,message:t,at:n}){return`${n===undefined?"":`${n.file}: `}${t} (${e})`.slice(0,d)}function earlierRuns({runs:e},t){const n=e.findIndex(e=>e.id===t)
return n===-1?e:e.slice(0,n)}function appendRun(e,t){const n=e.runs.find(({id:e})=>e===t.id)
if(n!==undefined&&Object.keys(n.services).length>Object.keys(t.services).length)return e
const s=n===undefined?[...e.runs,t]:e.runs.map(e=>e===n?{...t,at:e.at}:e)
let r=s.slice(-o)
const i=r.map(e=>Buffer.byteLength(JSON.stringify(e)))
let c=i.reduce((e,t)=>e+t,0)
let d=0
while(c>a&&d<r.length-1)c-=i[d++]??0
r=r.slice(d)
return{...e,runs:r}}}),57107:((e,t,n)=>{n.d(t,{Hs:()=>formatCommit,eG:()=>formatEstimate,pL:()=>holdText,rK:()=>remarkTexts})
var s=n(65421)
const remarkTexts=({remarks:e=[]})=>e.map(({severity:e,message:t,why:n,fix:s})=>`${e}: ${[t,n,s].filter(Boolean).join("; ")}`)
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function formatCommit({revision:e,event:t}){const n=e.slice(0,12)
const s=t.kind==="pull_request"?t.headRevision:undefined
return s===undefined||s===e?n:`${n}, the merge of ${s.slice(0,12)}`}const r={times:"by earlier build times",sizes:"by image sizes",guess:"estimated: no build times are known yet"}
function formatEstimate({matrix:e,jobEach:t,by:n}){const i=t.jobs-e.jobs
const o=insteadOf((0,s.LS)(e.jobs,"job"),e.jobs,t.jobs)
const a=insteadOf(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(t.wallSeconds))
const c=insteadOf((0,s.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,t.billedMinutes)
return`on GitHub ${o}${i>0?` (${i} saved)`:""}: ${a}, ${c}, ${r[n]}`}const insteadOf=(e,t,n)=>t===n?e:`${e} instead of ${n}`
const minutes=e=>Math.ceil(e/60)}),58459:((e,t,n)=>{n.r(t)
n.d(t,{build:()=>build,lint:()=>stage_lint,planOfRun:()=>planOfRun,publish:()=>stage_publish,report:()=>report,run:()=>stage_run,smoke:()=>smoke,verify:()=>verify,verifyHost:()=>verifyHost})
var s=n(51455)
var r=n(76760)
var i=n(96273)
var o=n(75747)
var a=n(15351)
var c=n(29799)
var d=n(39893)
var u=n(85465)
var l=n(99381)
var f=n(73024)
var p=n(49057)
var m=n(12311)
var h=n(9802)
var g=n(7575)
var w=n(16083)
const y=m.Ikc({kind:m.k5n(["dockerfile","files","args","base","image","settings","url","age","baked"]),name:m.YjP(),hash:m.YjP()})
const k=m.Ikc({kind:m.k5n(["never-built","changed","forced","stale","already-built","foreign","smoke","blocked"]),component:m.YjP().exactOptional(),detail:m.YjP()})
const v=m.Ikc({digest:m.YjP(),on:m.g1P(m.YjP(),m.YjP())})
const b=m.gMt("kind",[m.Ikc({kind:m.euz("build"),reasons:m.YOg(k),keep:v.exactOptional(),before:m.Ikc({digest:m.YjP(),size:m.aig()}).exactOptional()}),m.Ikc({kind:m.euz("unchanged"),reasons:m.YOg(k),digest:m.YjP(),size:m.aig()}),m.Ikc({kind:m.euz("blocked"),reasons:m.YOg(k),problems:m.YOg(g.zs)})])
const $=m.Ikc({ref:m.YjP(),pinned:m.YjP()})
const x=m.Ikc({kind:m.k5n(["copy","add","mount","base","context"]),label:m.YjP(),context:m.YjP(),sources:m.YOg(m.YjP()),excludes:m.YOg(m.YjP()),parents:m.zMY(),oneMode:m.zMY(),line:m.aig(),stage:m.aig()})
const S=m.Ikc({service:m.YjP(),platform:m.YjP(),fingerprint:m.YjP(),contentRef:m.YjP(),components:m.YOg(y),bases:m.YOg($),base:m.Ikc({name:m.YjP(),digest:m.YjP()}).exactOptional(),from:m.g1P(m.YjP(),m.YjP()),args:m.g1P(m.YjP(),m.YjP()),command:m.k5n(["own","inherited"]).exactOptional(),volatileArgs:m.YOg(m.YjP()),baked:m.g1P(m.YjP(),m.YjP()).exactOptional(),version:m.YjP().exactOptional(),takes:m.YOg(x).exactOptional(),decision:b})
const O=m.Ikc({immutable:m.YOg(m.YjP()),floating:m.YOg(m.YjP()),version:m.YjP().exactOptional(),versioned:m.YOg(m.YjP()).exactOptional(),kept:m.YOg(m.YjP()).exactOptional()})
const E=m.Ikc({...g.zs.shape,severity:m.k5n(["warning","note"])})
const P=m.Ikc({name:m.YjP(),service:m.YjP(),platform:m.YjP(),runner:m.KCZ([m.YjP(),m.YOg(m.YjP())]),phase:m.YjP(),wave:m.aig()})
const j=m.Ikc({jobs:m.aig(),wallSeconds:m.aig(),billedMinutes:m.aig()})
const M=m.Ikc({matrix:j,jobEach:j,by:m.k5n(["times","sizes","guess"])})
const I=m.Ikc({service:m.YjP(),platform:m.YjP(),dockerfile:m.YjP(),files:m.YOg(m.Ikc({instruction:m.YjP(),line:m.aig(),context:m.YjP().exactOptional(),paths:m.YOg(m.YjP())})),images:m.YOg(m.Ikc({ref:m.YjP(),use:m.YjP(),line:m.aig(),platform:m.YjP(),pinned:m.YjP().exactOptional()})),catalogImages:m.g1P(m.YjP(),m.YjP()),urls:m.YOg(m.Ikc({url:m.YjP(),line:m.aig(),pinned:m.zMY()})),contexts:m.g1P(m.YjP(),m.YjP()),args:m.g1P(m.YjP(),m.YjP()),volatileArgs:m.YOg(m.YjP()),secrets:m.YOg(m.YjP()),ssh:m.YOg(m.YjP()),wholeContext:m.YOg(m.Ikc({reason:m.YjP(),line:m.aig().exactOptional()}))})
const R=m.Ikc({kind:m.euz("lucid.plan"),version:m.euz(1),project:m.YjP(),root:m.YjP(),source:w.dr,network:h.uT,phases:m.YOg(h.h7),services:m.YOg(h.dh),planned:m.YOg(h.$m),externals:m.YOg(h.pi),selected:m.YOg(m.YjP()),images:m.YOg(S),parents:m.YOg(m.YjP()).exactOptional(),tags:m.g1P(m.YjP(),O),waves:m.YOg(m.YOg(m.YjP())),matrix:m.Ikc({include:m.YOg(P)}),smokeMatrix:m.Ikc({include:m.YOg(P)}).exactOptional(),estimate:M.exactOptional(),remarks:m.YOg(E).exactOptional(),inputs:m.YOg(I).exactOptional()})
var C=n(94164)
var T=n(86702)
var A=n(29557)
async function loadOrMakePlan(e,t,n,s){const{plan:i,out:o}=e
if(i===undefined)return(0,A.plan)(e,t,{registry:n,scope:s})
const a=(0,p.gt)(i)
const c=a?r.resolve(o,"plan.json"):r.resolve(t.cwd,i)
const d=a?(0,p.K9)(i,R):await(0,C.u0)(c,R)
if(d===undefined)throw new u.yo({code:"document/missing",message:"the plan does not exist",at:{file:i},fix:"write it with `lucid plan`, or leave the option out to plan again"})
const l=r.dirname(r.resolve(t.cwd,e.catalog))
if(!(0,f.existsSync)(l))throw new u.yo({code:"catalog/unreadable",message:"the folder that the plan's paths are relative to does not exist",at:{file:l},fix:"name the plan's catalog with --catalog"})
const m={...d,root:l}
const h=narrowPlan(m,a?"the packed plan":i,e,s)
await(0,C.ft)(o,!a&&r.resolve(o,"plan.json")===c?m:h)
return h}async function planOfRun(e){const t=r.join(e.out,"plan.json")
const n=await(0,C.u0)(t,R)
return n===undefined||e.plan===undefined?n:narrowPlan(n,t,e)}function narrowPlan(e,t,{service:n,phase:s,platform:r},i="to-build"){const o=e.services.filter(({name:t})=>e.selected.includes(t))
const a=(0,T.Zo)({...e,file:t,services:o},{services:n,phases:s});(0,T.FE)(r,e.services)
const c=(0,T.hB)(r)
if(a.length===o.length&&c.length===0)return e
const d=new Set(a.map(({name:e})=>e))
const u=e.selected.filter(e=>d.has(e))
for(const t of d){const n=e.services.find(e=>e.name===t)?.needs??[]
for(const e of i==="to-run"?n:[])d.add(e)
for(const n of e.images)if(n.service===t)for(const e of Object.values(n.from))d.add(e)}return{...e,selected:u,images:e.images.filter(e=>d.has(e.service)&&(c.length===0||c.includes(e.platform)))}}var _=n(32992)
var D=n(36540)
var N=n(25921)
var Y=n(16496)
const F=8
async function maskedValues({env:e,masked:t=[],secrets:n}){const s=Object.values((0,Y.Ag)(await(0,i.Pd)(e,"auths"))??{}).flatMap(loginSecrets)
return[...t,...(0,N.w2)(e),...n?.values.values()??[],...s.filter(({length:e})=>e>=F)]}function loginSecrets(e){const{auth:t,identitytoken:n,registrytoken:s,password:r}=(0,Y.Ag)(e)??{}
const[,i]=/^[^:]*:(.*)$/s.exec(Buffer.from((0,Y.E3)(t)??"","base64").toString())??[]
return[i,n,s,r].flatMap(e=>(0,Y.E3)(e)??[])}var B=n(63773)
var L=n(15044)
var H=n(33795)
const U=m.Ikc({kind:m.k5n(["http","tcp","grpc","command","healthcheck","negative","discovery","stable","exit"]),target:m.YjP(),port:m.aig().exactOptional(),ok:m.zMY(),status:m.aig().exactOptional(),latencyMs:m.aig().exactOptional(),attempts:m.aig(),error:m.YjP().exactOptional()})
const G=m.k5n(["healthy","unhealthy","skipped","not tried","unknown"])
const W=m.k5n(["pull","start","ready","stable","stop"])
const z=m.Ikc({exitCode:m.aig(),output:m.YjP()})
const q=m.Ikc({container:m.aig(),published:m.aig().exactOptional(),listens:m.YjP().exactOptional()})
const V=m.Ikc({phase:W,guess:m.YjP(),lastProbe:m.YjP().exactOptional(),exitCode:m.aig().exactOptional(),exitMeaning:m.YjP().exactOptional(),healthLog:m.YOg(z).exactOptional(),ports:m.YOg(q).exactOptional(),inspect:m.g1P(m.YjP(),m.KCZ([m.YjP(),m.aig(),m.zMY()])).exactOptional(),log:m.YOg(m.YjP()),file:m.YjP().exactOptional()})
const K=m.Ikc({service:m.YjP(),platform:m.YjP(),ref:m.YjP(),digest:m.YjP(),verdict:G,trial:m.YjP().exactOptional(),reason:m.YjP().exactOptional(),warnings:m.YOg(m.YjP()).exactOptional(),passedBefore:m.YjP().exactOptional(),needs:m.YOg(m.YjP()).exactOptional(),architecture:m.YjP().exactOptional(),emulated:m.euz(true).exactOptional(),startedAt:m.YjP().exactOptional(),runner:m.YjP().exactOptional(),durationMs:m.aig().exactOptional(),readyMs:m.aig().exactOptional(),stopMs:m.aig().exactOptional(),killed:m.euz(true).exactOptional(),probes:m.YOg(U),failure:V.exactOptional(),logFile:m.YjP().exactOptional()})
const J=m.Ikc({kind:m.euz("lucid.smoke"),version:m.euz(1),revision:m.YjP(),network:m.Ikc({name:m.YjP(),subnet:m.YjP().exactOptional(),note:m.YjP().exactOptional()}),services:m.YOg(K),composeFile:m.YjP().exactOptional(),leftovers:m.YOg(m.YjP()).exactOptional(),durationMs:m.aig()})
var Z=n(11886)
var X=n(64320)
var Q=n(40318)
var ee=n(10976)
var te=n(28195)
var ne=n(47687)
var se=n(76374)
var re=n(32270)
var ie=n(46226)
var oe=n(68261)
const ae=200
function imageSpec(e){const{user:t,workingDir:n,env:s,entrypoint:r,command:i,exposedPorts:o,healthcheck:a}=e
return{...t!==undefined&&t!==""&&{user:t},...(0,d.s)({workingDir:n}),env:Object.fromEntries(Object.entries(s).map(([e,t])=>[e,isSecret(e,t)?"***":t])),...(0,d.s)({entrypoint:r,command:i}),exposedPorts:o,...(0,d.s)({healthcheck:a}),layers:layersOf(e)}}const isSecret=(e,t)=>t!==""&&(/pass|secret|token|credential|(^|_)key$/i.test(e)||/:\/\/[^/@\s:]{0,200}:[^/@\s]{1,2000}@/.test(t))
function layersOf({layers:e,history:t}){const n=t.filter(({empty:e})=>!e)
const s=n.length===e.length&&!n.some(({createdBy:e})=>/^\[[^\]]* \d+\/\d+\] /.test(e))
return e.map(({size:e},t)=>{const r=s?instruction(n[t]?.createdBy??""):""
return r===""?{size:e}:{size:e,by:r}})}function instruction(e){const t=(0,oe.g$)(e).replace(/\s+/g," ").replace(/ # buildkit$/,"").replace(/^\/bin\/sh -c #\(nop\) +/,"").replace(/^(RUN )?(?:\|\d+ (?:[^\s=]+=\S* )*)?\/bin\/sh -c /,"RUN ").trim()
return t.length>ae?`${t.slice(0,ae-1)}\u2026`:t}function lagBackoff({signal:e,report:t}){return new ie.nO(ie.HK.registryLag,n=>{t({until:re.m.now()+n,next:"retry"})
return(0,re.y)(n,e)})}async function readBack(e,t,n,s){let r
const i=lagBackoff(s)
do{r=(await e.head(t.contentRef))?.digest
if(r!==n)continue
const s=await e.imageFacts(`${(0,Z._M)(t.contentRef)}@${n}`,t.platform)
if(s!==undefined)return{digest:n,facts:s}}while(await i.wait())
throw new Error(r===undefined||r===n?`${t.contentRef} was pushed as ${n}, but the registry does not have it`:`${t.contentRef} was pushed as ${n}, but the registry has ${r} there`)}async function writeContentTag(e,{contentRef:t},n,s){const r=`${(0,Z._M)(t)}@${n}`
const i=lagBackoff(s)
let o=await e.manifest(r)
while(o===undefined&&await i.wait())o=await e.manifest(r)
if(o!==undefined){await e.putManifest(t,o.bytes,o.descriptor.mediaType,"content")
return}throw new Error(`${r} was pushed, but the registry does not have it`)}function rowFromFacts(e,t,n,{platform:s,outcome:r}){const{attestations:i}=e
return{digest:e.digest,size:e.size,layers:e.layers.length,spec:imageSpec(e),...i.length>0&&{attestations:i.map(({digest:e})=>e)},checks:(0,se.wW)({facts:e,service:t,source:n,platform:s,outcome:r})}}async function buildResultFromRegistry(e,t){const n=await Promise.all(e.images.map(n=>find(n,e,t)))
return{kind:"lucid.build",version:1,revision:e.source.revision,images:n,command:[],durationMs:0}}async function find(e,{services:t,source:n},s){const{platform:r,fingerprint:i,contentRef:o,decision:a}=e
const c=t.find(({name:t})=>t===e.service)
if(c===undefined)throw new Error(`the plan has an image of ${e.service}, but no such service`)
const u={service:c.name,platform:r,fingerprint:i,contentRef:o,checks:[]}
if(a.kind==="blocked")return{...u,outcome:"failed",error:{message:a.problems[0]?.message??"cannot be planned"}}
let l
try{l=await s.imageFacts(o,r)}catch(e){if(!(0,ee.__)(e))throw e
const[{code:t}={}]=e.problems
return{...u,outcome:"failed",error:{message:e.message,...(0,d.s)({code:t})}}}if(l===undefined)return{...u,outcome:"skipped",error:{message:missing(o,a.kind)}}
const f=await(0,ne.f)(s,e,n,l)
if(f!==undefined){const e=`${(0,te.eQ)(o,f)}. Fix: run all jobs again, the plan too`
return{...u,outcome:"failed",error:{message:e,code:"registry/foreign-image"}}}const p=rowFromFacts(l,c,n,{platform:r,outcome:"unchanged"})
const m=a.kind==="build"&&a.keep?.digest===l.digest
return{...u,outcome:a.kind==="build"&&!m?"built":"unchanged",...p}}function missing(e,t){return t==="build"?`is not in the registry: ${e}`:`was in the registry when the plan was made, and is gone: ${e}. Fix: run all jobs again, the plan too`}var ce=n(38522)
var de=n(37521)
var ue=n(56636)
const le="application/vnd.lucid.note.v1+json"
const fe={run:"com.lucid.run",row:"com.lucid.row"}
const pe=5e5
const me=16*1024*1024
function workflowRunId({GITHUB_ACTIONS:e,GITHUB_REPOSITORY:t,GITHUB_RUN_ID:n}){return e==="true"&&n?`${t??""}/${n}`:undefined}const resultRef=(e,t)=>`${e}.${t}`
async function writeJobResult(e,t,n,{run:s,row:r}){const i={[ce.constants.BROTLI_PARAM_QUALITY]:6}
const o=(0,ce.brotliCompressSync)(JSON.stringify(r),{params:i}).toString("base64")
if(o.length>pe)return
const a={[fe.run]:s,[fe.row]:o}
const c=resultRef(t,n)
await(0,ue.qg)(e,{ref:c,owner:"job-result",artifactType:le,annotations:a})}async function readJobResult(e,t,{kind:n,run:s,schema:r,onIgnored:i}){const o=resultRef(t,n)
const ignore=e=>{i(`${o} is ignored: ${e}`)
return undefined}
const a=await e.manifest(o).catch(e=>ignore(e.message))
if(a===undefined)return undefined
const{content:c}=a
if(c.kind!=="image"||c.artifactType!==le)return ignore("it is not the result of a job")
const{[fe.run]:d,[fe.row]:u=""}=c.annotations
if(d!==s)return undefined
let l
try{const e={maxOutputLength:me}
const t=(0,ce.brotliDecompressSync)(Buffer.from(u,"base64"),e)
l=(0,de.Y)(t,ignore)}catch{return ignore("its row cannot be unpacked")}return l!==undefined&&(0,Y.lA)(r,l,ignore)?l:undefined}var he=n(67953)
async function storeJobResults(e,t,n,{options:s={},...r}){const i=workflowRunId(r.env)
if(i===undefined||(0,Q.mm)(r.signal)||(0,w.ty)(n.source))return
const o=(0,B.cs)(s,{...r,signal:(0,Q.Z5)(r.signal)})
const a=await Promise.all(e.map(async e=>{const s=n.images.find(({service:t,platform:n})=>t===e.service&&n===e.platform)
if(s===undefined)return undefined
return writeJobResult(o,s.contentRef,t,{run:i,row:e}).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const c=a.find(e=>e!==undefined)
if(c!==undefined)r.log(`some results could not be stored in the registry for the report: ${c}`)}async function loadJobResults(e,t,n){const{out:s,publishResult:r}=e
const i=(0,B.cs)(e,t)
const o=workflowRunId(t.env)
if(r!==undefined&&(0,p.gt)(r))await(0,C.ft)(s,(0,p.K9)(r,H.I2))
const onIgnored=e=>t.log(`note: found, but ${e}`)
const a={registry:i,run:o,onIgnored:onIgnored}
const c=await(0,C.tf)(s,L.b9)??await loadBuild(n,a)
await(0,C.ft)(s,c)
if(await(0,C.tf)(s,J)!==undefined)return
await(0,C.ft)(s,await loadSmoke(n,c,a))}async function readRow({registry:e,run:t,onIgnored:n},s,r,i){if(t===undefined)return undefined
const{service:o,platform:a,contentRef:c}=s
const d=await readJobResult(e,c,{kind:r,run:t,schema:i,onIgnored:n})
const isOurs=e=>e===undefined||e.service===o&&e.platform===a
if(isOurs(d))return d
n(`${c}.${r} is ignored: it is about another image`)
return undefined}async function loadBuild(e,t){const{registry:n}=t
const s=await buildResultFromRegistry(e,n)
const r=new Set(e.images.flatMap(e=>e.decision.kind==="build"?e.contentRef:[]))
const i=await Promise.all(s.images.map(async e=>{const n=await readRow(t,e,"build",L.$_)
if(e.digest!==undefined)return[n?.digest===e.digest?n:e]
if(n!==undefined&&n.digest===undefined)return[n]
return e.outcome==="skipped"&&r.has(e.contentRef)?[]:[e]}))
return{...s,images:i.flat()}}async function loadSmoke(e,t,n){const{registry:s,onIgnored:r}=n
const i=await Promise.all(t.images.map(async t=>{const{service:i,platform:o,digest:a,contentRef:c}=t
if(a===undefined||!e.selected.includes(i))return[]
const d=await readRow(n,t,"tried",K)
if(d?.digest===a)return[d]
const u=await(0,he.B)("changed",s,e)({service:i,platform:o,digest:a})
if(u.kind==="unknown"&&u.ignored!==undefined)r(u.ignored)
if(u.kind!=="passed")return[]
const{revision:l}=u
const f=`this image passed smoke before, for ${l.slice(0,12)}`
const{hash:p}=(0,X.fO)(e,(0,he.k)(e,i))
const m={service:i,platform:o,ref:`${(0,Z._M)(c)}@${a}`,digest:a,trial:p}
return[{...m,verdict:"skipped",reason:f,passedBefore:l,probes:[]}]}))
const{revision:o}=e.source
return{kind:"lucid.smoke",version:1,revision:o,network:e.network,services:i.flat(),durationMs:0}}var ge=n(57975)
var we=n(94203)
var ye=n(84949)
const ke=2
const ve=128<<20
function openLayerCache(e){const t=r.join((0,c.g6)(e),"layer-contents")
let n
const fileOf=e=>r.join(t,`${e.replace(/[^a-z0-9]/g,"-")}.v${ke}.json.gz`)
return{async read(e){try{const t=fileOf(e)
const n=JSON.parse(String(await(0,ge.promisify)(ce.gunzip)(await(0,s.readFile)(t))))
if(!(0,ye.R)(n))return undefined
const r=new Date
await(0,s.utimes)(t,r,r)
return n}catch{return undefined}},async write(e,s){try{const r=await(0,ge.promisify)(ce.gzip)(JSON.stringify(s),{level:1})
await(0,we.f)(fileOf(e),r,{fileMode:384,folderMode:448})
n??=prune(t)
await n}catch{}}}}async function prune(e){try{const t=await Promise.all((await(0,s.readdir)(e)).map(async t=>{const n=r.join(e,t)
const{mtimeMs:i,size:o}=await(0,s.stat)(n)
return{file:n,mtimeMs:i,size:o}}))
let n=0
for(const{file:e,size:r}of t.sort((e,t)=>t.mtimeMs-e.mtimeMs)){n+=r
if(n>ve)await(0,s.unlink)(e)}}catch{}}var be=n(65538)
var $e=n(52886)
async function verify(e,t){const n=(0,B.cs)(e,t)
const s=await loadOrMakePlan(e,t,n)
const{images:r}=await buildResultFromRegistry(s,n)
const i=r.filter(({service:e})=>s.selected.includes(e))
const o=await verifyImages({...t,registry:n,plan:s},i,r)
await(0,C.ft)(e.out,o)
return o}async function verifyImages(e,t,n){const s=await openVerifier(e)
return s.result(await s.verify(t,n))}async function openVerifier(e){const{docker:t,progress:s,signal:r,now:i,layerCache:o,registry:a,plan:c}=e
const{Verifier:u}=await n.e(8878).then(n.bind(n,58878))
const floatingTag=e=>normalFloatingTag(e,c)
return new u({plan:c,registry:a,...(0,d.s)({docker:t,layerCache:o}),floatingTag:floatingTag,progress:s,signal:r,now:i})}function normalFloatingTag(e,{source:t,project:n}){return(0,$e.T)(e,(0,w.BK)(t),{project:n}).floating[0]}async function verifyUnpublished(e,t,n){const{registry:s,plan:r}=e
const{images:i}=t
const o=i.filter(needsVerification)
const a=o.filter(({outcome:e})=>e==="unchanged").map(({service:e})=>e)
const c=await(n??publishedDigests(s,r,a))
const tagOf=({outcome:e,digest:t=""})=>e==="built"?undefined:c.get(t)
const d=o.filter(e=>tagOf(e)===undefined)
const u=d.length===0?undefined:await verifyUnlessCancelled(e,d,i)
const{images:l}=(0,be.uJ)(t,u??{images:[]})
return{...t,images:l.map(e=>{if(!needsVerification(e))return e
const t=tagOf(e)
const n=t===undefined?"cancelled":`already published as ${t}; lucid verify checks it again`
return{...e,unchecked:[{id:"layers",reason:n}]}})}}function verifyDuringBuild(e){const{plan:t,signal:n}=e
const isIndependent=({service:e,platform:n})=>t.images.some(t=>t.service===e&&t.platform===n&&Object.keys(t.from).length===0)
let s
const r=[]
const open=()=>{s??=openVerifier(e)
return s}
return{start(){if(t.images.some(({decision:e})=>e.kind==="build"))void(0,l.y)(()=>open().then(e=>e.prefetch()))},add(e){if(e.outcome!=="built"||!needsVerification(e)||!isIndependent(e)||n.aborted)return
r.push((0,l.y)(()=>open().then(t=>t.verify([e],[]))))},[Symbol.dispose](){s?.then(e=>e[Symbol.dispose](),()=>{})},async addTo(e){const t=await Promise.all(r.map(e=>e.catch(e=>{if(n.aborted)return[]
throw e})))
return(0,be.uJ)(e,{images:t.flat()})}}}const needsVerification=({digest:e,checks:t})=>e!==undefined&&!t.some(({id:e})=>e==="layers")
async function verifyUnlessCancelled(e,t,n){if(e.signal.aborted)return undefined
return verifyImages(e,t,n).catch(t=>{if(e.signal.aborted)return undefined
throw t})}async function publishedDigests(e,t,n){const s=new Set(n)
const r=await Promise.all(t.services.filter(({name:e})=>s.has(e)).map(async n=>{const s=normalFloatingTag(n,t)
const r=s===undefined?undefined:await e.manifest(`${n.image}:${s}`)
const{content:i,descriptor:o}=r??{}
const a=i?.kind==="index"?i.manifests.map(({digest:e})=>e):[]
return[...a,...o===undefined?[]:[o.digest]].map(e=>[e,s??""])}))
return new Map(r.flat())}var xe=n(36320)
var Se=n(71190)
const Oe="318211200"
function buildArgs(e,t,n){const{project:s,source:r}=e
const i=(0,Se.H0)(n.volatileArgs,r,t,{project:s,version:n.version})
return{SOURCE_DATE_EPOCH:imageDate(e,t),...n.args,...i}}function imageLabels({project:e,source:t},n,{base:s,args:r}){return(0,xe.Fn)(t,n,{project:e,...(0,d.s)({version:r.VERSION}),...s&&{baseName:s.name,baseDigest:s.digest}})}function imageDate({project:e,source:t},n){const s=(0,xe.xw)(t,n,{project:e})
const r=(0,xe.V$)(n.args,s).SOURCE_DATE_EPOCH
const i=n.created==="commit"?(0,xe.ey)(t):undefined
return r??(i===undefined?Oe:String(Math.floor(Date.parse(i)/1e3)))}function imageId({service:e,platform:t}){return`${e} ${t}`}function targetNames(e){const t=new Map
const n=new Set
for(const s of e){const e=`${s.service}_${s.platform}`.replace(/[^a-zA-Z0-9_-]/g,"-")
let r=e
for(let t=2;n.has(r);t++)r=`${e}-${t}`
n.add(r)
t.set(imageId(s),r)}return t}function csv(e){return e.map(e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e).join(",")}function attestSpecs({provenance:e,sbom:t,builderId:n}){return[e==="off"?"type=provenance,disabled=true":csv(["type=provenance",`mode=${e}`,...n===undefined?[]:[`builder-id=${n}`]]),t===undefined?"type=sbom,disabled=true":csv(["type=sbom",`generator=${t}`])]}const Ee=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","REVISION","VERSION","SOURCE_DATE_EPOCH"])
function provenanceProblems(e,{provenance:t},n){if(t!=="max")return[]
const s="use `provenance: min`, which omits their values"
const r=e.services.flatMap(t=>{const n=e.images.filter(e=>e.service===t.name&&isBuilt(e))
const r=new Set(n.flatMap(n=>Object.keys(buildArgs(e,t,n))))
const i=[...r].filter(e=>!Ee.has(e)).sort()
if(i.length===0)return[]
const o=`${t.name} is built with ${i.join(", ")}, and \`provenance: max\` would show the value to everyone who has the image`
return[{code:"build/provenance",message:o,at:t.at,fix:s}]})
if(n.length>0)r.push({code:"build/provenance",message:`Docker's configuration adds ${n.join(", ")} to every build, and \`provenance: max\` would show the value to everyone who has the image`,fix:s})
return r}const isBuilt=({decision:e})=>e.kind==="build"
function builderIdOf(e){const{GITHUB_ACTIONS:t,GITHUB_SERVER_URL:n,GITHUB_REPOSITORY:s,GITHUB_RUN_ID:r,GITHUB_RUN_ATTEMPT:i="1"}=e
if(t!=="true"||!n||!s||!r)return undefined
return`${n}/${s}/actions/runs/${r}/attempts/${i}`}const Pe={kind:"none",read:[]}
function autoCacheKind(e,t){const n=t==="remote"||t==="kubernetes"||t==="cloud"
return hasGitHubCache(e)&&!n?"gha":"none"}function hasGitHubCache(e){return Boolean(e.ACTIONS_RUNTIME_TOKEN&&(e.ACTIONS_RESULTS_URL||e.ACTIONS_CACHE_URL))}function cacheScopes(e,t,n){const{event:s}=e
const r=t.GITHUB_ACTIONS==="true"
const{defaultBranch:i=(r?undefined:"main")}=e
const o={kind:"protected"}
if(s.kind==="pull_request"){if(s.number===undefined)return{read:[o]}
const t={kind:"pull-request",number:s.number}
return{read:[t,o],...!(0,w.ty)(e)&&{write:t}}}if(!(0,w.cB)(e))return{read:[o]}
const a="branch"in s?s.branch:undefined
const c=s.kind==="tag"?`refs/tags/${s.tag}`:`refs/heads/${a}`
if(r&&t.GITHUB_EVENT_NAME?.startsWith("pull_request"))return{read:[o]}
const d=t.GITHUB_REF_PROTECTED==="true"&&t.GITHUB_REF===c
const u=!r&&(a===undefined||n==="local")
const l=a!==undefined&&a===i
return{read:[o],...(u||d||l)&&{write:o}}}const je="timeout=2m"
function cacheSpecs(e,t,n,s){const{kind:i,read:o,write:a}=e
const place=o=>{const a=o.kind==="pull-request"?`pr-${o.number}-`:""
const c=`${a}${s.platform.replaceAll("/","-")}`
if(i==="registry")return`${n.image}:cache-${c}`
if(i==="local")return r.join(e.folder??"",t.project,n.name,c)
return`lucid/${t.project}/${n.name}/${c}`}
const c=["mode=max","ignore-error=true"]
switch(i){case"none":return{from:[],to:[]}
case"inline":{const e=t.tags[n.name]?.floating??[]
const s=e.slice(0,1).map(e=>csv(["type=registry",`ref=${n.image}:${e}`]))
return{from:s,to:a?.kind==="protected"?["type=inline"]:[]}}case"gha":return{from:o.map(e=>csv(["type=gha",`scope=${place(e)}`,je])),to:a===undefined?[]:[csv(["type=gha",`scope=${place(a)}`,...c,je])]}
case"registry":return{from:o.map(e=>csv(["type=registry",`ref=${place(e)}`])),to:a===undefined?[]:[csv(["type=registry",`ref=${place(a)}`,...c,"image-manifest=true","oci-mediatypes=true"])]}
case"local":return{from:o.map(e=>csv(["type=local",`src=${place(e)}`])),to:a===undefined?[]:[csv(["type=local",`dest=${place(a)}`,...c])]}
default:return i}}var Me=n(33916)
function escapeBake(e){return escapeValue(e)}function escapeValue(e){if(typeof e==="string")return e.replace(/[$%](?=\{)/g,e=>e+e)
if(Array.isArray(e))return e.map(escapeValue)
if(typeof e==="object"&&e!==null)return Object.fromEntries(Object.entries(e).map(([e,t])=>[escapeValue(e),escapeValue(t)]))
return e}var Ie=n(17240)
var Re=n(11939)
const Ce={values:new Map}
const secretEnvName=e=>`LUCID_BUILD_SECRET_${e}`
function secretEnvironment(e){return Object.fromEntries([...e].map(([e,t])=>[secretEnvName(e),t]))}async function readSecrets(e,t,n,s=Ce){const r=[]
const i=[]
for(const o of e.secrets){const e=o.from==="env"?readVariable(o.env,n,s):await readSecretFile(o.file,t,n)
if("value"in e)i.push(e.value)
else r.push(`secret ${o.id}: ${e.why}`)}return{missing:r,values:i}}function readVariable(e,t,n){const s=whyRefused(e,n)
if(s!==undefined)return{why:s}
const r=n.values.get(e)??(t[e]||undefined)
if(r!==undefined)return{value:r}
return{why:n.names===undefined?`${e} is unset or empty; set it in the environment of this step`:`${e} is unset or empty in build-secrets and in the environment; set it in build-secrets`}}function whyRefused(e,{values:t,names:n}){const s=(0,N.Ip)(e)
if(s!==undefined)return`no build may read ${e}, a variable of ${s}; name a variable of your own`
if((0,N.Pl)(e)&&!t.has(e))return`builds may read ${e} only if the workflow gives its value: add \`${e}=$`+`{{ secrets.GITHUB_TOKEN }}\` to build-secrets and ${e} to build-secret-names; elsewhere name a variable of your own`
return n?.has(e)===false?`builds may not read ${e}; add it to build-secret-names`:undefined}async function readSecretFile(e,t,n){const[i,o]=await Promise.all([(0,s.realpath)(t),(0,s.realpath)(r.join(t,e)).catch(()=>undefined)])
if(o===undefined)return{why:`the file ${e} does not exist`}
const refused=t=>({why:`no build may read the file ${e}: ${t}; name another file`})
if(!isBelow(o,i))return refused("it is outside of the repository")
if((0,Ie.D)(r.relative(i,o)))return refused("git may keep a token in it")
const a=[n.RUNNER_TEMP,n.GITHUB_EVENT_PATH&&r.dirname(n.GITHUB_EVENT_PATH),(0,Re.P)(n)]
for(const e of a){const t=e?await(0,s.realpath)(e).catch(()=>undefined):undefined
if(t!==undefined&&isBelow(t,i)&&isBelow(o,t))return refused("it belongs to the runner or to Docker")}return(0,s.readFile)(o,"utf8").then(e=>({value:e}),t=>({why:`the file ${e} cannot be read: ${t.code}`}))}const isBelow=(e,t)=>e.startsWith(t.endsWith(r.sep)?t:t+r.sep)
const Te="SSH_AUTH_SOCK"
function missingSshAgents({ssh:e=[]},t,n=Ce){return e.flatMap(({id:e,env:s=Te})=>{const r=s===Te?undefined:whyRefused(s,n)
if(r!==undefined)return[`ssh ${e}: ${r}`]
if(sshAgentPath(s,t)!==undefined)return[]
const i=s===Te?t[s]:"a path"
const o=t[s]?`names ${i}, which does not exist`:"is unset or empty"
return[`ssh ${e}: ${s} ${o}; start an agent, or set ${s} for this step`]})}function sshAgentPath(e,t){const n=t[e]
return n&&(0,f.existsSync)(n)?n:undefined}function pushesByDigest(e){return e!=="docker"}function rewritesTimestamps({CI:e=""}){return e!==""&&e!=="false"}function outputSpec({contentRef:e},{compression:t,rewriteTimestamp:n},{date:s,driver:r,rewriteTimestamp:i}){const o=pushesByDigest(r)?[`name=${(0,Z._M)(e)}`,"push-by-digest=true","name-canonical=true"]:[`name=${e}`,"store=false","unpack=false"]
const a=[`rewrite-timestamp=${n??i}`,`source-date-epoch=${s}`]
const c=t===undefined?[]:[`compression=${t}`]
return csv(["type=image",...o,"push=true",...a,...c,"oci-mediatypes=true"])}function bakeDefinition(e){const t=e.images??e.plan.images.filter(({decision:e})=>e.kind==="build")
const n=new Map(e.plan.services.map(e=>[e.name,e]))
const s=targetNames(t)
const r=Object.fromEntries(t.map(t=>{const r=n.get(t.service)
if(r===undefined)throw new Error(`the plan has an image of ${t.service}, but no such service`)
return[s.get(imageId(t))??t.service,bakeTarget(e,s,r,t)]}))
return escapeBake({group:{default:{targets:[...s.values()]}},target:r})}function bakeTarget(e,t,n,s){const{plan:i,root:o,cache:a=Pe,attest:c={provenance:"off"},driver:u="docker",rewriteTimestamp:l=true}=e
const f=e.steps==="uncached"||isStale(s)
const{from:p,to:m}=cacheSpecs(a,i,n,s)
const{ssh:h=[]}=n
const g=pathFinder(e,n,s)
return{context:g("context",n.context),dockerfile:r.join(g("dockerfile",r.dirname(n.dockerfile)),r.basename(n.dockerfile)),...(0,d.s)({target:n.target}),platforms:[s.platform],args:buildArgs(i,n,s),labels:imageLabels(i,n,s),annotations:annotationsOf(s,i.source,e.parentHashes?.get(imageId(s))),contexts:namedContexts(e,t,n,s),secret:n.secrets.map(t=>secretSpec(o,t,e.secretValues)),...h.length>0&&{ssh:h.map(t=>sshSpec(t,e.env??{}))},...p.length>0&&!f&&{"cache-from":p},...m.length>0&&{"cache-to":m},attest:attestSpecs(c),output:[outputSpec(s,n,{date:imageDate(i,n),driver:u,rewriteTimestamp:l})],...f&&{"no-cache":true}}}function pathFinder({folderAt:e,root:t},n,s){return(i,o)=>e?.(s,n,i,o)??r.join(t,o)}function annotationsOf(e,t,n={}){const{components:s,baked:r}=e
const i=Object.fromEntries(s.map(({name:e,hash:t})=>[e,t]))
const o=Object.entries((0,te.dn)((0,te.cu)(e,t)))
return[...o.map(([e,t])=>`manifest:${e}=${t}`),`manifest:com.lucid.components=${JSON.stringify(i)}`,...r===undefined?[]:[`manifest:${Se.zt}=${JSON.stringify(r)}`],...Object.keys(n).length>0?[`manifest:com.lucid.parents=${JSON.stringify(n)}`]:[]]}function isStale({decision:e}){return e.reasons.some(({kind:e})=>e==="stale")}function secretSpec(e,t,n){switch(t.from){case"env":return csv([`id=${t.id}`,`env=${n?.has(t.env)?secretEnvName(t.env):t.env}`])
case"file":return csv([`id=${t.id}`,`src=${r.join(e,t.file)}`])
default:return t}}function sshSpec({id:e,env:t},n){if(t===undefined)return csv([e])
return csv([`${e}=${sshAgentPath(t,n)??""}`])}function namedContexts(e,t,n,s){const r=pathFinder(e,n,s)
const i=new Map(s.bases.map(e=>[e.ref,e.pinned]))
const contextSpec=(n,o)=>{switch(o.kind){case"service":return catalogImage(e,t,o.service,s.platform)
case"image":return`docker-image://${i.get(o.ref)??o.ref}`
case"path":return r(`context:${n}`,o.path)
case"url":return o.url
default:return o}}
return Object.fromEntries([...s.bases.map(({ref:e,pinned:t})=>[(0,Me.GK)(e),`docker-image://${t}`]),...Object.entries(s.from).map(([n,r])=>[(0,Me.GK)(n),catalogImage(e,t,r,s.platform)]),...Object.entries(n.contexts).map(([e,t])=>[(0,Me.GK)(e),contextSpec(e,t)])])}function catalogImage({plan:e,pushed:t},n,s,r){const i=imageId({service:s,platform:r})
const o=e.images.find(e=>imageId(e)===i)
if(o===undefined)throw new Error(`the plan has no image of ${s} for ${r}`)
const a=t?.get(i)??(o.decision.kind==="unchanged"?o.decision.digest:undefined)
if(a!==undefined)return`docker-image://${(0,Z._M)(o.contentRef)}@${a}`
const c=n.get(i)
return c===undefined?`docker-image://${o.contentRef}`:`target:${c}`}function bakeFileText(e){return`${JSON.stringify(e,undefined,2)}\n`}var Ae=n(48161)
function parseBakeError(e){const t=e.findLastIndex(e=>e.startsWith("ERROR:"))
if(t<0){const t=e.findLast(e=>e.trim()!=="")??"docker buildx bake failed without a message"
return{message:t.trim()}}const n=e.findIndex((e,n)=>n>t&&e.trim()==="")
const s=e.slice(t,n<0?undefined:n).join("\n")
const r=s.slice("ERROR:".length).trim()
const i=/^target ([a-zA-Z0-9_-]+): /.exec(r)?.[1]
const o=e.findLastIndex((n,s)=>s<t&&/^-{5,}$/.test(e[s+1]??"")&&/:\d+$/.test(n))
const a=/:(\d+)$/.exec(e[o]??"")?.[1]
return{message:i===undefined?r:r.slice(`target ${i}: `.length),...(0,d.s)({target:i}),...a!==undefined&&{line:Number(a)}}}function describeFailure(e,t){const n=causeOf(e,t)
const s=[e.message,...t?.log??[]]
const r=registryAdvice(e.message)??De.find(({pattern:e})=>s.some(t=>e.test(t)))?.fix
return r===undefined?n:`${n}; fix: ${r}`}function registryAdvice(e){const t=/(?:failed to push|failed to resolve source metadata for|failed to copy:.{0,2000}) ([^\s/]+)\/([^\s:@]+)/.exec(e)
const[,n="",s=""]=t??[]
return(0,ee.tT)({host:n,repository:s},e,/403 Forbidden|denied/.test(e)?"used":"unknown")}function isRegistryUnreachable({message:e}){return!Fe.test(e)&&_e.test(e)&&!/did not complete successfully/.test(e)}const _e=/failed to do request: .{0,2000}(?:no such host|connection refused|no route to host|network is unreachable|i\/o timeout|proxyconnect|server misbehaving)/s
function causeOf({message:e},t){const n=e.replace(/^(?:failed to build: )?failed to solve: /,"").replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /,"").replace(/^rpc error: code = \w+ desc = /,"")
const s=/did not complete successfully: exit code: (\d+)/.exec(n)?.[1]
if(s!==undefined)return`${t?.name??"a step"} ended with exit code ${s}${exitMeaning(Number(s))}`
const r=/^("[^"]+"): not found$/.exec(n)?.[1]
if(r!==undefined&&t!==undefined)return`${t.name}: ${r} is not in the build context, or the ignore file hides it`
return n}function exitMeaning(e){const t={126:" (not executable)",127:" (command not found)",132:" (illegal instruction)",137:" (killed, usually out of memory)",139:" (segmentation fault)"}
return t[e]??""}const De=[{pattern:/exec format error/,fix:"use a machine of that platform, or add emulation (the action `setup`, or the package qemu-user-static)"},{pattern:/no space left on device/,fix:"free disk space on the engine: `docker system df` shows its use, `docker builder prune` frees the build cache"},{pattern:/no basic auth credentials|authentication required|authorization failed|insufficient_scope|denied: |: denied|40[13] (?:Unauthorized|Forbidden)/,fix:"log in with `docker login` as a user who may push there; on GitHub the job needs `packages: write` for ghcr.io"},{pattern:/failed to do request: .{0,2000}(?:no such host|connection refused|network is unreachable|proxyconnect)/s,fix:"check the registry's name, and that the engine can reach it: it has its own proxy and DNS settings"},{pattern:/no match for platform in manifest/,fix:"use a base image that supports this platform, or remove the platform from the catalog"}]
const Ne=/\b(?:408|429|499|500|502|503|504|522) [A-Z][a-z]+|toomanyrequests: |unavailable: |connection reset by peer|broken pipe|unexpected EOF|: EOF\b|i\/o timeout|TLS handshake timeout/
const Ye=/failed to push .{0,2000}(?:provided digest did not match uploaded content|blob unknown to registry|blob upload unknown)/s
const Fe=/Cannot connect to the Docker daemon|no builder ".{0,200}" found|failed to find driver/
const Be=/no such job\b|no active session|session not found|failed to (?:get|receive) status: |failed to list workers: |error reading from server|code = (?:Unavailable|Canceled)\b|transport is closing|client connection is closing/
function recoveryFor(e,t){if(e.message.includes("did not complete successfully")){const n=/exit code: (?:132|139)\b/.test(e.message)||t?.log.some(e=>/^qemu: uncaught target signal (?:4|11)\b/.test(e.trim()))===true
return{kind:n?"emulator":"none"}}if(Fe.test(e.message))return{kind:"engine-gone"}
if(Be.test(e.message))return{kind:"lost"}
return{kind:Ne.test(e.message)||Ye.test(e.message)?"registry":"none"}}function mayBeCausedByCache({message:e,line:t}){if(e.includes("did not complete successfully"))return false
return t===undefined||/\b(?:blob|layer|content|descriptor|failed to copy|failed to fetch)\b/i.test(e)}function isCacheConfigError({message:e}){return/failed to configure \S+ cache (?:importer|exporter)/.test(e)}var Le=n(77598)
function shortHash(e){return(0,Le.createHash)("sha256").update(JSON.stringify(e)).digest("hex").slice(0,16)}function contentHash(e,t){const sorted=e=>Object.entries(e).sort(([e],[t])=>e<t?-1:1)
const n=sorted(e.labels).filter(([e])=>!t.includes(e))
const s=[e.layers.map(({digest:e})=>e),sorted(e.settings),n]
return shortHash(s)}class ContentHashes{#s
#r
#i=new Map
constructor(e,t){this.#s=e
this.#r=t}add(e,t){this.#i.set(imageId(e),Promise.resolve(this.#o(e.service,t)))}async ofParents({from:e,platform:t}){const n=[...new Set(Object.values(e))].sort()
return Object.fromEntries(await Promise.all(n.map(async e=>[e,await this.#a({service:e,platform:t})])))}#a(e){const t=imageId(e)
const n=this.#i.get(t)??this.#c(e)
this.#i.set(t,n)
return n}async#c(e){const t=this.#s.images.find(t=>imageId(t)===imageId(e))
if(t===undefined)throw new Error(`the plan has no image of ${imageId(e)}`)
const{contentRef:n,decision:s,platform:r}=t
const i=s.kind==="unchanged"?`${(0,Z._M)(n)}@${s.digest}`:n
const o=await this.#r.imageFacts(i,r)
if(o===undefined)throw new Error(`${i} no longer exists; run it again`)
return this.#o(e.service,o)}#o(e,t){const n=this.#s.services.find(t=>t.name===e)
const s={base:{name:"-",digest:"-"},args:{VERSION:"-"}}
return contentHash(t,n===undefined?[]:Object.keys(imageLabels(this.#s,n,s)))}}class ContextLinks{#d
#u
#l
#f=new Map
constructor(e,t,n){this.#d=e
this.#u=t
this.#l=n}pathOf(e,t,n,s){const i=n==="dockerfile"?undefined:this.#l?.copyOf(s)
const o=i??r.join(this.#u,s)
if(process.platform==="win32")return o
const a=keyOf(this.#u,t)
const c=r.join(this.#d,n==="context"?a:shortHash([imageId(e),n]),a)
this.#f.set(c,o)
return c}async create(){for(const[e,t]of this.#f){await(0,s.mkdir)(r.dirname(e),{recursive:true})
await(0,s.symlink)(t,e)}}}function keyOf(e,{context:t,contexts:n}){const s=Object.entries(n).map(([e,t])=>[e,t.kind==="path"?t.path:""])
return shortHash([e,t,...s.sort().flat()])}function parseSolveEvent(e){if(!e.startsWith("{"))return undefined
const t=(0,Y.qF)(e)
if(t===undefined)return undefined
const n=record(t)
if(!["vertexes","statuses","logs","warnings"].some(e=>e in n))return undefined
return{vertexes:list(n.vertexes).map(readVertex),statuses:list(n.statuses).map(readStatus),logs:list(n.logs).map(e=>({vertex:solve_events_text(e.vertex)??"",data:Buffer.from(solve_events_text(e.data)??"","base64").toString("latin1")}))}}function readStatus(e){const t=count(e.total)
return{id:solve_events_text(e.id)??"",vertex:solve_events_text(e.vertex)??"",done:time(e.completed)!==undefined,current:count(e.current)??0,...(0,d.s)({total:t})}}function readVertex(e){const t=time(e.started)
const n=time(e.completed)
const s=solve_events_text(e.error)
return{id:solve_events_text(e.digest)??"",name:solve_events_text(e.name)??"",cached:e.cached===true,...(0,d.s)({started:t,completed:n,error:s})}}function record(e){return typeof e==="object"&&e!==null?e:{}}function list(e){return Array.isArray(e)?e.map(record):[]}function solve_events_text(e){return typeof e==="string"&&e!==""?e:undefined}function count(e){return typeof e==="number"&&e>=0?e:undefined}function time(e){const t=Date.parse(solve_events_text(e)??"")
return Number.isNaN(t)?undefined:t}const He=64<<10
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
const r=n.lastIndexOf("\r")
if(r>=0)this.#m=visible(n.slice(0,r))??this.#m
this.#p=n.slice(r+1,r+1+He)
for(const e of s)this.#y(e)
const i=this.#m??s.at(-1)
return{lines:s,...(0,d.s)({last:i})}}get lines(){return[...this.#h,...[visible(this.#p)??this.#m??[]].flat()]}get dropped(){return this.#w}#y(e){this.#h.push(e.slice(0,He))
this.#g+=e.length
while(this.#g>He&&this.#h.length>1){this.#g-=this.#h.shift()?.length??0
this.#w++}}}function visible(e){const t=e.split("\r").findLast(e=>e.trim()!=="")
return t===undefined?undefined:Buffer.from(t,"latin1").toString("utf8")}const Ue=20
class BakeLog{#k
#v=new Map
#b=new Map
#$=new Map
#x=new Map
#S=new Map
#O=new Map
#E=new Map
#P
#j=[]
constructor(e){this.#k=e
this.#P=new Map([...e.targets].map(([e,t])=>[t,e]))}readLine(e){const t=parseSolveEvent(e)
if(t===undefined){this.#j.push(e)
if(this.#j.length>1e3)this.#j.splice(0,500)
return}for(const{vertex:e,data:n}of t.logs)this.#M(e,n)
for(const{id:e,vertex:n,done:s}of t.statuses)if(s)this.#I(e,n)
for(const e of t.vertexes)this.#R(e)
for(const e of t.statuses)this.#C(e)}get text(){return this.#j}target(e){const t=[...this.#v.values()].filter(({id:t})=>this.#$.get(t)?.has(e))
const n=t.filter(e=>e.name.includes("load build definition"))
const s=(n.length>0?n:t).flatMap(({started:e})=>e??[])
const r=t.flatMap(({completed:e})=>e??[])
const i=this.#T(e)
return{...(0,d.s)({digest:i}),...s.length>0&&r.length>0&&timesOf(Math.min(...s),Math.max(...r)),steps:t.flatMap(t=>this.#A(t,e)).sort((e,t)=>e.started-t.started).map(({step:e})=>e),warnings:t.flatMap(e=>cacheWarning(e)??[])}}#A(e,t){const{id:n,started:s,completed:r,cached:i}=e
const o=this.#$.get(n)?.get(t)
if(o===undefined||s===undefined||r===undefined)return[]
const{lines:a=[],dropped:c=0}=this.#b.get(n)??{}
return[{started:s,step:{name:o,durationMs:r-s,cached:i,failed:hasFailed(e),log:a,dropped:c}}]}failedStep(e,t){const n=[...this.#v.values()].filter(hasFailed)
const isOwn=t=>this.#_(t)?.target===e
const isCause=({error:e=""})=>t.includes(e)
const s=n.find(e=>isOwn(e)&&isCause(e))??n.find(isCause)??n.find(isOwn)
if(s===undefined)return undefined
return{name:this.#_(s)?.step??s.name,error:s.error??"",log:(this.#b.get(s.id)?.lines??[]).slice(-Ue)}}#R(e){const t=this.#v.get(e.id)
this.#v.set(e.id,t?.cached===true?{...e,cached:true}:e)
if(e.completed!==undefined&&t?.completed===undefined)this.#D(e)
const n=this.#_(e)
if(n===undefined)return
const s=this.#$.get(e.id)??new Map
this.#$.set(e.id,s.set(n.target,n.step))
if(e.started!==undefined)this.#N(e,e.started,n)}#N(e,t,{target:n,step:s}){const{id:r,completed:i,cached:o}=e
const a=i===undefined?"running":hasFailed(e)?"failed":o?"cached":"done"
const c=`${r} ${n}`
if(this.#S.get(c)===a)return
this.#S.set(c,a)
const d=i===undefined?{}:{durationMs:i-t}
this.#k.onStep?.(n,{id:r,name:s,state:a,...d})}#M(e,t){const n=this.#b.get(e)??new StepLog
this.#b.set(e,n)
const{lines:s,last:r}=n.write(t)
if(r!==undefined)this.#Y(e,{lines:s,last:r})}#C(e){const{id:t,vertex:n,done:s}=e
const r=this.#x.get(n)??new Map
this.#x.set(n,r.set(t,e))
const i=bytesOf([...r.values()])
const o=s||isBytes(e)?undefined:shortened(t.replace(Ge,"$1"))
this.#Y(n,{...(0,d.s)({bytes:i,last:o})})}#Y(e,t){for(const[n,s]of this.#$.get(e)??[])if(this.#S.get(`${e} ${n}`)==="running")this.#k.onStep?.(n,{id:e,name:s,state:"running",...t})}#I(e,t){const n=/^pushing manifest for (.+)@(sha256:[0-9a-f]{64})$/.exec(e)
const s=this.#P.get(n?.[1]??"")
const r=n?.[2]
if(s!==undefined&&r!==undefined)this.#O.set(s,{vertex:t,digest:r})}#D({id:e}){for(const[t,n]of this.#O)if(n.vertex===e&&this.#T(t)!==undefined)this.#k.onPushed?.(t,n.digest)}#T(e){const t=this.#O.get(e)
const n=this.#v.get(t?.vertex??"")
return n?.completed!==undefined&&n.error===undefined?t?.digest:undefined}#_({name:e}){if(!this.#E.has(e))this.#E.set(e,this.#F(e))
return this.#E.get(e)}#F(e){const{targets:t}=this.#k
const[n,...s]=t.keys()
const r=/^\[([^\]]*)\]\s*(.*)$/s.exec(e)
if(s.length===0&&n!==undefined)return e.includes("bake definitions")?undefined:{target:n,step:formatStepName(r?.[1],r?.[2]??e)}
const[i="",...o]=(r?.[1]??"").split(" ")
return t.has(i)?{target:i,step:formatStepName(o.join(" "),r?.[2]??"")}:undefined}}const timesOf=(e,t)=>({startedAt:new Date(e).toISOString(),durationMs:Math.max(0,t-e)})
function formatStepName(e,t){const n=shortened(t.replace(/\s+/g," ").trim())
return e===undefined||e===""||e==="internal"?n:`[${e}] ${n}`}function shortened(e){return e.length>160?`${e.slice(0,157)}...`:e}function hasFailed(e){return e.error!==undefined&&!e.error.includes("context canceled")&&!isCache(e)}const Ge=/sha256:([0-9a-f]{12})[0-9a-f]{52}/g
const isBytes=({current:e,total:t})=>e>0||(t??0)>0
function bytesOf(e){const t=e.filter(isBytes)
if(t.length===0)return undefined
const sum=e=>e.reduce((e,t)=>e+t,0)
const n=sum(t.map(({total:e=Number.NaN})=>e))
return{done:sum(t.map(({current:e})=>e)),...n>0&&{total:n}}}function isCache({name:e}){return/(?:^|\] )(?:(?:importing|exporting) cache|exporting to GitHub Actions Cache)\b/.test(e)}function cacheWarning(e){const{error:t,name:n}=e
if(t===undefined||!isCache(e)||/not found|404|context canceled/i.test(t))return undefined
return`${n.replace(/^\[[^\]]*\] /,"")}: ${t}`}function environment({attest:e,secretValues:t}){return{...t&&secretEnvironment(t),BUILDX_GIT_INFO:String(e!==undefined&&e.provenance!=="off"),BUILDX_GIT_LABELS:"false",BUILDX_METADATA_PROVENANCE:"disabled",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}}function bakeCommand(e,t){const{plan:n,cache:s,builder:r,copies:i}=t
const o=n.services.some(e=>e.ssh!==undefined&&e.ssh.length>0)
return[...["buildx","bake",`--file=${e}`],...r===undefined?[]:[`--builder=${r}`],...o?["--allow=ssh"]:[],...i?.folder===undefined?[]:[`--allow=fs.read=${i.folder}`],...s?.kind==="local"&&s.folder!==undefined?[`--allow=fs=${s.folder}`]:[]]}async function runBake(e){const{images:t,docker:n,root:i,signal:o,onStep:a}=e
const c=targetNames(t)
const u=new Map(t.map(e=>[c.get(imageId(e))??"",e]))
const l=new BakeLog({targets:new Map([...u].map(([e,t])=>[e,t.contentRef])),onStep(e,t){const n=u.get(e)
if(n!==undefined)a(n,t)},onPushed(t,n){const s=u.get(t)
if(s!==undefined)e.onPushed?.(bakedImage(s,l.target(t)),n)}})
const f=await(0,s.mkdtemp)(r.join((0,Ae.tmpdir)(),"lucid-bake-"))
try{const a=r.join(f,"bake.json")
const p=r.join(f,"metadata.json")
const m=new ContextLinks(r.join(f,"contexts"),i,e.copies)
const h=bakeDefinition({...e,folderAt:m.pathOf.bind(m)})
await m.create()
await(0,s.writeFile)(a,bakeFileText(h),{mode:384})
const{exitCode:g}=await n([...bakeCommand(a,e),`--metadata-file=${p}`,"--progress=rawjson"],{cwd:i,env:environment(e),signal:o,discard:true,onLine:e=>l.readLine(e)})
const w=g===0?await readDigests(p):new Map
const y=[...u].map(([e,t])=>{const n=l.target(e)
const s=w.get(e)??n.digest
return{...bakedImage(t,n),...(0,d.s)({digest:s})}})
if(g===0)return{images:y}
const k=parseBakeError(l.text)
const[v,...b]=t
const $=u.get(k.target??"")??(b.length===0?v:undefined)
const x=$===undefined?"":c.get(imageId($))??""
const S=$===undefined?undefined:l.failedStep(x,k.message)
const O={error:k,...(0,d.s)({image:$,step:S})}
return{images:y,failure:O}}finally{await(0,s.rm)(f,{recursive:true,force:true})}}function bakedImage(e,{steps:t,warnings:n,startedAt:s,durationMs:r}){return{image:e,steps:t,warnings:n,...(0,d.s)({startedAt:s,durationMs:r})}}async function readDigests(e){const t=(0,Y.Ag)(JSON.parse(await(0,s.readFile)(e,"utf8")))??{}
return new Map(Object.entries(t).flatMap(([e,t])=>{const n=(0,Y.Ag)(t)?.["containerimage.digest"]
return typeof n==="string"?[[e,n]]:[]}))}class BuildRows{#s
#B
#L
#H=new Map
constructor(e,t,n=()=>{}){this.#s=e
this.#B=t
this.#L=n}end(e,t,n=[]){const s=imageId(e)
if(this.#H.has(s))throw new Error(`${s} has ended already`)
const{service:r,platform:i,fingerprint:o,contentRef:a}=e
const c={service:r,platform:i,fingerprint:o,contentRef:a,checks:[],...t}
this.#H.set(s,c)
const d=t.outcome==="built"||t.outcome==="unchanged"
this.#B({stage:"build",subject:this.subject(e),state:d?"done":"failed",text:describeResult(t),...n.length>0&&{steps:n}})
this.#L(c)}async endWith(e,t,{signal:n,row:s={},steps:r=[]}){let i
try{const e=await t()
i=e&&{...s,...e}}catch(e){const{message:t}=e
const r=e instanceof u.yo?e.problems[0]?.code:undefined
i=n.aborted?(0,Q.Ao)(n):{outcome:"failed",...s,error:{message:t,...(0,d.s)({code:r})}}}if(i!==undefined)this.end(e,i,i.outcome==="cancelled"?[]:r)}report(e,t,n,s){this.#B({stage:"build",subject:this.subject(e),state:t,...(0,d.s)({text:n,countdown:s})})}reportStep(e,t){if(this.get(e)===undefined)this.#B({stage:"build",subject:this.subject(e),state:"update",step:t})}get(e){return this.#H.get(imageId(e))}all(){return this.#s.images.map(e=>{const t=this.#H.get(imageId(e))
if(t===undefined)throw new Error(`${imageId(e)} never ended`)
return t})}subject({service:e,platform:t}){const n=this.#s.images.filter(t=>t.service===e).length>1
return n?`${e} ${t}`:e}}function describeResult({outcome:e,digest:t,durationMs:n,error:s}){const r=t?.slice("sha256:".length,"sha256:".length+12)
const i=n===undefined?undefined:`${(n/1e3).toFixed(1)}s`
const o=e==="built"?[r,i]:e==="failed"?[s?.message]:[e,s?.message??r]
return o.filter(e=>e!==undefined).join(" ")}var We=n(49554)
async function selectContextFiles(e,t,n){const{dockerfile:s}=t
const{selected:r,problems:i}=await(0,We.wx)(t,{file:s,inputs:e.takes??[]},n)
const o=r.flatMap(({input:{line:e,label:t},entries:n})=>{const r=n.flatMap(({path:e,obstacle:t})=>t==="skipped"?[e]:[])
return r.length===0?[]:[notCheckedOut(`${t}: ${firstPaths(r)}`,{file:s,line:e})]})
const a=[s,`${s}.dockerignore`,...contextsOf(t).map(e=>`${e}.dockerignore`)]
const c=a.filter(e=>(0,Me.oB)(n.tree,e)?.entry.obstacle==="skipped")
const d=[...i,...o,...c.map(e=>notCheckedOut(e,{file:s}))]
return d.length===0?{image:e,service:t,selected:r}:d}const notCheckedOut=(e,t)=>({code:"build/not-checked-out",message:`${e}: not on disk because of the sparse checkout`,...(0,d.s)({at:t}),fix:"check out every file that images are built from: remove `sparse-checkout`, or run `git sparse-checkout add FOLDER`"})
const contextsOf=({context:e,contexts:t})=>[e,...Object.values(t).flatMap(e=>e.kind==="path"?[e.path]:[])].map(e=>e==="."?"":`${e}/`)
function firstPaths(e){const t=e.length-3
return`${e.slice(0,3).join(", ")}${t>0?` and ${t} more`:""}`}var ze=n(58500)
const modeOf=({kind:e,executable:t})=>e==="dir"||t?493:420
const qe=500
async function copyContexts(e,t){const n=new Modes(e)
const i=new Map
const o=new Map
for(const{image:e,service:n,selected:s}of process.platform==="win32"?[]:t)for(const t of s){const s=contextOf(n,t.input.context)
if(s===undefined)continue
const r=i.get(s)??[]
i.set(s,r)
r.push(t)
o.set(s,(o.get(s)??new Set).add(e))}const a=new Map
let c
const u=new Map
const l={files:0,bytes:0}
for(const[t,d]of i){if(!await n.differ(d))continue
c??=await(0,s.mkdtemp)(r.join((0,Ae.tmpdir)(),"lucid-contexts-"))
const i=r.join(c,String(u.size))
u.set(t,i)
try{await copyTaken(r.join(e,t),i,d,l)}catch(e){const n=`its build context cannot be copied with git's file modes: ${e.message}`
for(const e of o.get(t)??[])a.set(e,n)}}return{...(0,d.s)({folder:c}),copyOf:e=>u.get(e),failed:[...a].map(([e,t])=>({image:e,message:t})),...l,[Symbol.asyncDispose]:async()=>{if(c!==undefined)await(0,s.rm)(c,{recursive:true,force:true})}}}function contextOf({context:e,contexts:t},n){if(n==="")return e
const s=Object.entries(t).find(([e])=>(0,Me.GK)(e)===n)?.[1]
return s?.kind==="path"?s.path:undefined}class Modes{#u
#U=new Map
constructor(e){this.#u=e}async differ(e){for(const{input:t,entries:n}of e){if(t.oneMode)continue
const e=this.#U.get(n)??await this.#G(n)
this.#U.set(n,e)
if(e)return true}return false}async#G(e){for(const[t,n]of e.entries()){if(t%qe===qe-1)await(0,ze.setImmediate)()
if(n.kind!=="file"&&n.kind!=="dir"||isGitFile(n.path))continue
const e=(0,f.lstatSync)(r.join(this.#u,n.path),{throwIfNoEntry:false})
if(e!==undefined&&(e.mode&4095)!==modeOf(n))return true}return false}}const isGitFile=e=>/(?:^|\/)\.git(?:\/|$)/.test(e)
async function copyTaken(e,t,n,s){const i=new Set
const makeFolder=e=>{if(i.has(e))return
if(e!==t)makeFolder(r.dirname(e));(0,f.mkdirSync)(e,{mode:493});(0,f.chmodSync)(e,493)
i.add(e)}
makeFolder(t)
const copyFile=(e,t,n,r)=>{if(n.isSymbolicLink()){(0,f.symlinkSync)((0,f.readlinkSync)(e),t);(0,f.lutimesSync)(t,n.atime,n.mtime)
return}(0,f.copyFileSync)(e,t,f.constants.COPYFILE_FICLONE);(0,f.chmodSync)(t,r);(0,f.utimesSync)(t,n.atime,n.mtime)
s.files++
s.bytes+=n.size}
const o=new Map
for(const{entries:e,root:t}of new Map(n.map(e=>[e.entries,e])).values())for(const n of e)o.set(n.path.slice(t.length),n)
let a=0
for(const[n,s]of o){if(++a%qe===0)await(0,ze.setImmediate)()
if(isGitFile(n))continue
const[i,o]=[r.join(e,n),r.join(t,n)]
const c=(0,f.lstatSync)(i,{throwIfNoEntry:false})
if(c===undefined)continue
makeFolder(c.isDirectory()?o:r.dirname(o))
if(!c.isDirectory())copyFile(i,o,c,modeOf(s))}mirror(r.join(e,".dockerignore"),r.join(t,".dockerignore"),copyFile)
for(const n of i)if(n!==t||o.has(".git"))mirror(r.join(e,r.relative(t,n),".git"),r.join(n,".git"),copyFile)}function mirror(e,t,n,s=undefined){const i=(0,f.lstatSync)(e,{throwIfNoEntry:false})
if(i===undefined||(0,f.lstatSync)(t,{throwIfNoEntry:false})!==undefined)return
const o=i.mode&4095
if(!i.isDirectory()){n(e,t,i,s===undefined?420:o)
return}(0,f.mkdirSync)(t)
for(const s of(0,f.readdirSync)(e))mirror(r.join(e,s),r.join(t,s),n,"mode");(0,f.chmodSync)(t,o)}var Ve=n(70370)
var Ke=n(47479)
function bakeDetails(e,t,n){const{startedAt:s,durationMs:r}=e
const i=e.steps.map(e=>({...e,name:t(e.name),log:e.log.map(t)}))
const o=[...n===undefined?[]:[n],...e.warnings].map(t)
return{row:{...(0,d.s)({startedAt:s,durationMs:r}),...i.length>0&&{steps:i.map(({name:e,durationMs:t,cached:n})=>({name:e,durationMs:t,cached:n}))},...o.length>0&&{warnings:o}},steps:[...i.map(({name:e,durationMs:t,cached:n,failed:s,log:r,dropped:i})=>({text:`${n?"cached":`${(t/1e3).toFixed(1)}s`}  ${e}`,state:s?"failed":n?"cached":"done",log:r,...i>0&&{dropped:i}})),...o.map(e=>({text:`warning: ${e}`,state:"done",log:[]}))]}}function redactStep(e,t){const{name:n,lines:s,last:r}=e
return{...{...e,name:t(n)},...s!==undefined&&{lines:s.map(t)},...r!==undefined&&{last:t(r)}}}function buildError(e,t,n){const{error:s,step:r}=e??{error:{message:"docker buildx bake failed"}}
return{message:n(describeFailure(s,r)),...isRegistryUnreachable(s)&&{code:"registry/unreachable"},...r!==undefined&&r.log.length>0&&{log:r.log.map(n)},...s.line!==undefined&&t!==undefined&&{file:t.dockerfile,line:s.line}}}class BuildAttempts{#W
#z
#q=false
#V=false
constructor(e){this.#W=e
this.#z=e.kind==="none"?0:1
this.#K()}get cache(){return this.#V?"without-cache":"with-cache"}get retryReason(){switch(this.#W.kind){case"emulator":return"the emulator crashed, retrying"
case"cache":return"retrying without the cache"
case"registry":return"registry busy"
case"lost":return"the engine lost the build"
case"none":case"engine-gone":return undefined
default:return this.#W}}delayMs(){return needsTime(this.#W)?(0,ie.a2)(ie.HK.build,this.#z):0}shouldRetry(e){this.#z++
this.#W=e
const t=e.kind==="emulator"&&!this.#q||e.kind==="cache"&&!this.#V||needsTime(e)&&this.#z<ie.HK.build.tries
this.#K()
return t}#K(){if(this.#W.kind==="emulator")this.#q=true
if(this.#W.kind==="cache")this.#V=true}}const needsTime=({kind:e})=>e==="registry"||e==="lost"
var Je=n(19678)
async function retagUnchanged(e,t,n,s){const{contentRef:r,platform:i,decision:o,baked:a={}}=e
if(o.kind!=="build"||o.keep===undefined)return undefined
const{digest:c,on:d}=o.keep
if(Object.entries(t).some(([e,t])=>d[e]!==t))return undefined
const u=`${(0,Z._M)(r)}@${c}`
const[l,f]=await Promise.all([n.manifest(u),n.imageFacts(u,i)])
if(l===undefined||f===undefined)return undefined
const p=Object.keys(t)
const m=`${p.join(", ")} ${p.length===1?"has":"have"} the same content as before`
const h=[m,...(0,Se.X4)((0,Se.Q$)(f.annotations),a)].join("; ")
await(0,Je.d)(n,r,(0,te.cu)(e,s),{digest:f.digest,reason:h})
await n.putManifest(r,l.bytes,l.descriptor.mediaType,"content")
return{facts:f,reason:h}}const Ze=20
const Xe=3
class ImageBuilder{#J
#H
#Z
#I=new Map
#i
#X
#Q
#ee
#te
#ne
#se=new Map
constructor(e,t){this.#J=e
this.#H=t
this.#Z=new Map(e.plan.services.map(e=>[e.name,e]))
this.#i=new ContentHashes(e.plan,e.registry)
this.#ee=(0,Ve.A)(e.options?.parallel??4)
this.#te=(0,Ve.A)(Xe)
this.#ne=e.options?.cache??Pe
this.#X=new Set(e.masked)
this.#Q=(0,Ke.$)(this.#X)}isInRegistry({service:e,platform:t}){const n=imageId({service:e,platform:t})
if(this.#I.has(n))return true
return this.#J.plan.images.some(e=>imageId(e)===n&&e.decision.kind==="unchanged")}async build(e){await Promise.all(e.map(e=>this.#re(e)))
const t=await this.#ie(this.#oe(e))
if(this.#J.options?.parallel!==undefined){await Promise.all(t.map(e=>this.#ee(()=>this.#ae(e,{kind:"none"}))))
return}const n=splitIntoBakes(t,this.#Z)
await Promise.all(n.map(e=>this.#te(()=>this.#ce(e))))}async#ce(e,t=new BuildAttempts({kind:"none"})){const{signal:n}=this.#J
await this.#de(e,t)
const s=await this.#ue(e)
await this.#le(s)
if(s.failure===undefined)return this.#fe(e)
if(isCacheConfigError(s.failure.error)&&this.#ne.kind!=="none"){this.#ne=Pe
for(const t of e)this.#pe(t,s.failure.error)
return this.#ce(this.#oe(e))}const{image:r,error:i,step:o}=s.failure
const a=r===undefined?recoveryFor(i,o):this.#me(r,s)
if(a.kind==="lost"&&!n.aborted&&t.shouldRetry(a)){const n=this.#oe(e)
for(const e of n)this.#he(e,i)
return this.#ce(n,t)}if(a.kind==="engine-gone"&&!n.aborted)for(const t of this.#oe(e))this.#ge(t,s)
else if(r!==undefined&&a.kind==="none"&&this.#oe([r]).length>0)this.#ge(r,s)
const alone=e=>this.#ae(e,e===r?a:{kind:"none"})
await Promise.all(this.#oe(e).map(e=>this.#ee(()=>alone(e))))}async#re(e){const{plan:t,registry:n,signal:s,options:r}=this.#J
const i=this.#Z.get(e.service)
const{decision:o,platform:a}=e
if(o.kind!=="build"||o.keep===undefined||i===undefined)return
if(r?.steps==="uncached")return
const finish=async()=>{const s=await retagUnchanged(e,await this.#i.ofParents(e),n,t.source)
if(s===undefined)return undefined
const{facts:r,reason:o}=s
const c="unchanged"
this.#we(e,r)
return{outcome:c,reason:o,...rowFromFacts(r,i,t.source,{platform:a,outcome:c})}}
await this.#H.endWith(e,finish,{signal:s})}#we(e,t){this.#I.set(imageId(e),t.digest)
this.#i.add(e,t)}async#de(e,t){const n=t.delayMs()
const s=n>0?{until:re.m.now()+n,next:"retry"}:undefined
for(const n of e)this.#H.report(n,"started",t.retryReason,s)
if(n>0)await(0,re.y)(n,this.#J.signal).catch(()=>{})}async#ae(e,t){const{signal:n}=this.#J
const s=new BuildAttempts(t)
this.#H.report(e,"started")
for(;;){if(s.retryReason!==undefined)await this.#de([e],s)
if(n.aborted)return this.#H.end(e,(0,Q.Ao)(n))
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
return{kind:"cache"}}#he(e,{message:t}){this.#se.set(imageId(e),`built again because the engine lost the build: ${t}`)}#pe(e,{message:t}){this.#se.set(imageId(e),`built without the cache; with it the build failed: ${t}`)}async#ue(e,t="with-cache"){const{plan:n,root:s,docker:r,signal:i,env:o,secrets:a,copies:c,options:u={}}=this.#J
const l=this.#ne.write===undefined
const f=[]
try{const p=await Promise.all(e.map(async e=>[imageId(e),await this.#i.ofParents(e)]))
return await runBake({...u,cache:t==="without-cache"?Pe:this.#ne,...{plan:n,root:s,env:o,docker:r,signal:i,images:e,copies:c},...(0,d.s)({secretValues:a?.values}),pushed:this.#I,parentHashes:new Map(p),onStep:(e,t)=>this.#H.reportStep(e,redactStep(t,this.#Q)),onPushed:(e,t)=>l&&f.push(this.#ye(e,t))})}catch(t){const n={error:{message:t.message}}
return{images:e.map(e=>({image:e,steps:[],warnings:[]})),failure:n}}finally{await Promise.all(f)}}async#le(e){await Promise.all(e.images.map(async e=>{if(e.digest===undefined||this.#H.get(e.image)!==undefined)return
await this.#ye(e,e.digest)}))}async#ye(e,t){const{image:n}=e
const{plan:s,registry:r,signal:i,options:o}=this.#J
const a=this.#Z.get(n.service)
if(a===undefined)return
const{platform:c}=n
const{row:d,steps:u}=bakeDetails(e,this.#Q,this.#se.get(imageId(n)))
this.#H.report(n,"update","reading the pushed image back")
const report=e=>this.#H.report(n,"update","the registry does not show the push yet",e)
const l={signal:i,report:report}
const finish=async()=>{const e=pushesByDigest(o?.driver??"docker")
if(e)await writeContentTag(r,n,t,l)
const{facts:i}=await readBack(r,n,t,l)
const d="built"
this.#we(n,i)
return{outcome:d,...rowFromFacts(i,a,s.source,{platform:c,outcome:d})}}
await this.#H.endWith(n,finish,{signal:i,row:d,steps:u})}#fe(e){for(const t of this.#oe(e))this.#H.end(t,{outcome:"failed",error:{message:"docker buildx bake reported no digest for it"}})}#ge(e,{failure:t,images:n}){const{signal:s}=this.#J
if(s.aborted){this.#H.end(e,(0,Q.Ao)(s))
return}const r=n.find(t=>t.image===e)??{image:e,steps:[],warnings:[]}
const{row:i,steps:o}=bakeDetails(r,this.#Q)
const a=buildError(t,this.#Z.get(e.service),this.#Q)
this.#H.end(e,{outcome:"failed",...i,...(0,d.s)({error:a})},o)}#oe(e){return e.filter(e=>this.#H.get(e)===undefined)}async#ie(e){const{root:t,env:n,secrets:s}=this.#J
const r=this.#X.size
for(const r of e){const e=this.#Z.get(r.service)
if(e===undefined)continue
const i=await readSecrets(e,t,n,s)
for(const e of i.values)this.#X.add(e)
const o=[...i.missing,...missingSshAgents(e,n,s)]
if(o.length>0)this.#H.end(r,{outcome:"failed",error:{message:o.join("; ")}})}if(this.#X.size>r)this.#Q=(0,Ke.$)(this.#X)
return this.#oe(e)}}function splitIntoBakes(e,t){const n=[...Map.groupBy(e,({service:e})=>t.get(e)?.dockerfile).values()].flat()
return Array.from({length:Math.ceil(n.length/Ze)},(e,t)=>n.slice(t*Ze,(t+1)*Ze))}var Qe=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var et=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function runBuild(e){const t={...e,root:await(0,s.realpath)(e.root)}
const{plan:n,signal:r,now:i,options:o={}}=t
const a=i()
const c=new BuildRows(n,t.progress,t.onEnd)
const d=n.images.filter(({decision:e})=>e.kind==="build")
const u=d.length===0?[]:await exportDefinition(t)
for(const e of n.images)endBlocked(c,e)
const l=n.images.map(e=>endUnchanged(t,c,e))
{const e={stack:[],error:void 0,hasError:false}
try{const n=Qe(e,await prepareContexts(t,c,d),true)
const s=new ImageBuilder({...t,copies:n},c)
await buildInOrder(d.filter(e=>c.get(e)===undefined),c,s,r)}catch(t){e.error=t
e.hasError=true}finally{const t=et(e)
if(t)await t}}await Promise.all(l)
return{kind:"lucid.build",version:1,revision:n.source.revision,images:c.all(),command:u.length===0?[]:["docker",...u,...o.steps==="uncached"?["--no-cache"]:[]],durationMs:Math.round(i()-a)}}async function prepareContexts({plan:e,root:t,files:n},s,r){if(n===undefined||r.length===0)return undefined
const i=await n()
const o=[]
for(const t of r){const n=e.services.find(({name:e})=>e===t.service)
if(n===undefined)continue
const r=await selectContextFiles(t,n,i)
if("selected"in r)o.push(r)
else s.end(t,{outcome:"failed",error:errorOf(r)})}const a=await copyContexts(t,o)
for(const{image:e,message:t}of a.failed)s.end(e,{outcome:"failed",error:{message:t}})
return a}async function buildInOrder(e,t,n,s){const r=new Set(e)
const i=new Set
for(;;){endUnbuildable(r,t,s)
const e=[...r].filter(e=>parents(e).every(e=>n.isInRegistry(e)))
const o=new Set([...r].flatMap(e=>parents(e).map(imageId)))
const[a=[],c=[]]=[true,false].map(t=>e.filter(e=>o.has(imageId(e))===t))
for(const e of[a,c]){if(e.length===0)continue
for(const t of e)r.delete(t)
const t=n.build(e).finally(()=>i.delete(t))
i.add(t)}if(i.size===0)break
await Promise.race(i)}for(const e of r)t.end(e,{outcome:"skipped",error:{message:"the plan does not say how to build its base image"}})}function parents({from:e,platform:t}){return[...new Set(Object.values(e))].map(e=>({service:e,platform:t}))}function endUnbuildable(e,t,n){for(let s=-1;s!==e.size;){s=e.size
for(const s of e){const r=parents(s).find(e=>{const n=t.get(e)?.outcome
return n==="failed"||n==="skipped"||n==="cancelled"})
if(n.aborted)t.end(s,(0,Q.Ao)(n))
else if(r!==undefined){const e=t.get(r)?.outcome==="failed"?"failed":"was not built"
const n={message:`it is FROM ${r.service}, which ${e}`}
t.end(s,{outcome:"skipped",error:n})}else continue
e.delete(s)}}}function endBlocked(e,t){const{decision:n}=t
if(n.kind!=="blocked")return
const s=n.problems.length>0?errorOf(n.problems):{message:n.reasons.map(({detail:e})=>e).join("; ")}
const r=n.problems.length>0&&n.problems.every(({code:e})=>e==="plan/base-blocked")
e.end(t,{outcome:r?"skipped":"failed",error:s})}function errorOf(e){const{file:t,line:n}=e[0]?.at??{}
const s=e.map(u.Vw).join("\n")
const r=e[0]?.code
return{message:s,...(0,d.s)({code:r,file:t,line:n})}}async function endUnchanged({plan:e,registry:t,signal:n},s,r){const{decision:i,platform:o}=r
if(i.kind!=="unchanged")return
const a=e.services.find(({name:e})=>e===r.service)
const finish=async()=>{const n=await t.imageFacts(`${(0,Z._M)(r.contentRef)}@${i.digest}`,o)
if(n===undefined||a===undefined)throw new Error(`${r.contentRef} existed when the plan was made and no longer does; run it again`)
const s="unchanged"
return{outcome:s,...rowFromFacts(n,a,e.source,{platform:o,outcome:s})}}
await s.endWith(r,finish,{signal:n})}async function exportDefinition(e){const{outDir:t,driver:n,...i}=e.options??{}
const o=r.join(t??"","bake.json")
const a={...e,...i}
if(t!==undefined){await(0,s.mkdir)(t,{recursive:true})
await(0,s.writeFile)(o,bakeFileText(bakeDefinition(a)),{mode:384})}return bakeCommand(o,a)}var tt=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var nt=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function build(e,t,n){const s=(0,B.cs)(e,t)
const r=await loadOrMakePlan(e,t,s)
const i=e.plan===undefined?r:await skipAlreadyBuilt(r,s,e.noCache?"none":"use")
const o={options:e,context:t,registry:s,plan:i}
if(e.print)return bakeDefinition({plan:i,root:i.root,env:t.env,...await bakeSettings(o,"docker")})
const a=await buildPlan(o,await prefetchBuild(i,s,n))
const c=a.images.filter(({outcome:e})=>e!=="unchanged")
await storeJobResults(c,"build",i,{...t,options:e})
return a}async function prefetchBuild(e,t,n){const s=e.images.flatMap(({service:e,decision:t})=>t.kind==="unchanged"?e:[])
const r=(0,l.y)(()=>publishedDigests(t,e,s))
const i=e.images.flatMap(({decision:e,platform:t})=>e.kind==="build"?t:[])
const a={build:true,platforms:[...new Set(i)]}
const c=i.length===0?undefined:(0,o.Wp)(await n.engine(),a)
return{engine:c,published:r}}async function buildPlan(e,{engine:t,published:n}){const s={stack:[],error:void 0,hasError:false}
try{const{options:r,context:i,registry:o,plan:c}=e
const{docker:u,env:l,secrets:f,progress:p,signal:m,now:h}=i
const g=await maskedValues(i)
const w=t?.builder?.driver??"docker"
const y={...i,registry:o,plan:c,layerCache:openLayerCache(l)}
const k=tt(s,verifyDuringBuild(y),false)
k.start()
const v=await runBuild({...{plan:c,root:c.root,docker:u,registry:o,env:l,progress:p,signal:m,now:h,masked:g},...(0,d.s)({secrets:f}),files:async()=>{const e=(0,D.z)(c.root,i)
return(await(0,B.rB)(c.root,e,i.checkout??(0,a.Hj)(e))).files},onEnd:e=>k.add(e),options:{...t!==undefined&&await bakeSettings(e,w),outDir:r.out,...(0,d.s)({builder:r.builder,parallel:r.maxParallel,native:t?.native})}})
const b=await verifyUnpublished(y,await k.addTo(v),n)
const $={...b,images:(0,C.jv)(b.images,i)}
await(0,C.ft)(r.out,$)
await(0,C.xf)(r.out,"build",$)
return $}catch(e){s.error=e
s.hasError=true}finally{nt(s)}}async function bakeSettings(e,t){const[n,s]=await Promise.all([openCache(e,t),attestations(e)])
const{options:r,context:i}=e
const o=rewritesTimestamps(i.env)
return{cache:n,attest:s,driver:t,rewriteTimestamp:o,steps:r.noCache?"uncached":"cached"}}async function openCache({options:e,context:t,plan:n},i){const{env:o,cwd:a,log:d}=t
const u=e.cacheType==="auto"?autoCacheKind(o,i):e.cacheType
const l=cacheScopes(n.source,o,u)
const without=e=>{d(`no cache: ${e}`)
return Pe}
if(u==="none")return Pe
if(u==="gha"&&!hasGitHubCache(o))return without("GitHub's cache needs ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL, which actions get, but `run:` steps do not")
if(l.write===undefined&&e.cacheType!=="auto")d(`the ${u} cache is only read: this run's commit is of no branch or tag that may write it (docs/build.md)`)
if(u!=="local")return{kind:u,...l}
const f=e.cacheFolder?r.resolve(a,e.cacheFolder):r.join((0,c.nF)(o),"layers")
try{await(0,s.mkdir)(f,{recursive:true})}catch(e){return without(`${f} cannot be created: ${e.message}`)}return{kind:u,...l,folder:f}}async function attestations({options:e,context:t,plan:n,registry:s}){const{provenance:r,sbom:o}=e
const a={provenance:r,...(0,d.s)({builderId:builderIdOf(t.env)})}
const c=provenanceProblems(n,a,r==="max"?await(0,i.yt)(t.env):[])
if(c.length>0)throw new u.yo(c)
if(o===undefined)return a
const l=o==="on"?"docker.io/docker/buildkit-syft-scanner:stable-1":o
return{...a,sbom:(await s.resolve(l)).pinned}}async function skipAlreadyBuilt(e,t,n){const s=new Set(e.selected)
const lookUp=async r=>{const{decision:i,service:o}=r
if(i.kind!=="build")return r
const a=n==="none"||i.reasons.some(({kind:e})=>e==="forced")
if(a&&s.has(o))return r
const c=await(0,_.F1)(t,r,e.source)
if(c===undefined||"foreign"in c)return r
const d=[{kind:"already-built",detail:"built since the plan was made"}]
return{...r,decision:{kind:"unchanged",reasons:d,...c}}}
return{...e,images:await Promise.all(e.images.map(lookUp))}}var st=n(89348)
var rt=n(53663)
var it=n(9792)
const ot=m.Ikc({rule:m.YjP(),file:m.YjP(),fingerprint:m.YjP(),count:m.Whr().positive(),message:m.YjP()})
const ct=m.Ikc({kind:m.euz("lucid.lint-baseline"),version:m.euz(1),findings:m.YOg(ot)})
function makeBaseline(e,t){const n=new Map
for(const{finding:s,fingerprint:r,occurrence:i}of(0,it.f)(e,t)){const{code:e,at:t,message:o}=s
const a=n.get(r)??{rule:e,file:t?.file??"",fingerprint:r,message:o}
n.set(r,{...a,count:i})}const key=({file:e,rule:t,fingerprint:n})=>`${e}\n${t}\n${n}`
const s=[...n.values()].sort((e,t)=>key(e)<key(t)?-1:1)
return{kind:"lucid.lint-baseline",version:1,findings:s}}function compareBaseline(e,t,n){const s=new Map(t.findings.map(({fingerprint:e,count:t})=>[e,t]))
const r=(0,it.f)(e,n).flatMap(({finding:e,fingerprint:t})=>{const n=s.get(t)??0
if(n>0)s.set(t,n-1)
return n>0?[]:[e]})
const i=[...s.values()].reduce((e,t)=>e+t,0)
return{newFindings:r,old:e.length-r.length,gone:i}}function parseBaseline(e){return ct.safeParse((0,Y.qF)(e)).data}async function applyBaseline(e,t,{baseline:n,updateBaseline:s},i){if(n===undefined){if(!s)return undefined
const e="add --baseline FILE"
throw new u.yo({code:"options/value",message:"update-baseline needs a file",fix:e})}const o=r.resolve(i,n)
if(!s)return compareBaseline(e,await readBaseline(o,n),t)
const a=makeBaseline(e,t)
await(0,C.lo)(o,`${JSON.stringify(a,undefined,"\t")}\n`)
return compareBaseline(e,a,t)}async function readBaseline(e,t){const n={code:"options/baseline",at:{file:t},fix:"write it again with --update-baseline"}
const r=await(0,s.readFile)(e,"utf8").catch(e=>{throw new u.yo({...n,message:"cannot read the baseline",why:e.message},{cause:e})})
const i=parseBaseline(r)
if(i===undefined)throw new u.yo({...n,message:"the file is not a baseline of version 1"})
return i}const dt=2e3
async function resolveBaseDigests(e,t,n){const s=e.flatMap(({trace:e})=>e?.images??[])
const r=new Set(s.map(({ref:e})=>e).filter(e=>!e.includes("@")&&!e.includes("$")))
if(t.offline||r.size===0)return undefined
const i=AbortSignal.any([n.signal,AbortSignal.timeout(dt)])
const o=(0,B.cs)(t,{...n,signal:i})
const a=await Promise.all([...r].map(async e=>[e,await o.resolve(e).catch(()=>undefined)]))
const c=new Map(a)
return e=>c.get(e)?.digest}var ut=n(39491)
function applyEdits(e,t){const n=new Map
const appliedTo=e=>n.get(e)??[]
const s=[]
for(const r of e){const e=(r.edits??[]).filter(e=>!appliedTo(e.file).some(t=>isSame(e,t)))
const i=e.every((n,s)=>isWithinText(n,t(n.file))&&![...appliedTo(n.file),...e.slice(0,s)].some(e=>overlaps(n,e)))
if(!i||r.edits===undefined||r.edits.length===0)continue
for(const t of e)n.set(t.file,[...appliedTo(t.file),t])
s.push(r)}const r=[...n].flatMap(([e,n])=>{const s=t(e)??""
const r=rewrite(s,n)
return r===s?[]:[[e,r]]})
return{files:new Map(r),findings:s}}const isSame=(e,t)=>e.from===t.from&&e.to===t.to&&e.replacement===t.replacement
const isWithinText=({from:e,to:t},n)=>n!==undefined&&Number.isSafeInteger(e)&&e>=0&&e<=t&&t<=n.length
const overlaps=(e,t)=>e.file===t.file&&(e.from===t.from||e.from<t.to&&t.from<e.to)
function rewrite(e,t){const n=[...t].sort((e,t)=>t.from-e.from)
return n.reduce((e,{from:t,to:n,replacement:s})=>e.slice(0,t)+s+e.slice(n),e)}const lt=10
async function fixFiles({root:e,runLint:t,mode:s}){const{createTwoFilesPatch:i}=await n.e(4023).then(n.bind(n,44023))
const o=new Map
const a=new Map
const c=(0,ut.DR)(e)
let d=0
for(let n=0;n<(s==="write"?lt:1);n++){const n=await t()
const i=new Map
for(const t of new Set(n.flatMap(({edits:e=[]})=>e.map(e=>e.file))))i.set(t,c.kindOf(t)==="file"?await readExactly(r.join(e,t)):undefined)
const u=applyEdits(n,e=>i.get(e))
if(u.files.size===0)break
d+=u.findings.length
for(const[t,n]of u.files){if(!o.has(t))o.set(t,i.get(t)??"")
a.set(t,n)
if(s==="write")await write(e,t,n)}}const u=[...a].sort().map(([e,t])=>({file:e,diff:i(`a/${e}`,`b/${e}`,o.get(e)??"",t).replace(/^=+\n/,"")}))
return{findings:d,written:s==="write",files:u}}async function readExactly(e){const t=await(0,s.readFile)(e)
const n=t.toString("utf8")
return Buffer.from(n).equals(t)?n:undefined}async function write(e,t,n){await(0,s.writeFile)(r.join(e,t),n).catch(e=>{const n={code:"lint/unwritable",message:"cannot write the file",at:{file:t},why:e.message}
throw new u.yo(n,{cause:e})})}var ft=n(18129)
var pt=n(26669)
async function runChecks(e,t,n){const s=JSON.stringify(escapeBake({group:{default:{targets:Object.keys(t)}},target:t}))
const r={BUILDX_GIT_INFO:"false",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}
const i=["buildx","bake","--file=-","--call=check,format=json","--progress=quiet"]
const{stdout:o,stderr:a}=await e(i,{...n,input:s,env:r})
const c=a.trim().split("\n").at(-1)??""
return readChecks(o)??(c.replace(/^ERROR: /,"")||"docker buildx printed no result")}const mt=m.Ikc({ruleName:m.YjP().optional(),detail:m.YjP().optional(),description:m.YjP().optional(),url:m.YjP().optional(),location:m.Ikc({ranges:m.YOg(m.Ikc({start:m.Ikc({line:m.aig().optional()}).optional(),end:m.Ikc({line:m.aig().optional()}).optional()})).nullish()}).nullish()})
const ht=m.Ikc({target:m.g1P(m.YjP(),m.Ikc({check:m.Ikc({warnings:m.YOg(mt).nullish(),error:m.YjP().optional(),buildError:m.Ikc({message:m.YjP().optional()}).optional()}).optional()})).optional()})
function readChecks(e){const t=(0,Y.gf)(ht,e)
if(t===undefined)return undefined
return Object.fromEntries(Object.entries(t.target??{}).map(([e,{check:t}])=>{const n=t?.buildError?.message??t?.error
const s=(t?.warnings??[]).flatMap(toWarning)
return[e,{warnings:s,...n!==undefined&&{error:n.split("\n")[0]??n}}]}))}function toWarning({ruleName:e,detail:t,description:n,url:s,location:r}){if(e===undefined)return[]
const i=r?.ranges?.[0]
const[o,a]=[i?.start?.line,i?.end?.line]
const c={...o&&o>0&&{line:o},...a&&a>0&&{endLine:a}}
const d=s?.startsWith("https://")?{url:s}:{}
return[{rule:e,detail:t??n??e,...d,...c}]}var gt=n(22413)
var wt=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var yt=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
const kt=1e4
const vt="docker-image://scratch"
async function runBuildChecks(e,t,n,{docker:s,progress:r,signal:i}){const o={stack:[],error:void 0,hasError:false}
try{if(n.buildChecks==="off")return{checks:[]}
const a=wt(o,new gt.x(r).begin("docker","running BuildKit's checks"),false)
const c=await missingTools({docker:s,signal:i})
if(c.length>0&&n.buildChecks==="on")throw new u.yo(c)
if(c.length>0)return{checks:[],skipped:c.map(({message:e})=>e).join("; ")}
const d=new Map(e.flatMap(e=>"selected"in e?[[e.service.name,e]]:[]))
const l=[...d.values()]
const run=async(e,n,r)=>{const o=e.map(e=>[targetName(e.service),targetOf(e,t,n)])
const a=await runChecks(s,Object.fromEntries(o),{cwd:t,signal:r})
i.throwIfAborted()
return a}
const f=n.offline?"offline":await run(l,"resolved",AbortSignal.any([i,AbortSignal.timeout(kt)]))
const p=typeof f==="string"?l:l.filter(({service:e})=>f[targetName(e)]?.error!==undefined)
const m=p.length===0?{}:await run(p,"empty",i)
if(typeof m==="string")return{checks:[],skipped:m}
const h=l.flatMap(e=>{const t=targetName(e.service)
const n=m[t]
if(n!==undefined)return toBuildChecks(e,n,"empty")
const s=typeof f==="string"?undefined:f[t]
return s===undefined?[]:toBuildChecks(e,s,"resolved")})
return{checks:h}}catch(e){o.error=e
o.hasError=true}finally{yt(o)}}async function missingTools({docker:e,signal:t}){const n=await(0,o.P7)(e,{signal:t})
const s=(0,o.p7)(n,{})
if(n.buildx!==undefined||n.server===undefined)return s
const r="install the package docker-buildx-plugin"
return[...s,{code:"engine/buildx-missing",message:"buildx is not installed",fix:r}]}const targetName=({name:e})=>e.replace(/[^A-Za-z0-9_-]/g,"_")
function targetOf({service:e,dockerfile:t,trace:n,args:s,platform:r,from:i},o,a){const within=e=>e==="."?o:`${o}/${e}`
const c=a==="resolved"?[]:n.images.filter(({use:e})=>e!=="syntax")
const u=a==="resolved"?undefined:t.directives.find(({name:e})=>e==="syntax")
return{context:within(e.context),dockerfile:within(e.dockerfile),...(0,d.s)({"dockerfile-inline":u&&withoutLine(t.text,u.line),target:e.target}),platforms:[r],args:s,contexts:Object.fromEntries([...[...c.map(({ref:e})=>(0,Me.GK)(e)),...Object.keys(i)].map(e=>[e,vt]),...Object.entries(e.contexts).map(([e,t])=>[(0,Me.GK)(e),t.kind==="path"?within(t.path):vt])])}}function withoutLine(e,t){const n=e.split("\n")
const s=n.findIndex(e=>!/^#\s*\w+\s*=/.test(e))
const r=n.slice(0,s<0?n.length:s)
r.splice(t-1,1)
return[...r,"#",...n.slice(r.length+1)].join("\n")}function toBuildChecks({service:e,dockerfile:t,trace:n},{warnings:s},r){const i=r==="empty"||n.named.length>0
const o=new Set(n.unset.filter(({certainty:e})=>e==="maybe").map(({name:e})=>e))
return s.filter(({rule:e,detail:t})=>{const n=e==="UndefinedVar"?/'\$\{?(\w+)\}?'/.exec(t)?.[1]:undefined
return!(i&&n!==undefined&&o.has(n))}).map(({rule:n,detail:s,url:r,line:i=1,endLine:o})=>({rule:n,detail:s,...(0,d.s)({url:r}),at:{file:t.file,line:i,...o!==undefined&&o!==i&&{endLine:o}},service:e.name}))}var bt=n(58283)
async function stage_lint(e,t){const n=await lintFiles(e,t)
const{catalog:s,selected:r}=n
const i=e.fix?await fixFiles({root:s.root,mode:e.dryRun?"show":"write",runLint:async()=>(await lintFiles(e,t,n.lookups)).findings}):undefined
const{findings:o,text:a}=i?.written&&i.files.length>0?await lintFiles(e,t):n
const c=await applyBaseline(o,a,e,t.cwd)
const u=await writeLint(e.out,c?.newFindings??o,r,{skipped:n.skipped,...c&&{baseline:{old:c.old,gone:c.gone}},...(0,d.s)({fixed:i})})
await writeSarif(u,{catalog:s,text:a},e,t)
return u}async function lintFiles(e,t,n){const s=(0,D.z)((0,D.G)(e,t),t)
const i=(0,a.Hj)(s)
const o=await(0,B.O_)(e,t,i)
const{files:c,around:u}=await(0,B.rB)(o.root,s,i)
const l=(0,T.Zo)(o,{services:e.service,phases:e.phase})
const f=await(0,rt.c)(o,c).readAll(l,[],"to-build")
const p={catalog:o,around:u,inputs:f,services:l}
const text=e=>u.text(e===o.file?r.basename(e):e)
const m=await(0,bt.v)(o.root,f)
if(n!==undefined){const e=(0,ft.GU)({...p,specialModes:m,...n})
return{catalog:o,selected:l,findings:e,text:text,lookups:n,skipped:[]}}const[h,g,w]=await Promise.all([(0,pt.$)({catalog:o,subjects:(0,ft.kj)(f),around:u},e,t),runBuildChecks(f,o.root,e,t),resolveBaseDigests(f,e,t)])
const y={buildChecks:g.checks,...(0,d.s)({packageFacts:h?.packageFacts,currentDigest:w})}
const k=(0,ft.GU)({...p,specialModes:m,...y})
const v=(h?.failures??[]).map(e=>({check:"packages",why:e}))
if(g.skipped!==undefined)v.push({check:"build-checks",why:g.skipped})
return{catalog:o,selected:l,findings:k,text:text,lookups:y,skipped:v}}async function writeLint(e,t,n,s={}){const r=new Set(n.map(({dockerfile:e})=>e))
const i={kind:"lucid.lint",version:1,findings:t,files:r.size,...s}
await(0,C.ft)(e,i)
return i}async function writeSarif(e,{catalog:t,text:s},{out:i,sarif:o},a){const{toSarif:c}=await n.e(3349).then(n.bind(n,63349))
const d=(await(0,D.z)(t.root,a)(["rev-parse","--show-prefix"]))?.trim()??""
const u=`${JSON.stringify(c(e,{version:st.r,prefix:d,catalog:t.file,text:s}))}\n`
const l=[r.join(i,"lint.sarif"),...o===undefined?[]:[r.resolve(a.cwd,o)]]
await Promise.all(l.map(e=>(0,C.lo)(e,u)))}var $t=n(64569)
async function openSigner(e,t){const{method:n}=e
const i=await(0,s.mkdtemp)(r.join((0,Ae.tmpdir)(),"lucid-sign-"))
const removeFolder=()=>(0,s.rm)(i,{recursive:true,force:true})
const cosign=(...e)=>run(t,e)
try{await cosign("version")
const s=n.kind==="key"?await publicKeyArgs(cosign,n.key,i):identityArgs(t.env)
return{sign:t=>signOne(cosign,t,e,s),[Symbol.asyncDispose]:removeFolder}}catch(e){await removeFolder()
throw e}}async function signOne(e,t,{method:n,transparencyLog:s},r){const i=(0,$t.U9)(URL.parse(`http://${t}`)?.hostname??"")?["--allow-http-registry"]:[]
const o=s?[]:["--insecure-ignore-tlog=true"]
const verify=()=>e("verify",...r,...i,...o,t)
if((await verify()).ok)return
const a=n.kind==="key"?[`--key=${n.key}`,`--tlog-upload=${s}`]:[]
const c=await e("sign","--yes",...a,...i,t)
const d=n.kind==="keyless"?'give the job "permissions: id-token: write", which keyless signing needs':"check the key and COSIGN_PASSWORD, and that the login has push permission"
if(!c.ok)throw new u.yo({code:"sign/failed",message:`cannot sign ${t}`,why:c.output,fix:d})
const l=await verify()
if(!l.ok)throw new u.yo({code:"sign/unverified",message:`cannot verify the signature of ${t}`,why:l.output,fix:"publish again: existing tags and signatures are kept"})}async function publicKeyArgs(e,t,n){const{ok:i,output:o}=await e("public-key",`--key=${t}`)
const a=/-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(o)?.[0]
if(!i||a===undefined)throw new u.yo({code:"sign/key",message:"cannot read the signing key",why:o,fix:"set sign-key to the key, and COSIGN_PASSWORD to its password"})
const c=r.join(n,"key.pub")
await(0,s.writeFile)(c,`${a}\n`)
return[`--key=${c}`]}function identityArgs(e){const{GITHUB_ACTIONS:t,GITHUB_REPOSITORY:n,GITHUB_SERVER_URL:s="https://github.com"}=e
if(t!=="true"||!n)return["--certificate-identity-regexp",".+","--certificate-oidc-issuer-regexp",".+"]
const r=`${s}/${n}/`.replace(/[.+?^${}()|[\]\\*]/g,"\\$&")
const i="https://token.actions.githubusercontent.com"
return["--certificate-identity-regexp",`^${r}`,"--certificate-oidc-issuer",i]}async function run({exec:e,signal:t,redact:n},s){const r={...(0,d.s)({signal:t}),tailBytes:1<<16}
const{exitCode:i,stdout:o,stderr:a}=await e(["cosign",...s],r).catch(e=>{const t=e instanceof Error?e.message:String(e)
const n="install cosign, for example with the action sigstore/cosign-installer, or leave `sign` out"
throw new u.yo({code:"sign/no-cosign",message:"cannot run cosign",why:t,fix:n},{cause:e})})
t?.throwIfAborted()
return{ok:i===0,output:i===0?o:lastLines(n?.(a)??a)}}function lastLines(e){const t=e.split("\n").filter(e=>e.trim()!==""&&!e.startsWith("WARNING"))
return(0,oe.g$)(t.slice(-3).join(" ")).slice(0,500)}const xt=m.Ikc({service:m.YjP(),platform:m.YjP(),contentRef:m.YjP(),digest:m.YjP().exactOptional(),checks:m.YOg(L._U),unchecked:m.YOg(L.uG),packages:m.YOg(m.YjP()).exactOptional()})
const St=m.Ikc({kind:m.euz("lucid.verify"),version:m.euz(1),revision:m.YjP(),images:m.YOg(xt),layers:m.Ikc({read:m.aig(),bytes:m.aig()}),durationMs:m.aig()})
var Ot=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var Et=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
function lagBackoffFor({options:e,signal:t,progress:n},s){const r=s==="signalled"?t:undefined
const i=new gt.x(n)
const wait=async e=>{const t={stack:[],error:void 0,hasError:false}
try{const n=Ot(t,i.begin("registry",undefined),false)
n.update("waiting for it to show what it stored",{until:re.m.now()+e,next:"retry"})
await(0,re.y)(e,r).catch(()=>{})}catch(e){t.error=e
t.hasError=true}finally{Et(t)}}
const{registryLag:o}=ie.HK
return new ie.nO({...o,totalMs:e?.lagMs??o.totalMs},wait,r)}const Pt=new Set(["BLOB_UNKNOWN","MANIFEST_UNKNOWN","MANIFEST_BLOB_UNKNOWN"])
async function putManifestWithBackoff(e,{ref:t,bytes:n,mediaType:s,owner:r},i){for(;;){try{return await e.putManifest(t,n,s,r)}catch(e){const t=e.registryCode
if(typeof t!=="string"||!Pt.has(t)||!await i.wait())throw e}}}var jt=n(30902)
const Mt=[...["revision","created","source","url","title","description","licenses"],...["base.name","base.digest"]].map(e=>`org.opencontainers.image.${e}`)
const It=new Set(["org.opencontainers.image.base.digest"])
const Rt="org.opencontainers.image.version"
function makeIndex(e,t){const n=[...e].sort((e,t)=>e.platform<t.platform?-1:e.platform>t.platform?1:0)
const s=n.flatMap(({labels:e})=>Object.keys(e).filter(e=>e.startsWith("com.lucid.")))
const r=[...Mt,...[...new Set(s)].sort()].flatMap(e=>{const t=n.map(({labels:t})=>t[e])
const s=t.find(e=>e!==undefined&&e!=="")
const r=s!==undefined&&(!It.has(e)||t.every(e=>e===s))
return r?[[e,s]]:[]})
if(t!==undefined)r.push([Rt,t])
const i={schemaVersion:2,mediaType:jt.Ib.index,manifests:[...n.map(descriptorOf),...n.flatMap(({attestations:e})=>e)],...r.length>0&&{annotations:Object.fromEntries(r)}}
const o=(new TextEncoder).encode(JSON.stringify(i))
return{bytes:o,digest:(0,jt.sc)(o)}}function descriptorsIn({bytes:e}){const t=(0,jt.WI)(JSON.parse((new TextDecoder).decode(e)))
return t.kind==="index"?t.manifests:[]}function hasSameImages({content:e},t){if(e.kind!=="index")return false
const names=e=>e.filter(e=>!(0,jt.H3)(e)).map(({digest:e})=>e).sort().join()
return names(e.manifests)===names(descriptorsIn(t))}function descriptorOf({mediaType:e,digest:t,manifestSize:n,os:s,architecture:r,variant:i}){const o={architecture:r,os:s,...(0,d.s)({variant:i})}
return{mediaType:e,digest:t,size:n,platform:o}}async function copyIndex(e,t,n){for(const s of descriptorsIn(t))await copyImage(e,s,n)
const s={ref:`${n.to}@${t.digest}`,bytes:t.bytes,mediaType:jt.Ib.index}
await putManifestWithBackoff(e,s,n.backoff)}async function copyImage(e,t,{from:n,to:s,backoff:r,onChunk:i}){const{digest:o}=t
const a=`${s}@${o}`
if(await e.head(a)!==undefined)return
const c=await e.manifest(`${n}@${o}`)
if(c===undefined)throw new u.yo({code:"publish/content",message:`${o} of ${n} is gone, so it cannot be copied to ${s}`,fix:(0,jt.H3)(t)?"build it again: its attestation was deleted":"build it again"})
const{content:d,bytes:l,descriptor:f}=c
const p=d.kind==="image"?[d.config,...d.layers]:[]
const m=distinct(p).filter(e=>!isForeign(e))
await Promise.all(m.map(t=>e.copyBlob(n,s,{...t,onChunk:i})))
await putManifestWithBackoff(e,{ref:a,bytes:l,mediaType:f.mediaType},r)}function distinct(e){return[...new Map(e.map(e=>[e.digest,e])).values()]}function isForeign({mediaType:e}){return/nondistributable|foreign/.test(e)}var Ct=n(25761)
function verificationFailure({policy:e},t){if(e.verify!=="required")return undefined
const n=t.flatMap(({platform:e,checks:t})=>(0,be.HH)(t).map(t=>`${e}: ${(0,be.ZA)(t)}`))
return n.length===0?undefined:`verification failed: ${n.join("; ")}`}function sourceHoldReason({dirty:e,revision:t},{allowDirty:n=false}){if(n)return undefined
if(t===w.Pi)return"built without git, so it has no commit (--allow-dirty accepts that)"
return e?"uncommitted changes: commit them first (--allow-dirty accepts them)":undefined}function smokeGate({plan:e,service:t,images:n,smoked:s},{requireSmoke:r=true}){if(!r||t.policy.smoke!=="required")return{kind:"open",proven:[]}
if(!(0,Ct.WF)((0,Ct.Ae)(e,t)))return{kind:"open",proven:[]}
const{hash:i}=(0,X.fO)(e,t)
const o=n.map(e=>{const n=s.filter(n=>n.service===t.name&&n.platform===e.platform)
return{image:e,row:n.find(({digest:t})=>t===e.digest)??n[0]}})
const isAbout=(e,{digest:t})=>e?.digest===t&&e.trial===i
for(const{image:e,row:t}of o)if(t?.verdict==="unhealthy"&&isAbout(t,e)||t?.verdict==="not tried")return{kind:"shut",why:`smoke on ${e.platform}: ${describeVerdict(t)}`}
const a=o.filter(({image:e,row:t})=>t?.verdict!=="healthy"||!isAbout(t,e))
const c=n.filter(e=>!a.some(t=>t.image===e))
if(a.length===0)return{kind:"open",proven:c}
return{kind:"unproven",proven:c,images:a.map(({image:e,row:t})=>({...e,why:whyUnproven(e,t,i)}))}}function whyUnproven({platform:e,digest:t},n,s){if(n===undefined||n.verdict==="skipped")return`smoke did not run on ${e}${n?.reason===undefined?"":`: ${n.reason}`}`
if(n.digest!==t)return`smoke on ${e} ran ${n.digest}, which is not what is published`
if(n.trial!==s)return`smoke on ${e} ran other checks than the catalog has now`
return`smoke on ${e}: ${describeVerdict(n)}`}function describeVerdict({verdict:e,failure:t,reason:n}){const s=t?.guess??n
return s===undefined?e:`${e}, ${s}`}function gatherPlatforms(e,t,n){const s=[]
const r=[]
for(const i of e.platforms){const findRow=t=>t.find(t=>t.service===e.name&&t.platform===i)
const o=findRow(n)
const a=findRow(t)
if(o!==undefined){const{outcome:e,contentRef:t,digest:n}=o
const a=e==="built"||e==="unchanged"
if(a&&n!==undefined)s.push({platform:i,contentRef:t,digest:n,fresh:e==="built"})
else{const t=e==="skipped"||e==="cancelled"?"skipped":"failed"
const n=o.error?.message??(a?"it has no digest":undefined)
r.push({kind:t,text:`${i}: build ${e}${n===undefined?"":`: ${n}`}`})}}else if(a?.decision.kind==="unchanged")s.push({platform:i,contentRef:a.contentRef,digest:a.decision.digest,fresh:false})
else if(a?.decision.kind==="blocked")r.push({kind:"failed",text:`${i}: ${a.decision.problems[0]?.message??"blocked"}`})
else r.push({kind:"skipped",text:`${i}: not built`})}if(r.length===0&&s.length>0)return{kind:"complete",images:s}
const i=r.some(e=>e.kind==="failed")?"failed":"skipped"
return{kind:i,reason:r.map(({text:e})=>e).join("; ")||"the catalog names no platform for it"}}async function readContentFacts(e,t,n){return Promise.all(t.map(t=>factsOf(e,t,n)))}async function factsOf(e,{platform:t,contentRef:n,digest:s,fresh:r},i){const read=()=>e.imageFacts(n,t)
const o=await(r?(0,ie.bC)(read,i):read())
const wrong=(e,t)=>new u.yo({code:"publish/content",message:e,fix:t})
if(o===undefined)throw wrong(`${n} is not in the registry`,"build it again")
if(o.digest!==s&&o.indexDigest!==s)throw wrong(`${n} holds ${o.digest}, but ${s} was built`,"another run built the same source in the meantime: run again")
if(`${o.os}/${o.architecture}`!==t.split("/",2).join("/"))throw wrong(`${n} is made for ${o.platform}, not ${t}`,"build it again for that platform")
return o}function targetsFor(e){const begin=t=>({...{service:e,image:t,images:[],facts:[],stored:new Set,spentMs:0},...{tags:[],warnings:[]}})
const t=begin(e.image)
return[t,...(e.copies??[]).map(e=>({...begin(e),copyOf:t}))]}function plannedTags({service:e},t){return t.tags[e.name]??{immutable:[],floating:[]}}function rowDigest(e,{plain:t,release:n}){const s=e.filter(({state:e})=>e!=="held"&&e!=="kept")
if(s.length===0)return undefined
return s.every(e=>e.release)?n.digest:t.digest}function outcomeOfTags(e){if(e.some(({state:e})=>e==="written"||e==="moved"))return"published"
if(e.some(({state:e})=>e==="present"||e==="kept"))return"unchanged"
return e.length>0?"held":"skipped"}function toRow(e,t,n){const{service:s,image:r,images:i,facts:o,indexes:a,release:c,signed:u,exception:l}=e
const f=allTags(e,n)
const p=a&&rowDigest(f,a)
const m=f.some(e=>e.release&&e.state!=="held"&&e.state!=="kept")
const{outcome:h,reason:g}=combinedOutcome(e,t)
const{code:w}=[e,...t].find(e=>e.outcome==="failed")??{}
return{service:s.name,image:r,outcome:h,...(0,d.s)({digest:p}),...m&&a&&c&&{release:{...c,digest:a.release.digest}},platforms:i.map(({platform:e,digest:t},n)=>{const{size:s,layers:r}=o[n]??{}
return{platform:e,digest:t,...(0,d.s)({size:s}),...r&&{layers:r.length}}}),tags:f,...t.length>0&&{copies:t.map(e=>copyRow(e,n))},...u&&{signed:u},...(0,d.s)({exception:l}),...warningsOf([e,...t]),...(0,d.s)({reason:g,code:w}),durationMs:Math.round([e,...t].reduce((e,{spentMs:t})=>e+t,0))}}function warningsOf(e){const t=[...new Set(e.flatMap(e=>e.warnings))]
return t.length===0?{}:{warnings:t}}function copyRow(e,t){const{image:n,outcome:s="skipped",reason:r}=e
return{image:n,outcome:s,tags:allTags(e,t),...(0,d.s)({reason:r})}}function allTags(e,t){const{tags:n,reason:s}=e
const r=plannedTags(e,t)
const i=["immutable","floating"].flatMap(e=>r[e].filter(t=>!n.some(n=>n.kind===e&&n.tag===t)).map(t=>{const n=r.versioned?.includes(t)?{release:true}:{}
return{tag:t,kind:e,state:"held",...n,...(0,d.s)({why:s})}}))
return[...n,...i]}function combinedOutcome(e,t){const{outcome:n="skipped",reason:s}=e
for(const e of["failed","cancelled","superseded"]){const s=t.find(t=>t.outcome===e)
if(n===e||n==="failed"||s===undefined)continue
return{outcome:e,reason:`${s.image}: ${s.reason??e}`}}const r=n==="unchanged"&&t.some(e=>e.outcome==="published")
return{outcome:r?"published":n,...(0,d.s)({reason:s})}}function reportEnd({service:e,copyOf:t,outcome:n,reason:s,tags:r,warnings:i},o){if(t!==undefined&&n!=="failed")return
const a=r.filter(({state:e})=>e==="written"||e==="moved").map(({tag:e})=>e)
const c=s??(a.length>0?a.join(", "):n)
const d=[c,...i.map(e=>`warning: ${e}`)].join("; ")
const u=n==="failed"?"failed":"done"
o?.({stage:"publish",subject:e.name,state:u,...d!==""&&{text:d}})}function reportActivity(e,t,n,s){const{service:r,copyOf:i}=e
if(i?.outcome!==undefined)return
n?.({stage:"publish",subject:r.name,state:"update",text:t,...(0,d.s)({bytes:s})})}function reasonOfError(e){if(e instanceof u.yo)return e.problems.map(({message:e,why:t,fix:n})=>[e,t,n&&`fix: ${n}`].filter(Boolean).join("; ")).join(" | ")
return e instanceof Error?e.message:String(e)}var Tt=n(88153)
const At="application/vnd.lucid.relabel.v1+json"
const _t="com.lucid.relabel.from"
const Dt={from:_t,to:"com.lucid.relabel.to",version:"org.opencontainers.image.version",revision:"org.opencontainers.image.revision"}
async function relabel(e,t){const{registry:n,image:s,labels:r,backoff:i}=e
if(Object.entries(r).every(([e,n])=>t.labels[e]===n))return t
const o=await n.manifest(`${s}@${t.digest}`)
if(o?.content.kind!=="image")throw failure(`${t.digest} of ${s} is gone`,"build it again")
const a=parse(await n.blob(s,o.content.config.digest))
const c=(0,Y.Ag)(a.config)
const d={...a,config:{...c,Labels:{...(0,Y.Ag)(c?.Labels),...r}}}
const{digest:u,size:l}=await n.putBlob(s,encode(d))
const f=parse(o.bytes)
const p=encode({...f,config:{...o.content.config,digest:u,size:l},annotations:{...o.content.annotations,[Dt.from]:t.digest}})
const m=`${s}@${(0,jt.sc)(p)}`
const{mediaType:h}=o.descriptor
await putManifestWithBackoff(n,{ref:m,bytes:p,mediaType:h},i)
const g=await(0,ie.bC)(()=>n.imageFacts(m,t.platform),i)
if(g===undefined)throw failure(`${m} was accepted, but the registry does not show it`,"publish again")
if(startedWith(g)!==startedWith(t))throw failure(`${m} differs from ${t.digest} in more than its labels`,"build it again")
await relabel_record(e,t.digest,g.digest)
return g}const startedWith=({layers:e,diffIds:t,settings:n,os:s,architecture:r,variant:i})=>JSON.stringify([e.map(({digest:e})=>e),t,n,s,r,i])
const relabelTag=e=>`${e.replace(":","-")}.relabel`
async function relabel_record({registry:e,image:t,version:n,revision:s,backoff:r},i,o){const a=`${t}:${relabelTag(o)}`
const c=(await e.manifest(a))?.content
const d=c?.kind==="image"&&c.artifactType===At
if(d&&c.annotations[Dt.from]===i&&c.annotations[Dt.to]===o)return
await e.putBlob(t,ue.Ro)
const u={[Dt.from]:i,[Dt.to]:o,[Dt.version]:n,[Dt.revision]:s}
const l=(0,ue.si)(At,u)
await putManifestWithBackoff(e,{ref:a,bytes:l,mediaType:jt.Ib.manifest,owner:"relabel"},r)}const failure=(e,t)=>new u.yo({code:"publish/relabel",message:e,fix:t})
const encode=e=>(new TextEncoder).encode(JSON.stringify(e))
const parse=e=>(0,Y.Ag)((0,Y.qF)((new TextDecoder).decode(e)))??{}
async function makeIndexes(e,t){const{service:n,image:s,facts:r}=e
const i=makeIndex(r)
const{version:o,versioned:a=[]}=plannedTags(e,t.plan)
if(o===undefined||a.length===0)return{indexes:{plain:i,release:i}}
if(n.policy.version!=="relabel")return{indexes:{plain:i,release:makeIndex(r,o)},release:{version:o}}
const c={[Rt]:o,...ownLabels(e,t,o)}
const{revision:d}=t.plan.source
const u=lagBackoffFor(t,"signalled")
const l=await Promise.all(r.map(e=>relabel({registry:t.registry,image:s,revision:d,version:o,labels:c,backoff:u},e)))
const f={plain:i,release:makeIndex(l,o)}
const p=l.flatMap(({platform:e,digest:t},n)=>{const s=r[n]?.digest
return s===undefined||s===t?[]:[{platform:e,from:s,digest:t}]})
const m=r.some(({attestations:e},t)=>e.length>(l[t]?.attestations.length??0))
return{indexes:f,release:{version:o,relabelled:p,...m&&{attestations:"left out"}}}}function ownLabels({service:e},{plan:t},n){const{labels:s,name:r,phase:i=""}=e
const{revision:o}=t.source
const a=Object.entries(s).filter(([,e])=>/\{\{\s*version\s*\}\}/.test(e))
const c={name:r,phase:i,project:t.project,revision:o,short_revision:o.slice(0,7),version:n}
return Object.fromEntries(a.map(([e,t])=>[e,(0,Tt.ou)(t,c)]))}var Nt=n(79403)
var Yt=n(24454)
const Ft="to move the tag anyway, publish with `--allow-unordered`, in a workflow with `allow-unordered: true`"
async function checkRewrite(e,t,n,s){const r="check out the whole history (fetch-depth: 0), or give `github-token`"
const i=n==="unknown"?`${r}; ${Ft}`:Ft
const unproven=(e,t=i)=>({kind:"unproven",why:e,fix:t})
const o={published:shortCommit(e.revision),ours:shortCommit(t.revision)}
if([e.revision,t.revision].includes(w.Pi))return unproven(`${o.published} is published, and one of the two was built without git`)
if(t.ref===undefined||e.ref!==t.ref)return unproven(describeForeignEntry(e,t,n))
const a=(0,w.rq)(t.ref)
const c=await(s?.(t.ref))??{silent:"this run has no remote"}
if("silent"in c)return unproven(`${o.published} is published, and the head of ${a} is unknown: ${c.silent}`)
const d=n==="diverged"||n==="older"
if(c.revision===t.revision&&d)return{kind:"rewritten"}
if(c.revision===e.revision)return{kind:"replaced"}
if(c.revision===t.revision)return unproven(`it is not known whether ${o.published}, which is published, comes before ${o.ours}`)
const u=c.revision===undefined?"gone":`at ${shortCommit(c.revision)}`
return unproven(`${o.published} is published, and ${a} is ${u} on the remote, not at ${o.ours}`,`run the workflow for the newest commit of ${a}; ${Ft}`)}function describeForeignEntry(e,t,n){const s=e.ref===undefined?"a git tag or an earlier version":(0,w.rq)(e.ref)
const r=`${shortCommit(e.revision)} of ${s} is published`
return n==="unknown"?`${r}, and it is not known whether it comes before ${shortCommit(t.revision)}`:`${r}, and ${shortCommit(t.revision)} does not come after it`}function whyForeignPull(e,t){if(e===undefined||e.ref===t.ref)return undefined
const n=[e.ref,t.ref].find(w.wv)
if(n===undefined)return undefined
return(0,w.wv)(e.ref)?`it is the tag of ${(0,w.rq)(n)}`:`it is published already, and not by ${(0,w.rq)(n)}`}const shortCommit=e=>/^[0-9a-f]{40,64}$/.test(e)?e.slice(0,7):e
async function promote(e){const{image:t,tag:n,index:s}=e
const r={tag:false}
try{const t=await readView(e,copiesOf(e))
const i=await writeUntilSettled(e,t,r)
const o=t.tag===s.digest?undefined:(0,Yt.U)(n,t.tag,t.ledger)
if(o===undefined||i.kind==="cancelled")return i
const{warning:a}=i
return{...i,warning:a===undefined?o:`${o}; ${a}`}}catch(e){if(!r.tag)throw e
throw new u.yo({code:"publish/unconfirmed",message:`${t}:${n} may have moved, but that could not be confirmed`,why:e.message.split("\n",1)[0]??"",fix:"publish again: what is done is kept"},{cause:e})}}const copiesOf=({tag:e,copies:t=2})=>(0,Yt.bn)(e,t)
async function writeUntilSettled(e,t,n){const{registry:s,image:r,tag:i,index:o,signal:a,backoff:c}=e
const l=copiesOf(e)
const f=ownEntry(e,t)
if((0,w.wv)(f.ref)&&t.tag!==undefined&&t.ledger.every(e=>e===undefined))return foreignTag("no record says which pull request it belongs to")
let p=t
let m=[]
const h=new Map
for(let o=0;o<20;o++){const o=await newestEntry(e,f,p,m)
if(o.kind==="unordered")return o
const u=o.entry
if(u===f)m=o.replaced
const g=nextStep(p,u,u===f?undefined:h)
if(g?.kind!=="ledger"&&!p.isWhole){p=await readView(e,l)
continue}if(g===undefined){const n={ours:f,best:u,replaced:m,...(0,d.s)({ignored:t.ignored})}
return toResult(e,n,t.tag)}if(h.size===0&&a?.aborted)return{kind:"cancelled"}
const w=g.kind==="tag"?{ref:`${r}:${i}`,bytes:await indexBytes(e,u),mediaType:jt.Ib.index}:{ref:`${r}:${l[g.copy]}`,bytes:(0,Yt.XL)(withReplaced(u,f,m)),mediaType:jt.Ib.manifest,owner:"ledger"}
if(g.kind==="ledger"&&p.ledger[g.copy]===undefined)await s.putBlob(r,ue.Ro)
n.tag||=g.kind==="tag"
await putManifestWithBackoff(s,w,c)
h.set(promote_keyOf(g),valueAt(u,g))
const y=shown(p,g)
const k=g.kind==="ledger"&&g.copy+1<l.length?p:undefined
p=await readView(e,l,k)
while(shown(p,g)===y&&await c.wait())p=await readView(e,l,k)
c.reset()}throw new u.yo({code:"publish/not-shown",message:`${r}:${i} keeps changing`,why:`the registry shows ${p.tag??"nothing"} where ${o.digest} was written`,fix:"publish again when no other run publishes"})}async function readView({registry:e,image:t,tag:n},s,r){const readTag=async()=>(await e.head(`${t}:${n}`))?.digest
const i=[]
const readCopy=async n=>{const s=await e.manifest(`${t}:${n}`)
try{return s&&(0,Yt.SC)(s,n)}catch(e){if(!(e instanceof u.yo))throw e
i.push(e)
return undefined}}
const[o,...a]=await Promise.all([r===undefined?readTag():r.tag,...s.map(readCopy)])
const[c]=i
if(c!==undefined&&a.every(e=>e===undefined))throw c
const l=c?.problems[0]?.message
return{ledger:a,tag:o,isWhole:r===undefined,...(0,d.s)({ignored:l})}}function ownEntry({index:e,revision:t,committedAt:n,ref:s,repository:r,services:i,exception:o},{ledger:a}){const c={...{revision:t,committedAt:n,digest:e.digest,sequence:0},...(0,d.s)({ref:s,repository:r,services:i,exception:o})}
const u=a.find(e=>(0,Yt.TR)(e,c))
if(u!==undefined)return u.ref===undefined?{...c,...u}:u
return{...c,sequence:1+Math.max(0,...a.map(e=>e?.sequence??0))}}async function newestEntry({compareCommits:e,readBranchHead:t,allowUnordered:n},s,{ledger:r},i){const o=[...new Map([...r,...i].flatMap(e=>e?[[keyOfEntry(e),e]]:[])).values()]
const a=[]
let c=s
for(const r of o){const o=whyForeignPull(r,s)
if(o!==undefined)return foreignTag(o)
const d=r.repository&&(0,te.lK)(s.repository??{},r.repository)
if(d!==undefined&&!n)return foreignLedger(d)
if(c!==s){const n=await(0,Yt.wD)(e,false,c,r)
const s=n==="newer"?undefined:await checkRewrite(c,r,n,t)
if(s===undefined||s.kind==="rewritten")c=r
continue}const u=await(0,Yt.wD)(e,false,r,s)
if(u==="same"||u==="newer")continue
const l=r.revision!==s.revision&&(u!=="older"||r.ref===s.ref)
const f=l?await checkRewrite(r,s,u,t):undefined
if(f?.kind==="rewritten")a.push(r)
else if(u==="older"||f?.kind==="replaced"||i.includes(r))c=r
else if(!n)return{kind:"unordered",why:f?.why??"",fix:f?.fix??Ft}
else if(await(0,Yt.wD)(e,true,r,s)==="older")c=r}return{kind:"newest",entry:c,replaced:a}}const keyOfEntry=({revision:e,digest:t,sequence:n})=>`${e} ${t} ${n}`
const foreignTag=e=>({kind:"unordered",why:e,fix:"delete the tag and its records, which end in `.published`, and publish again"})
const foreignLedger=e=>({kind:"unordered",why:`the ledger is not ours: ${e}`,fix:`give each repository image names of its own; ${Ft}`})
function nextStep(e,t,n){const s=[...e.ledger.map((e,t)=>({kind:"ledger",copy:t})),{kind:"tag"}]
return s.find(s=>shown(e,s)!==valueAt(t,s)&&(n===undefined||n.get(promote_keyOf(s))===shown(e,s)))}function promote_keyOf(e){return e.kind==="tag"?"tag":`ledger ${e.copy}`}function valueAt(e,t){if(t.kind==="tag")return e.digest
const{revision:n,digest:s,ref:r}=e
return`${n} ${s}${r===undefined?" of no branch":""}`}function shown(e,t){if(t.kind==="tag")return e.tag
const n=e.ledger[t.copy]
return n&&valueAt(n,t)}async function indexBytes({registry:e,image:t,index:n},{digest:s}){if(s===n.digest)return n.bytes
const r=await e.manifest(`${t}@${s}`)
if(r===undefined)throw new u.yo({code:"publish/index-gone",message:`the index ${s} of ${t} is gone, although it was published last`,fix:"run the newest commit's workflow again"})
return r.bytes}function withReplaced(e,t,n){const[s]=n
return e===t&&s!==undefined?{...t,replaced:s.revision}:e}function toResult({tag:e},{ours:t,best:n,replaced:s,ignored:r},i){if(n===t){const[e]=s
const n=e&&`${(0,w.rq)(t.ref??"")} was rewritten, ${shortCommit(e.revision)} is no longer in it`
const o=[n&&`diverged: ${n}`,r&&`${r}: it was ignored and written again`]
const a=o.filter(e=>e!==undefined).join("; ")||undefined
if(i===t.digest)return{kind:"present",...(0,d.s)({warning:a})}
return{kind:"moved",...(0,d.s)({previous:i,warning:a})}}const o=n.revision===t.revision?"a later run of this commit":s.includes(n)||n.replaced===t.revision?`${shortCommit(n.revision)}, and ${(0,w.rq)(n.ref??"")} is not at ${shortCommit(t.revision)} any more`:`${n.revision.slice(0,12)}, which is newer`
return{kind:"superseded",by:n,why:`${e} was published by ${o}`}}async function moveFloatingTags(e,t){const{indexes:n,tags:s}=e
const{floating:r,versioned:i=[]}=plannedTags(e,t.plan)
if(n===undefined)return
const releaseOf=e=>i.includes(e)?{release:true}:{}
const o=r.length===0?undefined:await holdReason(e,t)
if(o!==undefined){e.reason=o
for(const e of r)s.push({tag:e,kind:"floating",state:"held",...releaseOf(e),why:o})}else{const indexOf=e=>releaseOf(e).release?n.release:n.plain
const i=s.flatMap(({tag:e,state:t})=>r.length===0||t==="kept"?[]:e)
for(const n of new Set([...r,...i].map(indexOf)))await prepare(e,n,t)
for(const n of r)await move(e,indexOf(n),{tag:n,kind:"floating",...releaseOf(n)},t)}e.outcome??=outcomeOfTags(s)}async function prepare(e,t,n){const s=`${e.image}@${t.digest}`
if(!e.stored.has(t.digest))await putManifestWithBackoff(n.registry,{ref:s,bytes:t.bytes,mediaType:jt.Ib.index},lagBackoffFor(n,"signalled"))
if(n.sign===undefined)return
reportActivity(e,"signing",n.progress)
await n.sign(s)
e.signed=true}async function move(e,t,n,s){const{tag:r}=n
const{registry:i,compareCommits:o,readBranchHead:a,signal:c,plan:u,options:l}=s
const{revision:f,committedAt:p,event:m}=u.source
const h=(0,w.Mi)(u.source)
const{exception:g}=e.copyOf??e
const y=m.kind==="pull_request"?m.headRevision??f:f
reportActivity(e,`moving ${r}`,s.progress)
const k=(0,te.nx)(u.source)
const v=await promote({...{registry:i,compareCommits:o,image:e.image,tag:r,index:t,revision:y,committedAt:p},allowUnordered:l?.allowUnordered??false,backoff:lagBackoffFor(s,"to the end"),...(0,d.s)({ref:h,readBranchHead:a,exception:g,signal:c}),...Object.keys(k).length>0&&{repository:k},services:Object.fromEntries(u.services.map(({name:e,image:t,dockerfile:n})=>[e,{image:t,dockerfile:n}]))})
if(v.kind!=="cancelled")return recordPromotion(e,n,v)
const b=(c&&(0,Q.l7)(c))??"cancelled"
e.tags.push({...n,state:"held",why:b})
e.reason??=b
e.outcome??=c===undefined?"cancelled":(0,Q.Ao)(c).outcome}function holdReason(e,t){const n=e.copyOf??e
n.gate??=whyHeld(n,t)
return n.gate}async function whyHeld(e,t){const{plan:n,options:s={}}=t
const r=sourceHoldReason(n.source,s)
if(r!==undefined)return r
const i=await smokeHoldReason(e,t)
if(i===undefined||s.despiteSmoke===undefined)return i&&`${i.why}${i.fix}`
e.exception={...s.despiteSmoke,smoke:i.why}
e.warnings.push((0,H.VJ)(e.exception))
return undefined}async function smokeHoldReason(e,{plan:t,smoke:n,build:s,options:r={},registry:i}){const{service:o,images:a}=e
const c=smokeGate({plan:t,service:o,images:a,smoked:n?.services??[]},r)
if(c.kind==="shut")return{why:c.why,fix:""}
await recordSmoke(e,c.proven,{plan:t,registry:i,...(0,d.s)({build:s})})
if(c.kind==="open")return undefined
for(const{platform:e,digest:n,why:s}of c.images){const r=await(0,Nt.GB)(i,{plan:t,service:o,digest:n})
if(r.kind==="failed")return{why:`smoke on ${e}: unhealthy in another job or run, for commit ${r.revision.slice(0,12)}`,fix:""}
if(r.kind==="unknown")return{why:s,fix:`; ${Bt}`}}return undefined}const Bt="let smoke run, or publish with `--no-require-smoke`, in a workflow with `require-smoke: false`"
async function recordSmoke({service:e},t,{plan:n,build:s,registry:r}){const{revision:i}=n.source
for(const{digest:o,platform:a}of t){if((await(0,Nt.GB)(r,{plan:n,service:e,digest:o})).kind==="passed")continue
const t=(0,X.ZZ)(n,e,e=>(0,be.iQ)(n,s,e,a))
const c={...(0,X.fO)(n,e),...(0,d.s)({needs:t})}
await(0,Nt.oH)(r,e.image,o,{...{service:e.name,verdict:"healthy",revision:i,...c},...(0,te.nx)(n.source)})}}function recordPromotion(e,t,n){const hold=(n,s=n)=>{e.tags.push({...t,state:"held",why:n})
e.reason??=s}
const{warning:s}=n
if(s!==undefined&&!e.warnings.includes(s))e.warnings.push(s)
switch(n.kind){case"present":case"moved":{const{kind:r}=n
const i=r==="moved"?n.previous:undefined
const o=r==="present"?r:i===undefined?"written":r
e.tags.push({...t,state:o,...(0,d.s)({previous:i,why:s})})
return}case"superseded":hold(n.why)
e.outcome="superseded"
return
case"unordered":hold(`${n.why}; ${n.fix}`,`${t.tag} held: ${n.why}; ${n.fix}`)
return}}var Lt=n(98599)
async function requireOneAnswer(e,t){const n=new ie.nO(ie.HK.wrongAnswer)
let s
do{const n=await e.head(t)
const r=await e.manifest(t)
s=[n?.digest??"nothing",r?.descriptor.digest??"nothing"]
if(s[0]===s[1])return}while(await n.wait())
throw new u.yo({code:"registry/contradiction",message:`the registry contradicts itself about ${t}`,why:`HEAD names ${s[0]}, GET returns ${s[1]}`,fix:"check for a cache or proxy before the registry that keeps old answers, then run this again"})}const Ht="another index of the same images, not signed by this run"
async function writeImmutableTags(e,t){const{registry:n,image:s,tags:r,versioned:i,backoff:o,done:a}=e
const c=await Promise.all(r.map(n=>tagState(e,n,t)))
const kindOf=e=>i.has(e)?"release":"plain"
const d=r.flatMap((e,n)=>{const r=c[n]
return r?.kind==="taken"?[{ref:`${s}:${e}`,...r,ours:t[kindOf(e)].digest}]:[]})
for(const{ref:e}of d)await requireOneAnswer(n,e)
if(d.length>0)throw new u.yo(d.map(conflict))
for(const[d,u]of r.entries()){const r=c[d]
const l=i.has(u)?{release:true}:{}
const f={tag:u,kind:"immutable",...l}
if(r?.kind==="ours")a({...f,state:"present"})
else if(r?.kind==="kept")a({...f,...keptTag(r)})
else{const r=t[kindOf(u)]
const i={ref:`${s}:${u}`,bytes:r.bytes,mediaType:jt.Ib.index}
await putManifestWithBackoff(n,i,o)
const{digest:c}=await readBackTag(e,u,r)
const d=c===r.digest
a({...f,...d?{state:"written"}:keptTag({digest:c,origin:Ht})})}}}const keptTag=({digest:e,origin:t})=>({state:"kept",previous:e,why:`stays with ${e}, ${t}`})
async function tagState(e,t,{plain:n,release:s}){const{registry:r,image:i,service:o,repository:a,revision:c,versioned:d}=e
const u=d.has(t)?s:n
const l=(await r.head(`${i}:${t}`))?.digest
if(l===undefined)return{kind:"free"}
if(l===u.digest)return{kind:"ours"}
const f=await r.manifest(`${i}@${l}`)
if(f===undefined)return{kind:"taken",digest:l}
if([u,n,s].some(e=>hasSameImages(f,e)))return{kind:"kept",digest:l,origin:Ht}
const p=await annotationsUnder(e,f)
const m=p[_t]
if(m!==undefined&&descriptorsIn(n).some(e=>e.digest===m))return{kind:"kept",digest:l,origin:Ht}
if(isOfEarlierRecipe(p))return{kind:"kept",digest:l,origin:"which an earlier version of this program built"}
const h=(0,te.ZT)({service:o,platform:p[te.PS]??"",...a},p)
if(h!==undefined)return{kind:"taken",digest:l,foreign:h}
if(isOfCommit(f,t,c))return{kind:"kept",digest:l,origin:"this commit's first build"}
return{kind:"taken",digest:l}}async function annotationsUnder({registry:e,image:t},{content:n}){const[s]=n.kind==="index"?n.manifests.filter(e=>!(0,jt.H3)(e)):[]
return(s&&await e.manifest(`${t}@${s.digest}`))?.content.annotations??{}}function isOfEarlierRecipe(e){return e[te.qL]!==undefined&&e[Lt.E]!==Lt.B}function isOfCommit({content:e},t,n){if(!/^[0-9a-f]{40,64}$/.test(n))return false
return t.includes(n.slice(0,7))||e.annotations["org.opencontainers.image.revision"]===n}async function readBackTag({registry:e,image:t,backoff:n},s,r){const i=await(0,ie.bC)(()=>e.head(`${t}:${s}`),n)
if(i===undefined)throw new u.yo({code:"publish/not-shown",message:`${t}:${s} was accepted, but the registry does not show it`,fix:"publish again: what is done is kept"})
if(i.digest===r.digest)return i
const o=await e.manifest(`${t}@${i.digest}`)
if(o===undefined||!hasSameImages(o,r)){await requireOneAnswer(e,`${t}:${s}`)
throw new u.yo(conflict({ref:`${t}:${s}`,digest:i.digest,ours:r.digest}))}return i}function conflict({ref:e,digest:t,ours:n,foreign:s}){return{code:"publish/immutable",message:`${e} already names ${t}, and immutable tags are never overwritten`,why:`${s===undefined?"":`that image is not ours: ${s}; `}this run has ${n}`,fix:s===undefined?"make the tag rule distinguish the builds, make the tag floating, or delete the tag if it is wrong":"find out who pushed it, then delete the tag and publish again"}}async function runPublish(e){const t=performance.now()
const{plan:n}=e
const s=n.selected.flatMap(e=>n.services.find(t=>t.name===e)??[])
const r=s.flatMap(targetsFor)
const i={...e,compareCommits:cacheComparisons(e.compareCommits)}
const o=(0,Ve.A)(e.options?.concurrency??16)
for(const e of[run_publish_verify,writeImmutable,copy,moveFloatingTags])await Promise.all(r.map(t=>o(()=>runStep(e,t,i))))
return{kind:"lucid.publish",version:1,revision:n.source.revision,services:r.filter(({copyOf:e})=>e===undefined).map(e=>{const t=r.filter(({copyOf:t})=>t===e)
return toRow(e,t,n)}),durationMs:Math.round(performance.now()-t)}}async function runStep(e,t,n){if(t.outcome!==undefined)return
const s=performance.now()
try{if(n.signal?.aborted)stop(t,n.signal)
else await e(t,n)}catch(e){const s=e instanceof u.yo&&e.problems[0]?.code==="publish/unconfirmed"
if(n.signal?.aborted&&!s)stop(t,n.signal)
else{end(t,"failed",reasonOfError(e))
if(e instanceof u.yo&&e.problems[0])t.code=e.problems[0].code}}t.spentMs+=performance.now()-s
if(t.outcome!==undefined)reportEnd(t,n.progress)}async function run_publish_verify(e,t){const{service:n}=e
const{plan:s,build:r,registry:i,progress:o}=t
if(e.copyOf!==undefined)return
const{immutable:a,floating:c,kept:d=[]}=plannedTags(e,s)
const u=s.images.some(e=>e.service===n.name&&e.decision.kind==="blocked")
if(a.length+c.length+d.length===0&&!u)return end(e,Ut,"this run gives it no tag")
o?.({stage:"publish",subject:n.name,state:"started"})
const l=r?.images.filter(e=>e.service===n.name)??[]
const f=gatherPlatforms(n,s.images,l)
if(f.kind!=="complete")return end(e,f.kind,f.reason)
e.images=f.images
const p=verificationFailure(n,l)
if(p!==undefined)return end(e,"failed",p)
e.facts=await readContentFacts(i,f.images,lagBackoffFor(t,"signalled"))}const Ut="not part of this release"
async function writeImmutable(e,t){if(e.copyOf!==undefined)return
Object.assign(e,await makeIndexes(e,t))
await writeTags(e,t)}async function copy(e,t){const{copyOf:n,image:s,service:r}=e
if(n===undefined)return
const{indexes:i,images:o}=n
if(n.outcome===Ut)return end(e,Ut,"this run gives it no tag")
if(n.outcome!==undefined||i===undefined)return end(e,"skipped",`${r.name} was not published`)
const{immutable:a,floating:c,versioned:d=[]}=plannedTags(e,t.plan)
const u={plain:a.concat(c).some(e=>!d.includes(e)),release:d.length>0}
const l={done:0}
const onChunk=e=>{l.done+=e}
reportActivity(e,`copying to ${s}`,t.progress,l)
for(const r of["plain","release"]){if(!u[r]||e.stored.has(i[r].digest))continue
const o=lagBackoffFor(t,"signalled")
await copyIndex(t.registry,i[r],{from:n.image,to:s,backoff:o,onChunk:onChunk})
e.stored.add(i[r].digest)}Object.assign(e,{indexes:i,images:o})
await writeTags(e,t)}async function writeTags(e,t){const{image:n,service:s,indexes:r}=e
if(r===undefined)return
const{registry:i,plan:o,signal:a,progress:c}=t
reportActivity(e,"writing tags",c)
const{immutable:d,versioned:u=[]}=plannedTags(e,o)
await writeImmutableTags({...{registry:i,image:n,tags:d,versioned:new Set(u),revision:o.source.revision},...{service:s.name,repository:(0,te.nx)(o.source)},backoff:lagBackoffFor(t,"signalled"),done:t=>{e.tags.push(t)
a?.throwIfAborted()}},r)
for(const{kind:t,state:n,release:s}of e.tags)if(t==="immutable"&&n!=="kept")e.stored.add(r[s?"release":"plain"].digest)}function stop(e,t){end(e,(0,Q.Ao)(t).outcome,(0,Q.l7)(t)??"cancelled")}function end(e,t,n){e.outcome=t
e.reason=n}function cacheComparisons(e){const t=new Map
return(n,s)=>{const r=`${n} ${s}`
const i=t.get(r)??e(n,s).catch(()=>"unknown")
t.set(r,i)
return i}}const Gt=500
async function readSmokeException({despiteSmoke:e,reason:t},{root:n,selected:s},r){const i=t?.trim()??""
const o=[]
const wrong=(e,t)=>o.push({code:"publish/exception",message:e,fix:t})
if(!e){if(i==="")return undefined
wrong("`reason` only applies to `despite-smoke`","add `despite-smoke`, or leave `reason` out")}else{if(i==="")wrong("`despite-smoke` needs a reason, which is recorded",'add it: --reason "the fix for the outage, #123"')
if(i.length>Gt||/\p{Cc}/u.test(i))wrong(`\`reason\` is a single line of at most ${Gt} characters`,"shorten it, and link to the rest")
if(s.length!==1)wrong(`\`despite-smoke\` is for one service, and ${s.length} are selected`,"name the service: lucid publish api --despite-smoke --reason TEXT")}if(o.length>0)throw new u.yo(o)
return{who:await currentUser(n,r),when:timeOf(r),why:i}}const timeOf=({date:e=Date.now})=>new Date(e()).toISOString().replace(/\.\d+Z$/,"Z")
async function currentUser(e,t){const{GITHUB_TRIGGERING_ACTOR:n,GITHUB_ACTOR:s}=t.env
const r=n||s||(await(0,D.z)(e,t)(["config","user.email"]))?.trim()
return r||(0,Ae.userInfo)().username}function merger(e){return t=>{const[n]=t
const s=Math.max(...t.map(e=>e.durationMs))
return n&&{...n,...e(t,n),durationMs:s}}}const Wt=merger(e=>{const t=e.flatMap(e=>e.leftovers??[])
return{services:byRank(e.flatMap(({services:e})=>e),({service:e,platform:t,digest:n})=>`${e} ${t} ${n}`,({verdict:e})=>be.uI[e]),...t.length>0&&{leftovers:t}}})
const zt={skipped:0,cancelled:1,failed:2,unchanged:3,built:4}
const qt=merger((e,t)=>({images:byRank(e.flatMap(({images:e})=>e),({service:e,platform:t})=>`${e} ${t}`,({outcome:e})=>zt[e]),command:e.length===1?t.command:[]}))
const Vt=merger(e=>{const total=t=>e.reduce((e,{layers:n})=>e+n[t],0)
return{images:byRank(e.flatMap(({images:e})=>e),({service:e,platform:t,digest:n})=>`${e} ${t} ${n??""}`,({checks:e})=>e.length),layers:{read:total("read"),bytes:total("bytes")}}})
const Kt={skipped:0,cancelled:1,failed:2,"not part of this release":2.5,superseded:3,held:3.5,unchanged:4,published:5}
const Jt=merger(e=>({services:byRank(e.flatMap(({services:e})=>e),({service:e})=>e,({outcome:e,tags:t})=>Kt[e]-(t.some(({state:e})=>e==="held")?.5:0))}))
const mergePlans=e=>{const[t]=e.toSorted((e,t)=>t.selected.length-e.selected.length)
if(t===undefined||e.length===1)return t
const n=new Map(e.flatMap(e=>e.images).map(e=>[`${e.service} ${e.platform}`,e]))
for(const e of t.images)n.set(`${e.service} ${e.platform}`,e)
const s=Math.max(...e.map(({waves:e})=>e.length))
const r=new Set
const fresh=e=>!r.has(e)&&r.add(e)!==undefined
return{...t,selected:[...new Set([t,...e].flatMap(({selected:e})=>e))],images:[...n.values()],parents:[...new Set(e.flatMap(({parents:e})=>e??[]))].sort(),tags:Object.assign({},...e.map(({tags:e})=>e),t.tags),waves:Array.from({length:s},(n,s)=>[t,...e].flatMap(({waves:e})=>e[s]??[]).filter(fresh))}}
function byRank(e,t,n){const s=new Map
for(const r of e){const e=s.get(t(r))
if(e===undefined||n(r)>n(e))s.set(t(r),r)}return[...s.values()]}async function readSmokeResults({smokeResults:e,out:t},{cwd:n}){if(e===undefined)return(0,C.tf)(t,J)
const s=r.resolve(n,e)
const i=await Promise.all((await(0,C.CS)(s,isSmoke)).map(e=>(0,C.u0)(e,J)))
const o=i.filter(e=>e!==undefined)
if(o.length===0)throw new u.yo({code:"document/missing",message:"contains no smoke.json",at:{file:e},fix:"name a smoke.json, or a folder with those of all legs; without the option the registry's records decide"})
return Wt(o)}const isSmoke=e=>r.basename(e)==="smoke.json"
var Zt=n(38815)
function composeFile(e){const{use:t,project:n,network:s,services:r}=e
const i=t.kind==="smoke"&&{labels:t.labels}
const o=new Set
return literal({name:n,services:Object.fromEntries(r.map(t=>[t.name,{...compose_file_service(t,e,o),...i,networks:{[s.name]:{aliases:[t.name]}}}])),networks:{[s.name]:{...t.kind==="deployment"&&{name:s.name},...i,...s.subnet!==undefined&&{ipam:{config:[{subnet:s.subnet}]}}}}})}function withoutHealthchecks(e){return{services:Object.fromEntries([...e].map(e=>[e,{healthcheck:Xt}]))}}const Xt={interval:"24h",start_period:"24h",start_interval:"24h"}
function formatComposeFile(e){const t={smoke:"Generated from the catalog. Images are pinned by digest; the engine picks ports.",deployment:"Generated from the catalog. Images are pinned by digest."}[e.use.kind]
const n=describeDuplicatePorts(e).map(e=>`# ${e}\n`)
return`# ${t}\n${n.join("")}${(0,Zt.As)(composeFile(e),{version:"1.1",lineWidth:0,defaultStringType:"QUOTE_DOUBLE",defaultKeyType:"PLAIN",aliasDuplicateObjects:false})}`}function describeDuplicatePorts({use:e,services:t}){if(e.kind==="smoke")return[]
const n=new Map
return t.flatMap(({name:e,ports:t})=>t.flatMap(({published:t,protocol:s})=>{if(t===undefined)return[]
const r=`${t}/${s}`
const i=n.get(r)
if(i===undefined)n.set(r,e)
return i===undefined||i===e?[]:[`${e} also publishes host port ${t}, which ${i} has; the engine picks another port for it.`]}))}function tcpPorts({health:e,ports:t}){const n=e!==undefined&&"port"in e?[e.port]:[]
return[...new Set([...n,...t.filter(e=>e.protocol==="tcp").map(e=>e.container)])]}function compose_file_service(e,t,n){const{use:s,services:r}=t
const i=e.needs.filter(e=>r.some(({name:t})=>t===e))
const o=s.kind==="smoke"?ephemeral(e,t.address??"127.0.0.1"):published(e,n)
return{image:e.image,...(0,d.s)({platform:e.platform,command:e.command}),restart:s.kind==="smoke"||e.run==="job"?"no":"unless-stopped",environment:Object.entries(e.env).map(([e,t])=>`${e}=${t}`),...o.length>0&&{ports:o},...i.length>0&&{depends_on:Object.fromEntries(i.map(e=>[e,{condition:conditionOf(e,t)}]))},...hardened(e),logging:{driver:"json-file",options:{"max-size":"4m","max-file":"2"}}}}function conditionOf(e,{services:t,withHealthcheck:n}){if(t.some(({name:t,run:n})=>t===e&&n==="job"))return"service_completed_successfully"
return n.has(e)?"service_healthy":"service_started"}function ephemeral(e,t){const n=e.ports.filter(e=>e.protocol==="udp").map(e=>`${t}::${e.container}/udp`)
return[...tcpPorts(e).map(e=>`${t}::${e}`),...n]}function published({ports:e},t){return e.flatMap(({container:e,published:n,protocol:s})=>{if(n===undefined)return[]
const r=`${n}/${s}`
const i=!t.has(r)
t.add(r)
return[`${i?`${n}:`:""}${e}${s==="udp"?"/udp":""}`]})}function hardened({hardening:e}){if(e===undefined)return{}
const{readOnly:t,tmpfs:n,capDrop:s,noNewPrivileges:r,memory:i,pids:o}=e
return{read_only:t,...n.length>0&&{tmpfs:n},...s.length>0&&{cap_drop:s},...r&&{security_opt:["no-new-privileges:true"]},...(0,d.s)({mem_limit:i,pids_limit:o})}}function literal(e){if(typeof e==="string")return e.replaceAll("$","$$$$")
if(Array.isArray(e))return e.map(e=>literal(e))
if(typeof e==="object")return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,literal(t)]))
return e}function deploymentStack(e,t){const{project:n,network:s,services:r,externals:i}=e
const o=r.flatMap(n=>{const s=t.get(n.name)
if(s===undefined||!(0,Ct.WF)((0,Ct.Ae)(e,n)))return[]
const{name:r,env:i,ports:o,health:a,needs:c,hardening:u,command:l}=n
return[{...{name:r,env:i,ports:o,needs:c,hardening:u,image:`${n.image}@${s.digest}`},...(0,d.s)({health:a,command:l}),...n.run==="job"&&{run:"job"}}]})
const a=new Set(o.flatMap(({needs:e})=>e))
for(const e of a)for(const t of i.find(t=>t.name===e)?.needs??[])a.add(t)
const c=i.filter(({name:e})=>a.has(e)).map(({name:e,image:t,run:n,command:s,env:r,ports:i,health:o,needs:a})=>({...{name:e,image:t,env:r,ports:i,needs:a},...(0,d.s)({run:n,command:s,health:o})}))
const u=new Set([...t].filter(([,{healthcheck:e}])=>e).map(([e])=>e))
return{use:{kind:"deployment"},project:n,network:s,services:[...c,...o],withHealthcheck:u}}async function writeDeployment(e,t,{services:n},s){const i=new Set([...t.services,...t.externals].flatMap(({needs:e})=>e))
const o=await Promise.all(t.services.map(async e=>{const r=n.find(t=>t.service===e.name)
const o=r!==undefined&&(0,w.cB)(t.source)?movedDigest(r):undefined
const a=o??await floatingDigest(e,t,s)
if(a===undefined)return undefined
const c=i.has(e.name)&&await hasHealthcheck(e,a,s)
return[e.name,{digest:a,healthcheck:c}]}))
const a=new Map(o.filter(e=>e!==undefined))
const c=await Promise.all(t.externals.map(e=>pinExternal(e,s)))
const d=deploymentStack({...t,externals:c},a)
if(!d.services.some(({name:e})=>a.has(e)))return undefined
return(0,C.lo)(r.join(e,"compose.yml"),formatComposeFile(d))}function movedDigest({digest:e,release:t,tags:n}){const s=n.some(({kind:e,state:t})=>e==="floating"&&t==="held")
return s?undefined:t?.digest??e}async function floatingDigest(e,{source:t,project:n},s){const[r]=(0,$e.T)(e,(0,w.BK)(t),{project:n}).floating
return r===undefined?undefined:(await s.head(`${e.image}:${r}`))?.digest}async function hasHealthcheck({image:e,platforms:t},n,s){const[r="linux/arm64"]=t
const i=await s.imageFacts(`${e}@${n}`,r).catch(()=>undefined)
const o=i?.healthcheck?.test[0]
return o!==undefined&&o!=="NONE"}async function pinExternal(e,t){if(e.image.includes("@"))return e
const n=await t.resolve(e.image).catch(()=>undefined)
return n===undefined?e:{...e,image:`${e.image}@${n.digest}`}}var Qt=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var en=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function stage_publish(e,t){const n=(0,B.cs)(e,t)
const s=await loadOrMakePlan(e,t,n)
const r=await buildResultFromRegistry(s,n)
const i=await(0,C.tf)(e.out,St)
const o=i===undefined?r:(0,be.uJ)(r,i)
const{docker:a,...c}=t
const d=openLayerCache(t.env)
const u=await verifyUnpublished({...c,registry:n,plan:s,layerCache:d},o)
const l=await readSmokeResults(e,t)
return publishBuilt(e,t,n,{plan:s,build:u,smoke:l})}async function publishBuilt(e,t,n,{plan:s,build:r,smoke:i,early:o}){const a=new Set(o?.services.map(({service:e})=>e))
const c={...s,selected:s.selected.filter(e=>!a.has(e))}
const u=await publishSome(e,t,n,{plan:c,build:r,...(0,d.s)({smoke:i})})
const l=o===undefined?u:mergeResults(s,o,u)
await(0,C.ft)(e.out,l)
await(0,C.xf)(e.out,"publish",l)
if(t.signal.aborted)return l
const f=await writeDeployment(e.out,s,l,n)
if(f===undefined)return l
const p={...l,composeFile:f}
await(0,C.ft)(e.out,p)
return p}function mergeResults(e,t,n){const s=new Map([...t.services,...n.services].map(e=>[e.service,e]))
const r=e.selected.flatMap(e=>s.get(e)??[])
return{...n,services:r,durationMs:t.durationMs+n.durationMs}}async function publishSome(e,t,n,s){const r={stack:[],error:void 0,hasError:false}
try{const i=await readSmokeException(e,s.plan,t)
const o=n.withSignal((new AbortController).signal)
const a=Qt(r,await signerFor(e,t),true)
return runPublish({...s,registry:o,...a&&{sign:a.sign},compareCommits:(0,B.hV)(e,s.plan.root,t),readBranchHead:branchHeadReader(e,s.plan.root,t),options:{requireSmoke:e.requireSmoke,allowDirty:e.allowDirty,allowUnordered:e.allowUnordered,...(0,d.s)({despiteSmoke:i})},progress:t.progress,signal:t.signal})}catch(e){r.error=e
r.hasError=true}finally{const e=en(r)
if(e)await e}}function branchHeadReader(e,t,n){return shareAnswers(async s=>{const r=await(0,B.xv)(e,t,n)
const i=await r([s])
return"failure"in i?{silent:i.failure}:{revision:i.get(s)}})}function shareAnswers(e){const t=new Map
const n=new Map
const start=s=>{n.delete(s)
const r=e(s).finally(()=>t.delete(s))
t.set(s,r)
return r}
return e=>{const s=t.get(e)
if(s===undefined)return start(e)
const r=n.get(e)??s.then(()=>start(e),()=>start(e))
n.set(e,r)
return r}}async function signerFor(e,t){const{sign:n,signKey:s,signLog:r}=e
if(n==="off")return undefined
const{exec:i,env:o,signal:a}=t
const c={exec:i,env:o,signal:a,redact:(0,Ke.$)(await maskedValues(t))}
if(n==="keyless")return openSigner({method:{kind:n},transparencyLog:true},c)
if(s!==undefined)return openSigner({method:{kind:n,key:s},transparencyLog:r},c)
throw new u.yo({code:"options/value",message:"`sign` is `key`, but `sign-key` is missing",fix:"set `sign-key` to a file, env://COSIGN_PRIVATE_KEY or the address of a key service, or use `sign: keyless`"})}var tn=n(85177)
var nn=n(93713)
var sn=n(24280)
var rn=n(63691)
const on={green:"brightgreen",yellow:"yellow",red:"red"}
function badge(e,t){const{color:n}=(0,rn.ZH)(e,t)
return{...{schemaVersion:1,label:"images",message:message(e,t),color:on[n]},...n==="red"&&{isError:true}}}function message(e,t){const n=t.filter(e=>(0,rn.HN)(e)==="red")
const[s="failed",...r]=new Set(n.map(e=>e.outcome))
if(n.length>0)return`${n.length} of ${t.length} ${r.length===0?s:"failed"}`
const{kind:i,color:o}=(0,rn.ZH)(e,t)
if(o==="red")return i==="cancelled"?"cancelled":"a job failed"
const a=t.filter(({outcome:e})=>e==="held").length
if(a>0)return`${a} of ${t.length} held`
const{healthy:c,tried:d}=(0,sn.jE)(t)
return d>0?`${c} of ${d} healthy`:`${t.length} of ${t.length} built`}var an=n(14142)
var cn=n(74656)
var dn=n(88195)
var un=n(81067)
var ln=n(70927)
function reportDocument(e,t){const{plan:n,lint:s,url:r,durationMs:i}=e
const o=(0,un.h)(e)
const a=(0,dn.B)(e)
const{color:c}=(0,rn.ZH)(e,o)
return{...{kind:"lucid.report",version:1,project:n.project},...{revision:n.source.revision,committedAt:n.source.committedAt},...(0,d.s)({url:r,hold:n.source.hold}),...{headline:(0,sn.Pl)(e,o),verdict:c,ok:c!=="red",services:o},...(0,d.s)({progress:a}),...{timeline:(0,ln.IO)(e),findings:s?.findings??[]},...i!==undefined&&{durationMs:Math.round(i)},files:t}}var fn=n(45714)
const pn=[R,g.Qy,L.b9,St,J,H.I2]
class RunDocuments{#ke
constructor(e){this.#ke=e}static async read({out:e,results:t},{cwd:n,log:s}){const i=pn.map(({shape:t})=>r.join(e,`${t.kind.value.replace("lucid.","")}.json`))
const o=t===undefined?[]:await(0,C.CS)(r.resolve(n,t),isJson)
if(t!==undefined&&o.length===0)throw new u.yo({code:"document/missing",message:"contains no documents",at:{file:t},fix:"name the folder with the downloaded documents of all jobs, or leave `results` out"})
const a=[...new Set([...o,...i])]
const c=await Promise.all(a.map(e=>readAny(e,s)))
return new RunDocuments(c.filter(e=>e!==undefined))}get plan(){const e=this.#ve("lucid.plan")
const t=e.at(-1)?.source.revision
return mergePlans(e.filter(({source:e})=>e.revision===t))}ofRevision(e){const isOf=t=>t.revision===e
return(0,d.s)({lint:this.#ve("lucid.lint").at(-1),build:qt(this.#ve("lucid.build").filter(isOf)),verify:Vt(this.#ve("lucid.verify").filter(isOf)),smoke:Wt(this.#ve("lucid.smoke").filter(isOf)),publish:Jt(this.#ve("lucid.publish").filter(isOf))})}#ve(e){return this.#ke.filter(t=>t.kind===e)}}const isJson=e=>e.endsWith(".json")
async function readAny(e,t){const n=await(0,s.readFile)(e,"utf8").catch(()=>undefined)
if(n===undefined)return undefined
const r=(0,Y.qF)(n)
if(r===undefined){t(`${e} is not valid JSON and is left out of the report`)
return undefined}const i=(0,Y.Ag)(r)?.kind
const o=pn.find(({shape:e})=>e.kind.value===i)
if(o===undefined)return undefined
return(0,fn.w)(o,r,n=>t(`${e} ${n} and is left out of the report`))?r:undefined}const mn=m.k5n(["published","unchanged","superseded","not part of this release","built","planned","held","failed","blocked","skipped","cancelled","unknown"])
const hn=m.Ikc({outcome:mn,digest:m.YjP().exactOptional(),size:m.aig().exactOptional(),buildMs:m.aig().exactOptional(),readyMs:m.aig().exactOptional(),latencyMs:m.aig().exactOptional(),health:G.exactOptional(),problem:m.YjP().exactOptional()})
const gn=m.Ikc({id:m.YjP(),at:m.YjP(),revision:m.YjP(),url:m.YjP().exactOptional(),headline:m.YjP(),durationMs:m.aig().exactOptional(),services:m.g1P(m.YjP(),hn),findings:m.YOg(m.YjP()).exactOptional()})
const wn=m.Ikc({kind:m.euz("lucid.history"),version:m.euz(1),runs:m.YOg(m.L5J())})
const fileOf=({out:e,history:t},{cwd:n})=>t===undefined?r.join(e,"history.json"):r.resolve(n,t)
async function readHistory(e,t){const n=fileOf(e,t)
try{const e=await(0,C.u0)(n,wn)
return{...an.s4,runs:e?.runs.filter(e=>(0,Y.lA)(gn,e))??[]}}catch(e){t.log(`the history of earlier runs starts again: ${e.message.split("\n",1)[0]}`)
return an.s4}}async function writeHistory(e,t,n){return(0,C.lo)(fileOf(e,t),`${JSON.stringify(n)}\n`)}async function report(e,t){const n=(0,cn.JF)(e.jobResults)
const s=await RunDocuments.read(e,t)
const r=e.plan===undefined?s.plan:undefined
const i=r===undefined?await loadOrMakePlan(e,t):narrowPlan(r,"the plan",e)
if(e.recall)await loadJobResults(e,t,i)
const o=e.recall?await RunDocuments.read(e,t):s
const a={...o.ofRevision(i.source.revision),...n.length>0&&{jobs:n}}
const c=(0,ln.gu)({plan:i,...a})
const u=await progressOf(e,t,{plan:r??i,...a})
const l={plan:i,...a,...(0,d.s)({durationMs:c})}
return{...l,report:await writeReport(e,t,{...l,...(0,d.s)({progress:u})})}}async function progressOf(e,t,n){if(!e.completion||(0,dn.s)(n.plan))return(0,dn.B)(n)
const s={...e,service:["*"],phase:[],platform:[]}
const r=await(0,A.plan)(s,t,{scope:"to-build",keep:"aside"}).catch(()=>undefined)
return(0,dn.B)(n,r)}async function writeReport(e,t,s){const{reportPage:i}=await Promise.all([n.e(3091),n.e(8079)]).then(n.bind(n,18079))
const{completionReport:o}=e.completion?await n.e(1060).then(n.bind(n,21060)):{}
const{out:a}=e
const{report:c,verifyHost:d,...u}=s
const l=runIdentity(u)
const f=await readHistory(e,t)
const p={...u,history:(0,an.Jo)(f,l),...(0,tn.ut)(t.env)}
const m=new Date((t.date??Date.now)()).toISOString()
const h=(0,un.h)(p)
const g=(0,an.ah)(f,(0,an.uZ)(p,h,l,m))
const w=r.join(a,"report.json")
const y={page:await(0,C.lo)(r.join(a,"report.html"),i(p)),summary:await(0,C.lo)(r.join(a,"summary.md"),`${(0,nn.xw)(p)}\n`),badge:await(0,C.lo)(r.join(a,"badge.json"),stage_text(badge(p,h))),history:await writeHistory(e,t,g),...o&&{completion:await(0,C.lo)(r.join(a,"completion.md"),`${o(p,m)}\n`)},json:w}
const k=reportDocument(p,y)
await(0,C.lo)(w,stage_text(k))
return k}const stage_text=e=>`${JSON.stringify(e,undefined,"\t")}\n`
function runIdentity({plan:e,build:t,smoke:n,publish:s,jobs:r}){const{revision:i}=e.source
return(0,Le.createHash)("sha256").update(JSON.stringify([i,t,n,s,r])).digest("hex").slice(0,16)}var yn=n(15361)
async function publishEarly(e,t,n,{plan:s,published:r}){const i=Map.groupBy(s.images,({service:e})=>e)
const o=s.services.filter(({name:e})=>i.get(e)?.some(({decision:e})=>e.kind!=="unchanged"))
if(o.length===0||e.smoke==="all")return undefined
const a=new Set(e.smoke==="dependents"?(0,T.hO)(s.services,o,()=>[]):o)
const c=new Set(s.selected)
const d=await r
const u=await Promise.all(s.services.filter(e=>c.has(e.name)&&!a.has(e)).map(async t=>{const r=unchanged(i.get(t.name)??[])
const o=r.length>0&&r.every(({digest:e})=>d.has(e))
const a={plan:s,service:t,images:r,smoked:[]}
return o&&await passedSmoke(a,e,n)?[t.name]:[]}))
const l=u.flat()
if(l.length===0||t.signal.aborted)return undefined
return publishSome(e,t,n,{plan:{...s,selected:l}})}function unchanged(e){return e.flatMap(({platform:e,decision:t})=>t.kind==="unchanged"?[{platform:e,digest:t.digest}]:[])}async function passedSmoke(e,t,n){const s=smokeGate(e,t)
if(s.kind!=="unproven")return s.kind==="open"
const r=(0,he.B)(t.smoke==="dependents"?"dependents":"changed",n,e.plan)
const i=s.images.map(t=>r({...t,service:e.service.name}))
return(await Promise.all(i)).every(({kind:e})=>e==="passed")}var kn=n(1669)
function junitXml({services:e,revision:t,network:n,durationMs:s}){const r=[...new Set(e.map(({platform:e})=>e))]
const i=r.map(s=>{const r=e.filter(e=>e.platform===s)
const i=Object.entries({revision:t,platform:s,network:n.name,subnet:n.subnet})
return[`<testsuite${attributes({name:`smoke ${s}`,...counts(r),time:junit_xml_time(sum(r))})}>`,`<properties>${i.map(([e,t=""])=>`<property${attributes({name:e,value:t})}/>`).join("")}</properties>`,...r.map(testCase),"</testsuite>"].join("\n")})
const{tests:o,failures:a,errors:c}=counts(e)
const d=attributes({name:"lucid smoke",time:junit_xml_time(s),tests:o,failures:a,errors:c})
return`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${d}>\n${i.join("\n")}\n</testsuites>\n`}const sum=e=>e.reduce((e,{readyMs:t=0})=>e+t,0)
const junit_xml_time=e=>(e/1e3).toFixed(3)
function counts(e){const count=t=>e.filter(e=>e.verdict===t).length
return{tests:e.length,failures:count("unhealthy"),errors:count("unknown")+count("not tried"),skipped:count("skipped")}}function testCase(e){const{service:t,platform:n,verdict:s,reason:r,warnings:i=[],failure:o,readyMs:a=0}=e
const c=`<testcase${attributes({name:(0,kn.X5)(e),classname:`smoke.${n}.${t}`,time:junit_xml_time(a)})}`
const d=o===undefined?"":`<system-out>${junit_xml_text(o.log.join("\n"))}</system-out>`
switch(s){case"healthy":{const e=[...i.map(e=>`warning: ${e}`),...r===undefined?[]:[r]]
return e.length===0?`${c}/>`:`${c}><system-out>${junit_xml_text(e.join("\n"))}</system-out></testcase>`}case"skipped":return`${c}><skipped>${junit_xml_text(r??"")}</skipped></testcase>`
case"not tried":case"unknown":return`${c}><error${attributes({type:s,message:r??"no answer"})}/></testcase>`
case"unhealthy":{const t=attributes({type:o?.phase??"ready",message:o?.guess??"unhealthy"})
return`${c}><failure${t}>${junit_xml_text((0,kn.f7)(e))}</failure>${d}</testcase>`}}}function attributes(e){return Object.entries(e).map(([e,t])=>` ${e}="${junit_xml_text(String(t)).replace(/[\t\n\r]/g,e=>`&#${e.charCodeAt(0)};`)}"`).join("")}function junit_xml_text(e){return e.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"").replace(/[&<>"']/g,e=>`&#${e.charCodeAt(0)};`)}async function writeSmokeFiles(e,t){for(const e of t.services)if(e.failure?.file!==undefined)await(0,C.lo)(e.failure.file,`${(0,kn.f7)(e)}\n`)
await(0,C.lo)(r.join(e,"smoke.junit.xml"),junitXml(t))
await(0,C.ft)(e,t)
return t}const vn=".diagnosis.txt"
async function removeDiagnoses(e){const t=await(0,C.CS)(r.join(e,"logs"),e=>e.endsWith(vn))
await Promise.all(t.map(async e=>{const t=await(0,s.readFile)(e,"utf8").catch(()=>"")
if((0,kn.k4)(t,r.basename(e,vn)))await(0,s.rm)(e,{force:true})}))}var bn=n(92964)
var $n=n(92009)
var xn=n(97730)
var Sn=n(9624)
var On=n(71467)
async function publishedNeeds({plan:e,registry:t,log:n},s,r){const i=[...Map.groupBy(s,({platform:e})=>e)].flatMap(([s,i])=>{const o=new Set(i.map(({service:e})=>e))
for(const t of o){const n=[...e.services,...e.externals].find(e=>e.name===t)
for(const e of n?.needs??[])o.add(e)}return[...o].filter(t=>!hasImage(e,r,t,s)).map(r=>publishedImage(r,s,{plan:e,registry:t,log:n}))})
return(await Promise.all(i)).filter(e=>e!==undefined)}function hasImage({images:e},t,n,s){const matches=e=>e.service===n&&e.platform===s
return t.some(matches)||e.some(e=>matches(e)&&e.decision.kind==="unchanged")}async function publishedImage(e,t,{plan:{services:n,source:s,project:r},registry:i,log:o}){const a=n.find(t=>t.name===e)
const[c]=a===undefined?[]:(0,$e.T)(a,(0,w.BK)(s),{project:r}).floating
if(a===undefined||c===undefined)return undefined
const d=`${a.image}:${c}`
try{const n=await i.imageFacts(d,t)
if(n===undefined)return undefined
const r=(0,te.ZT)({service:e,platform:t,...(0,te.nx)(s)},n.annotations)
if(r===undefined)return{service:e,platform:t,ref:d,digest:n.digest,publishedTag:c}
o((0,te.eQ)(d,r))
return undefined}catch(e){if((0,ee.sS)(e))return undefined
throw e}}var En=n(643)
var Pn=n(6166)
var jn=n(5119)
const Mn=128*2**20
function admissionQueue({slots:e,memory:t}){const n=[]
let s=0
let r=0
const admit=e=>{s+=1
r+=e
const t=once(()=>{s-=1
admitNext()})
const n=once(()=>{r-=e
admitNext()})
return{releaseSlot:t,release:()=>{t()
n()}}}
const admitNext=()=>{for(;;){const i=n.findIndex(({memory:n})=>s===0||s<e&&r+n<=t)
const[o]=i<0?[]:n.splice(i,1)
if(o===undefined)return
o.resolve(admit(o.memory))}}
return{acquire:e=>new Promise(t=>{n.push({memory:e,resolve:t})
admitNext()}),hasWaiting:()=>n.length>0}}function once(e){let t=false
return()=>{if(t)return
t=true
e()}}var In=n(76734)
function parseCidr(e){const t=/^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(e)
if(t===null)return undefined
const[n,s,r,i,o]=t.slice(1).map(Number)
if([n,s,r,i].some(e=>e>255)||o>32)return undefined
const a=2**(32-o)
const c=((n*256+s)*256+r)*256+i
const d=c-c%a
return{first:d,last:d+a-1,bits:o}}function subnetsOverlap(e,t){const n=parseCidr(e)
const s=parseCidr(t)
return n!==undefined&&s!==undefined&&n.first<=s.last&&s.first<=n.last}function chooseSubnet(e,t){if(e===undefined)return{}
const n=t.find(({cidr:t})=>subnetsOverlap(t,e))
if(n===undefined)return{subnet:e}
const s=`${e} is in use (${n.by})`
const r=Math.max(parseCidr(e)?.bits??16,16)
const i=candidates(r).find(e=>!t.some(({cidr:t})=>subnetsOverlap(t,e)))
if(i===undefined)return{note:`${s}; the engine chose another`}
return{subnet:i,note:`${s}; using ${i} instead`}}function candidates(e){const t=Array.from({length:16},(t,n)=>`172.${31-n}.0.0/${e}`)
const n=Array.from({length:64},(t,n)=>`10.${192+n}.0.0/${e}`)
return[...t,...n]}const Rn=/pool overlaps|invalid pool request/i
const Cn=10
async function createStack(e){const{docker:t,api:n,stack:r,composePath:i,signal:o,isLocal:a}=e
const{name:c,subnet:u}=r.network
const l=[]
const f=JSON.stringify(withoutHealthchecks(r.withHealthcheck))
for(let e=1;;e++){const p=[...await usedSubnets(n,o,a),...l]
const{subnet:m,note:h}=chooseSubnet(u,p)
const g={name:c,...(0,d.s)({subnet:m})}
await(0,s.writeFile)(i,formatComposeFile({...r,network:g}))
const w=[`--file=${i}`,"--file=-"]
const y=["compose",...w,`--project-name=${r.project}`,"--progress=plain"]
const{exitCode:k,stderr:v}=await(0,Pn.ST)(t,[...y,"create"],{input:f,signal:o})
const b=k===0?await subnetOf(n,`${r.project}_${c}`,o):undefined
const $={...g,...(0,d.s)({subnet:b,note:h})}
if(k===0)return{network:$,refused:new Map}
if(Rn.test(v)&&m!==undefined&&e<Cn)l.push({cidr:m,by:"another run"})
else if(/failed to create network/i.test(v))throw new Pn.Rd((0,Pn.fM)(v))
else return{network:$,refused:await createOneByOne(t,y,r,{input:f,signal:o})}}}async function createOneByOne(e,t,{services:n},s){const r=new Map
for(const{name:i}of n){const n=["up","--no-start","--no-deps","--pull=never","--",i]
const{exitCode:o,stderr:a}=await(0,Pn.ST)(e,[...t,...n],s)
if(o!==0)r.set(i,(0,Pn.fM)(a))}return r}const Tn=m.Ikc({Name:m.YjP(),IPAM:m.Ikc({Config:m.YOg(m.Ikc({Subnet:m.YjP().optional()})).nullish()})})
async function subnetOf(e,t,n){const s=await(0,Pn.U1)(e,{method:"GET",path:`/networks/${t}`,signal:n})
if(!s.ok)throw new Pn.Rd(`the network ${t} is gone: ${s.why}`)
const r=Tn.safeParse(s.value).data
return r?.IPAM.Config?.find(({Subnet:e})=>e!==undefined)?.Subnet}async function usedSubnets(e,t,n){const s=await(0,Pn.U1)(e,{method:"GET",path:"/networks",signal:t})
const r=s.ok?m.YOg(Tn).safeParse(s.value).data??[]:[]
const i=r.flatMap(({Name:e,IPAM:t})=>(t.Config??[]).flatMap(({Subnet:t})=>t===undefined?[]:[{cidr:t,by:`network ${e}`}]))
const o=Object.entries(n?(0,Ae.networkInterfaces)():{}).flatMap(([e,t])=>(t??[]).flatMap(({cidr:t})=>t===null?[]:[{cidr:t,by:`interface ${e}`}]))
return[...i,...o]}const An=m.Ikc({Action:m.YjP(),timeNano:m.aig(),Actor:m.Ikc({ID:m.YjP(),Attributes:m.g1P(m.YjP(),m.YjP())})})
function watchEvents(e,{run:t,since:n,onLost:s}){const r=new Map
const recordOf=e=>{const t=r.get(e)
if(t!==undefined)return t
const n={exited:Promise.withResolvers(),outOfMemory:false,killed:false}
r.set(e,n)
return n}
const i=new AbortController
const o={since:String(Math.floor(Date.parse(n)/1e3)-1),filters:JSON.stringify({label:[`com.lucid.run=${t}`],event:["die","kill","oom"]})}
let a=""
const onData=e=>{const t=(a+e.toString()).split("\n")
a=t.pop()??""
for(const e of t)takeEvent(e,recordOf)}
const lost=e=>i.signal.aborted||s(e)
const c=(0,Pn.U1)(e,{method:"GET",path:"/events",query:o,signal:i.signal,onData:onData}).then(e=>lost(`the engine's event stream ended${e.ok?"":`: ${e.why}`}`),e=>lost(e instanceof Error?e.message:String(e)))
return{waitForExit:e=>recordOf(e).exited.promise,getExit:e=>recordOf(e).exit,[Symbol.asyncDispose]:async()=>{i.abort()
await c}}}function takeEvent(e,t){const n=An.safeParse((0,Y.qF)(e))
if(!n.success)return
const{Action:s,timeNano:r,Actor:i}=n.data
const o=t(i.ID)
if(s==="oom")o.outOfMemory=true
if(s==="kill"){o.firstKill??=r
if(i.Attributes.signal==="9")o.killed=true}if(s==="die"){const{outOfMemory:e,killed:t,firstKill:n}=o
const s=n===undefined?undefined:Math.round((r-n)/1e6)
o.exit={exitCode:Number(i.Attributes.exitCode),outOfMemory:e,killed:t,...(0,d.s)({stopMs:s})}
o.exited.resolve(o.exit)}}const _n=/not found|manifest unknown|no matching manifest|does not provide|no match for platform/i
const Dn=/unauthorized|denied|forbidden/i
async function pullMember(e,t){const{api:n,platform:s,images:r,signal:i}=t
if(r==="present")return inspectPulled(n,e,i)
const o=e.platform
if(o!==undefined&&/@sha256:/.test(e.image)){const t=await inspectPulled(n,e,i)
if(t.kind==="pulled")return t}const a=await pullWithRetries(e,o,t)
if(a===undefined)return inspectPulled(n,e,i)
if(_n.test(a)&&o===undefined)return pullMember({...e,platform:s},t)
t.onPullProgress(e,"failed",{text:a})
if(_n.test(a)&&!Dn.test(a))return{kind:"wrong",why:`not in the registry for ${o??s}: ${e.image}`}
return{kind:"unknown",why:`cannot pull ${e.image}: ${a}`}}async function pullWithRetries(e,t,{api:n,credentials:s,signal:r,onPullProgress:i}){i(e,"started",{text:"pulling"})
let o={done:0}
const onProgress=(t,n)=>{o=n
i(e,"update",{text:t,bytes:n})}
let a
const c=new ie.nO(ie.HK.pull,t=>{i(e,"update",{text:`retrying: ${a}`})
return(0,re.y)(t,r)})
for(;;){a=await pullImage({...{api:n,credentials:s,platform:t,signal:r,onProgress:onProgress},image:e.image})
if(a===undefined)i(e,"done",o.done>0?{bytes:{done:o.done}}:{})
if(a===undefined||_n.test(a)||Dn.test(a)||!await c.wait())return a}}async function inspectPulled(e,t,n){const s=await(0,In.hF)(e,t.image,n)
if(s===undefined)return{kind:"unknown",why:`the engine does not have ${t.image}`}
const{platform:r}=t
if(r!==undefined&&r.split("/",2).join("/")!==s.platform)return{kind:"wrong",why:`wrong architecture: the image is for ${s.platform}, expected ${r}`}
return{kind:"pulled",member:{...t,platform:r??s.platform},image:s}}async function pullImage(e){const{api:t,image:n,platform:s,signal:r,onProgress:i}=e
const{host:o,repository:a,tag:c="latest",digest:u}=(0,Z.F2)(n)
const l=await loginAt(o,e.credentials)
r.throwIfAborted()
const f=new LayerProgress
let p
let m=""
const onData=e=>{const t=(m+e.toString("latin1")).split("\n")
m=t.pop()??""
for(const e of t){const t=(0,Y.Ag)((0,Y.qF)(Buffer.from(e,"latin1")))??{}
if(typeof t.error==="string")p=(0,Pn.fM)(t.error)
f.take(t)}i(f.isExtracting?"unpacking":"pulling",f.bytes)}
const h=await(0,Pn.U1)(t,{...{method:"POST",path:"/images/create",signal:r,onData:onData},query:{fromImage:`${o}/${a}`,tag:u??c,...(0,d.s)({platform:s})},...l.header!==undefined&&{headers:{"x-registry-auth":l.header}}})
const g=h.ok?p:h.why
if(g===undefined)return undefined;(0,Pn.Ge)(g)
return l.problem===undefined?g:`${g} (${l.problem})`}async function loginAt(e,t){try{const n=await t(e)
return n===undefined?{}:{header:authHeader(e,n)}}catch(e){return{problem:e.message.split("\n",1)[0]??"no login"}}}function authHeader(e,t){const n=e==="docker.io"?"https://index.docker.io/v1/":e
const{kind:s,...r}=t
const i="token"in r?{identitytoken:r.token}:r
return Buffer.from(JSON.stringify({...i,serveraddress:n})).toString("base64url")}class LayerProgress{#be=new Map
take({status:e,id:t,progressDetail:n}){if(typeof t!=="string"||typeof e!=="string")return
const s=this.#be.get(t)
const{current:r,total:i}=(0,Y.Ag)(n)??{}
if(e==="Pulling fs layer"||e==="Waiting")this.#be.set(t,s??{done:0,isDownloaded:false})
else if(e==="Already exists")this.#be.delete(t)
else if(e==="Downloading"&&typeof r==="number")this.#be.set(t,{...{done:r,isDownloaded:false},...typeof i==="number"&&i>0&&{total:i}})
else if(s!==undefined&&/^(?:Download complete|Verifying Checksum|Extracting|Pull complete)$/.test(e))this.#be.set(t,{...s,done:s.total??s.done,isDownloaded:true})}get isExtracting(){return this.#be.size>0&&[...this.#be.values()].every(({isDownloaded:e})=>e)}get bytes(){const e=[...this.#be.values()]
const t=e.map(({total:e,done:t,isDownloaded:n})=>e??(n?t:Number.NaN))
const n=t.reduce((e,t)=>e+t,0)
return{done:e.reduce((e,{done:t})=>e+t,0),...n>0&&{total:n}}}}const Nn=m.Ikc({cpu_stats:m.Ikc({cpu_usage:m.Ikc({total_usage:m.aig()})})})
const Yn=300
const Fn=.05
async function waitUntilIdle({api:e,id:t,isWanted:n,signal:s}){let r
for(;;){await(0,ze.setTimeout)(Yn,undefined,{signal:s})
const i=n()?await processorMs(e,t,s):undefined
const o=En.performance.now()
if(i!==undefined&&r!==undefined&&(i-r.ms)/(o-r.at)<Fn)return
r=i===undefined?undefined:{ms:i,at:o}}}const Bn=3e3
const Ln=.005
const Hn=.2
function busyCheck(e,t,n){let s
return async({noResponse:r})=>{if(s===undefined||En.performance.now()-s.at>Bn){const[r,i]=[await processorMs(e,t,n),En.performance.now()]
await(0,ze.setTimeout)(Bn,undefined,{signal:n})
const[o,a]=[await processorMs(e,t,n),En.performance.now()]
const c=r===undefined||o===undefined?0:o-r
s={share:c/(a-i),at:a}}return s.share>(r?Ln:Hn)}}async function processorMs(e,t,n){const s={stream:"false","one-shot":"true"}
const r=await(0,Pn.U1)(e,{method:"GET",path:`/containers/${t}/stats`,query:s,signal:n})
const i=r.ok?Nn.safeParse(r.value).data:undefined
return i===undefined?undefined:i.cpu_stats.cpu_usage.total_usage/1e6}var Un=n(37067)
var Gn=n(23556)
const Wn=64*1024
function tryHttp(e,t){const n=`no complete answer within ${formatSeconds(t.timeoutMs)}`
return attemptOn(t,n,async(t,n)=>{const{status:s,location:r,body:i}=await exchange(e,t,n)
const o=statusMismatch(e,s)
const a=o===undefined?await bodyMismatch(e,i,n):undefined
const c=o??(a&&`answered ${s} ${a}`)
return{...{ok:c===undefined,status:s,...(0,d.s)({location:r,error:c})},...o!==undefined&&s<500&&!zn.has(s)&&{permanent:true}}})}const zn=new Set([408,425,429])
function exchange(e,t,n){return new Promise((s,r)=>{const i=(0,Un.request)({createConnection:()=>t,path:e.path,method:e.method,headers:{host:"127.0.0.1","user-agent":"lucid-smoke",...e.headers,connection:"close"},signal:n})
i.on("error",r)
i.on("response",e=>{const{statusCode:t=0,headers:n}=e
const i=[]
let o=0
const done=()=>{const e=Buffer.concat(i).subarray(0,Wn).toString()
s({status:t,body:e,...(0,d.s)({location:n.location})})}
e.on("data",e=>{i.push(e)
o+=e.length
if(o>=Wn)done()})
e.on("end",done)
e.on("error",r)})
i.end()})}function statusMismatch(e,t){if(e.status.some(([e,n])=>t>=e&&t<=n))return undefined
const n=e.status.map(([e,t])=>e===t?e:`${e}-${t}`)
return`answered ${t}, expected ${n.join(", ")}`}async function bodyMismatch({body:e,bodyMatches:t,json:n},s,r){const i=s===""?"with an empty body":`with the body ${JSON.stringify((0,oe.Ov)(s.slice(0,80)))}`
if(e!==undefined&&!s.includes(e))return`${i}, expected it to contain ${JSON.stringify(e)}`
const o=n===undefined?undefined:(0,Gn.f)(n)
const a=o?.kind==="test"?(0,Gn.$)(o,s):undefined
if(a!==undefined)return`${i}, ${(0,oe.Ov)(a)}; expected ${n}`
if(t===undefined||await matches(t,s,r))return undefined
return`${i}, expected a match of /${t}/u`}const qn=`\nconst { parentPort, workerData: { pattern, text } } = require("node:worker_threads");\nparentPort.postMessage(new RegExp(pattern, "u").test(text));\n`
async function matches(e,t,s){const{Worker:r}=await Promise.resolve().then(n.t.bind(n,75919,19))
s.throwIfAborted()
return new Promise((n,i)=>{const o=new r(qn,{eval:true,workerData:{pattern:e,text:t},env:{},stdin:false})
const stop=()=>{void o.terminate()
i(s.reason)}
s.addEventListener("abort",stop,{once:true})
o.on("message",n)
o.on("error",i)
o.on("exit",()=>s.removeEventListener("abort",stop))})}function nonexistentHealth(e){const t=`lucid-smoke-${(0,Le.randomBytes)(8).toString("hex")}`
return e.kind==="http"?{...e,path:`/${t}`}:{...e,service:t}}const Vn=250
function tryTcp(e){const{timeoutMs:t}=e
const n=`no connection within ${formatSeconds(t)}`
return attemptOn({...e,timeoutMs:t+Vn},n,async(e,s,r)=>{if(r>t)return{ok:false,error:n,timedOut:true,noResponse:true}
return new Promise((t,n)=>{const succeed=()=>t({ok:true,latencyMs:r})
const s=setTimeout(succeed,Vn)
const i="connection closed at once: nothing listens on the port"
e.on("close",()=>clearTimeout(s))
e.on("data",succeed)
e.on("end",()=>t({ok:false,error:i,noResponse:true}))
e.on("error",n)})})}async function attemptOn({port:e,timeoutMs:t,signal:n,reach:s=(0,$n.H)("127.0.0.1")},r,i){const o=En.performance.now()
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
return Promise.race([i(l,d,En.performance.now()-o),u.promise])}
const f=await run().catch(e=>{if(n?.aborted)return{ok:false,error:"interrupted"}
if(a.signal.aborted)return{ok:false,error:r,timedOut:true,noResponse:true}
const t=e.code==="ECONNREFUSED"||e.code==="ECONNRESET"
return{ok:false,error:errorText(e),...t&&{noResponse:t}}})
clearTimeout(c)
l?.destroy()
return{...f,latencyMs:Math.round((f.latencyMs??En.performance.now()-o)*10)/10}}function errorText(e){switch(e.code){case"ECONNREFUSED":return"connection refused"
case"ECONNRESET":return"connection reset: nothing listens on the port, or the server closed the connection"
case"HPE_HEADER_OVERFLOW":return"headers larger than 16 KiB"
default:return e.message||e.code||"failed"}}function formatSeconds(e){return`${Math.round(e/100)/10} s`}const Kn="0A"
function parseListeners(e){return e.split("\n").slice(1).flatMap(e=>{const[,t,,n]=e.trim().split(/\s+/)
const[s,r]=t?.split(":")??[]
if(n!==Kn||s===undefined||r===undefined)return[]
return[{address:formatAddress(s),port:Number.parseInt(r,16)}]})}function formatAddress(e){const t=Buffer.from(e,"hex")
if(t.length===4)return[...t].reverse().join(".")
for(let e=0;e+4<=t.length;e+=4)t.subarray(e,e+4).reverse()
const n=Array.from({length:8},(e,n)=>t.readUInt16BE(n*2))
if(n.every(e=>e===0))return"::"
if(n.slice(0,7).every(e=>e===0)&&n[7]===1)return"::1"
if(n.slice(0,5).every(e=>e===0)&&n[5]===65535)return[...t.subarray(12)].join(".")
return n.map(e=>e.toString(16)).join(":")}async function readListeners(e){const{pid:t,id:n}=e
if(t===0)return undefined
try{const e=await(0,s.readFile)(`/proc/${t}/cgroup`,"utf8")
const r=e.includes(n)?e:await(0,s.readFile)(`/proc/${t}/mountinfo`,"utf8")
if(!r.includes(n))return undefined
const i=await Promise.all(["tcp","tcp6"].map(e=>(0,s.readFile)(`/proc/${t}/net/${e}`,"utf8").catch(()=>"")))
return i.flatMap(parseListeners).filter(({address:e})=>e!=="127.0.0.11")}catch{return undefined}}const Jn=m.Ikc({Id:m.YjP()})
const Zn=m.Ikc({ExitCode:m.aig().nullable()})
const Xn=16384
async function execInContainer(e,t,n,s){const post=(e,t)=>({method:"POST",path:e,body:t,signal:s})
const r={Cmd:n,AttachStdout:true,AttachStderr:true}
const i=await(0,Pn.U1)(e,post(`/containers/${t}/exec`,r))
if(!i.ok)return{exitCode:1,stdout:"",stderr:i.why}
const{Id:o}=Jn.parse(i.value)
const a={stdout:"",stderr:""}
const c=demultiplex((e,t)=>{a[t]=(a[t]+e.toString()).slice(-Xn)})
const d=await(0,Pn.U1)(e,{...post(`/exec/${o}/start`,{Detach:false,Tty:false}),onData:c})
if(!d.ok)return{exitCode:1,stdout:"",stderr:d.why}
const u=await(0,Pn.U1)(e,{method:"GET",path:`/exec/${o}/json`,signal:s})
if(!u.ok)throw new Pn.Rd(u.why)
return{...a,exitCode:Zn.parse(u.value).ExitCode??1}}const Qn=8
function demultiplex(e){let t=Buffer.alloc(0)
let n="stdout"
let s=0
return r=>{t=t.length===0?r:Buffer.concat([t,r])
for(;;){if(s>0){const r=t.subarray(0,s)
if(r.length>0)e(r,n)
s-=r.length
t=t.subarray(r.length)}if(s>0||t.length<Qn)return
n=t[0]===2?"stderr":"stdout"
s=t.readUInt32BE(4)
t=t.subarray(Qn)}}}const es=[["getent","hosts"],["python3","-S","-E","-c","import socket, sys\nfor name in sys.argv[1:]: socket.gethostbyname(name)"],["node","-e","for (const name of process.argv.slice(1)) require('node:dns').lookup(name, (e) => { if (e) throw e })"]]
const ts=new Set([126,127])
async function checkNameResolution(e){const{api:t,container:n,names:s,engineNames:r,timeoutMs:i,signal:o}=e
const a=`names ${s.join(", ")}`
for(const[e,r]of es.entries()){const c=AbortSignal.any([o,AbortSignal.timeout(i)])
const d=await execInContainer(t,n.id,[...r,...s],c).catch(e=>{if(e instanceof Pn.Rd)throw e
return undefined})
o.throwIfAborted()
if(d===undefined)break
const{exitCode:u,stdout:l,stderr:f}=d
const p={kind:"discovery",target:`${a} (${r[0]})`,attempts:e+1}
if(u===0)return{...p,ok:true}
if(ts.has(u)||u>128)continue
const m=(0,oe.Ov)((0,Pn.fM)(f)||(0,Pn.fM)(l),200)
const h=`cannot resolve ${s.join(", ")}${m===""?"":`: ${m}`}`
return{...p,ok:false,error:h}}const c=r===undefined?[]:s.filter(e=>!r.has(e))
return{...{kind:"discovery",target:`${a} (the engine's table; the image has no resolver)`},...{ok:c.length===0,attempts:1},...c.length>0&&{error:`the engine's DNS does not know ${c.join(", ")}`}}}const ns=["UNKNOWN","SERVING","NOT_SERVING","SERVICE_UNKNOWN"]
const ss={5:"NOT_FOUND: unknown service",12:"UNIMPLEMENTED: no grpc.health.v1.Health",13:"INTERNAL",14:"UNAVAILABLE",16:"UNAUTHENTICATED"}
const rs=new Set(["5","7","12","16"])
async function tryGrpc({service:e=""},t){const s=await Promise.resolve().then(n.t.bind(n,32467,19))
const r=`no complete answer within ${formatSeconds(t.timeoutMs)}`
return attemptOn(t,r,async(t,n)=>{const r=grpc_frame(healthCheckRequest(e))
const{status:i,code:o,message:a,body:c}=await grpc_call(s.connect,r,t,n)
if(i!==200)return{ok:false,error:`answered ${i} over HTTP/2, expected gRPC`}
if(o!=="0"){const e=ss[o]??`status ${o}`
const t=`answered ${e}${a===""?"":` (${a})`}`
return{ok:false,error:t,...rs.has(o)&&{permanent:true}}}const d=ns[statusIn(c)]??"an unknown status"
return d==="SERVING"?{ok:true}:{ok:false,error:`answered ${d}, expected SERVING`}})}const is="no plaintext gRPC server answers on this port"
const os=4096
function grpc_call(e,t,n,s){return new Promise((r,i)=>{const o=e("http://127.0.0.1",{createConnection:()=>n})
const fail=e=>{o.destroy()
i(e.code?.startsWith("ERR_HTTP2")?new Error(is,{cause:e}):e)}
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
if(u>os)fail(new Error("answer too long for a health check"))
else c.push(e)})
a.on("close",()=>{const{":status":e,"grpc-status":t="2","grpc-message":n=""}=d
o.destroy()
if(e===undefined)i(new Error(is))
else r({status:Number(e),code:String(t),message:String(n).slice(0,200),body:Buffer.concat(c)})})
a.end(t)})}function healthCheckRequest(e){const t=Buffer.from(e)
return t.length===0?t:Buffer.concat([Buffer.from([10]),varint(t.length),t])}function varint(e){const t=[]
let n=e
for(;n>127;n>>>=7)t.push(n&127|128)
return Buffer.from([...t,n])}function grpc_frame(e){const t=Buffer.alloc(5)
t.writeUInt32BE(e.length,1)
return Buffer.concat([t,e])}function statusIn(e){const t=e.subarray(5)
return t[0]===8?t[1]??0:0}const as=100
const cs=1.1
const withJitter=e=>e*(.75+Math.random()/2)
async function waitUntilReady(e){const{attempt:t,timing:n,exited:s,signal:r,startedAt:i,emulation:o,onFailure:a}=e
const c=e.successes??n.successes
const u=new AbortController
let l
s.then(e=>{l=e
u.abort()})
const f=AbortSignal.any([r,u.signal])
const{deadline:p=Number.POSITIVE_INFINITY}=n
let m=i+p
const remaining=()=>m-En.performance.now()
let h=0
let g=0
let w=0
let y=0
let k
let v=as
let b
let $
const{factor:x=1}=o??{}
const S=Math.min(p,n.startPeriod)*x
const isBusy=async e=>await(o?.busy(e))===true
const isStarting=async(e,t)=>e<n.startPeriod||e<S&&await isBusy(t)
const failed=async(e,t)=>{const n=t.timedOut||w===0&&!t.permanent
const s=n&&await isBusy(t)
const r=Math.round(En.performance.now()-i)
return{kind:"failed",attempts:h,last:b??t,why:e,afterMs:r,...s&&{stillBusy:s}}}
for(;;){const e=En.performance.now()
const s=Math.max(1,Math.min(n.timeout,remaining()))
const o=await t(f,s)
r.throwIfAborted()
if(l!==undefined)return{kind:"exited",attempts:h,exit:l,...(0,d.s)({last:b})}
h+=1
const u=o.timedOut&&s<n.timeout&&b!==undefined
if(!u)b=o
if(o.ok){w+=1
g+=1
k??=Math.round(En.performance.now()-i)
if(g>=c)return{kind:"ready",attempts:h,last:o,readyMs:k}
v=as}else{g=0
const t=e-i
if(!o.permanent)$=undefined
else if($?.error!==o.error)$={error:o.error,since:e}
const s=w>0||!await isStarting(t,o)
if(s)y+=1
const r=t<n.startPeriod?Math.min(p,n.startPeriod):S
if(w===0)a?.(o,{elapsedMs:t,limitMs:r})
const c=s&&$!==undefined&&e-$.since>=n.wrongAnswerPeriod
const d=w>0?`flaps: ${w} of ${h} answers were good; ${o.error}`:o.error
if(c||y>=Math.max(n.retries,1))return failed(d??"failed",o)}if(remaining()<=0&&w===0&&await isBusy(o))m=Math.min(En.performance.now()+n.timeout,i+p*x)
if(remaining()<=0){const e=`not healthy within its deadline of ${formatSeconds(p)}`
return failed(b?.error===undefined?e:`${e}: ${b.error}`,o)}const O=Math.max(0,i+n.startPeriod-En.performance.now())
const E=w===0&&O>0?Math.min(n.interval,O):n.interval
const P=withJitter(o.ok?v:Math.max(v,o.latencyMs))
const j=Math.min(P,E,Math.max(0,remaining()))
await(0,ze.setTimeout)(j,undefined,{signal:f}).catch(()=>{})
v=Math.min(v*cs,n.interval)}}async function probeUntilReady(e,t,n){const{exited:s,signal:r,emulation:i,onWait:o}=e
return waitUntilReady({...{...n,timing:t.timing,exited:s,signal:r,...(0,d.s)({emulation:i})},attempt:(n,s)=>probeOnce(e,t,s,n),onFailure:(e,n)=>o?.(formatWait(t,e,n))})}function formatWait(e,{error:t="fails"},{elapsedMs:n,limitMs:s}){const r=t.replace(/^answered /,"answers ").replace(/([,;]) expected /,"$1 waiting for ")
const i=r===t?`: ${t}`:` ${r}`
const o=n<s?`of ${Math.round(s/1e3)} s`:"(start period over)"
return`${(0,oe.Ov)(shortName(e)+i,200)}, ${Math.floor(n/1e3)} s ${o}`}function shortName(e){switch(e.kind){case"http":return`${e.method} ${e.path}`
case"command":return e.command.join(" ")
case"healthcheck":return"HEALTHCHECK"
default:return`${e.kind} on port ${e.port}`}}async function probeOnce(e,t,n,s){const{container:r,image:i,reach:o}=e
if(t.kind==="command")return tryCommand(e,t.command,n,s)
if(t.kind==="healthcheck"){if(i.healthcheck===undefined)return{ok:false,latencyMs:0,error:"the image has no HEALTHCHECK"}
return logHealthcheck(e,await tryCommand(e,i.healthcheck.argv,n,s))}const a=r.ports.get(t.port)
if(a===undefined)return{ok:false,latencyMs:0,error:`port ${t.port} is not published`}
const c={port:a,timeoutMs:n,signal:s,reach:o}
switch(t.kind){case"http":return tryHttp(t,c)
case"tcp":return tryTcp(c)
case"grpc":return tryGrpc(t,c)}}async function tryCommand({api:e,container:t},n,s,r){const i=En.performance.now()
const o=AbortSignal.any([r,AbortSignal.timeout(Math.ceil(s))])
const a=await execInContainer(e,t.id,n,o).catch(e=>{if(e instanceof Pn.Rd)throw e
return undefined})
const c=Math.round(En.performance.now()-i)
if(r.aborted)return{ok:false,latencyMs:c,error:"interrupted"}
if(a===undefined)return{ok:false,latencyMs:c,error:`did not end within ${formatSeconds(s)}`,timedOut:true}
const{exitCode:d,stdout:u,stderr:l}=a
const f=(0,oe.Ov)((0,Pn.fM)(l)||(0,Pn.fM)(u),200)
if(d===0)return{ok:true,latencyMs:c,exitCode:d,output:f}
return{ok:false,latencyMs:c,exitCode:d,output:f,error:`exit ${d}${f===""?"":`: ${f}`}`}}const ds=5
function logHealthcheck({healthLog:e},{exitCode:t,output:n="",...s}){e.push({exitCode:t??-1,output:t===undefined?s.error??"":n})
if(e.length>ds)e.shift()
return s}function probes_targetName(e,{container:t,reach:n}){const at=e=>`${n.host}:${t.ports.get(e)}`
switch(e.kind){case"http":return`${e.method} http://${at(e.port)}${e.path}`
case"tcp":return`tcp ${at(e.port)} (port ${e.port})`
case"grpc":return`grpc ${at(e.port)} (port ${e.port})${e.service===undefined?"":` ${e.service}`}`
case"command":return e.command.join(" ")
case"healthcheck":return"HEALTHCHECK"}}function probeResult(e,t,n){const{last:s,attempts:r}=n
const i=n.kind==="exited"?s?.error??"exited before it answered":undefined
return{...{kind:e.kind,target:probes_targetName(e,t),ok:n.kind==="ready",attempts:r},..."port"in e&&{port:e.port},...(0,d.s)({status:s?.status,latencyMs:s?.latencyMs}),...(0,d.s)({error:n.kind==="failed"?n.why:i})}}async function negativeProbe(e,t){if(t.kind!=="http"&&t.kind!=="grpc"||!t.negative)return undefined
const n=nonexistentHealth(t)
const{ok:s,status:r,latencyMs:i}=await probeOnce(e,n,t.timing.timeout,e.signal)
const o=t.kind==="http"?`answers every path: a nonexistent one got ${r}, which would pass as healthy`:"reports SERVING for every service, even for a nonexistent one"
return{...{kind:"negative",target:probes_targetName(n,e),port:t.port,ok:!s,latencyMs:i,attempts:1},...(0,d.s)({status:r,error:s?o:undefined})}}async function probeStability(e,t){const{deadline:n,...s}=t.timing
const r=Math.min(s.retries,2)
const{result:i,timedOut:o}=await probeNow(e,{...t,timing:{...s,startPeriod:0,retries:r}})
return{result:{...i,kind:"stable"},timedOut:o}}function probeHealthcheck(e,{timeoutMs:t,retries:n}){const s={...h.QP,startPeriod:0,timeout:t,retries:Math.min(n,3)}
return probeNow(e,{kind:"healthcheck",timing:s})}async function probeNow(e,t){const n=await probeUntilReady(e,t,{successes:1,startedAt:En.performance.now()})
return{result:probeResult(t,e,n),timedOut:n.last?.timedOut===true}}function probeOtherPorts(e,t,n){const{deadline:s,...r}=n.timing
const i={...r,startPeriod:Math.min(r.startPeriod,5e3)}
const o=tcpPorts(t).filter(e=>!("port"in n)||e!==n.port)
return Promise.all(o.map(async t=>({port:t,result:(await probeNow(e,{kind:"tcp",port:t,timing:i})).result})))}var us=n(17904)
const serviceFault=(e,t)=>({...{pattern:e,isServiceFault:true,describe:t}})
const maybeHardening=(e,t)=>({...{pattern:e,isServiceFault:false,describe:t}})
const notInImage=([,e])=>`${e} is not in the image: check ENTRYPOINT and CMD`
const ls=[serviceFault(/exec format error/i,()=>"exec format error: built for another architecture, or a script without a #! line"),serviceFault(/ModuleNotFoundError: No module named ['"]([^'"]+)['"]/,([,e])=>`ModuleNotFoundError: ${e}: not in the image, or not on PYTHONPATH`),serviceFault(/Cannot find (?:module|package) ['"]([^'"]+)['"]/,([,e])=>`cannot find module ${e}: not in the image`),serviceFault(/error while loading shared libraries: (\S+?):/,([,e])=>`shared library ${e} is not in the image`),serviceFault(/version [`'](GLIBC\S*?)' not found/,([,e])=>`${e} not found: built against a newer C library than the image has`),serviceFault(/(?:No space left on device|ENOSPC|disk quota exceeded)/i,()=>"no space left on a disk or tmpfs that it writes to"),maybeHardening(/(?:Read-only file system|EROFS)[^'"/]*(?:['"]?(\/[^'",\s]+))?/i,([,e])=>`writes to its read-only file system${e?`: needs a writable ${e} (hardening.tmpfs)`:""}`),maybeHardening(/(?:can't start new thread|fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed)/i,()=>"cannot start another thread or process: hardening.pids is too low"),maybeHardening(/(?:bind|listen)[^\n]*permission denied|permission denied[^\n]*(?:bind|listen)/i,()=>"no permission to bind its port: use a port of 1024 or higher, or allow NET_BIND_SERVICE"),maybeHardening(/(?:Permission denied|EACCES)[^'"/]*['"]?(\/[^'",\s]+)/i,([,e])=>`permission denied on ${e}: the image's user cannot read or write it`),serviceFault(/(?:address already in use|EADDRINUSE)/i,()=>"address already in use: it binds the same port twice"),serviceFault(/exec: "([^"]+)": [^\n]*(?:no such file|not found)/i,notInImage),maybeHardening(/(?:exec|\/bin\/sh): ?[^\n]*?([^\s:]+): (?:no such file or directory|not found)/i,notInImage),serviceFault(/getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (\S+)|Name or service not known|Temporary failure in name resolution|no such host/i,([,e])=>`cannot resolve ${e??"a host name"}: check \`needs\` in the catalog`)]
const shorten=e=>e.slice(0,1e3)
function likelyCause(e){const{architecture:t,exit:n,log:s,startError:r,probe:i,listeners:o,advice:a}=e
if(t!==undefined&&t.wanted!==t.found)return`wrong architecture: ${t.found}, expected ${t.wanted}`
if(n?.outOfMemory)return`out of memory: hardening.memory is too low (exit ${n.exitCode})`
const c=i?.port===undefined?undefined:loopbackOnly(i.port,o)
if(c!==undefined)return c
const d=[...r?[r]:[],...i?[i.error]:[],...s.toReversed()]
const u=i?.status!==undefined&&n===undefined?undefined:matchPattern(d)
if(u!==undefined)return u
if(n!==undefined){const e=`exited with ${n.exitCode} (${diagnose_exitMeaning(n.exitCode,n)})${lastLogLine(s)}`
return a===undefined?e:`${e}; ${a}`}if(r!==undefined)return`could not be started: ${r}`
if(i===undefined)return"unknown cause: its log shows no known error"
return portCause(i,o,s)??answerCause(i)}function matchPattern(e){for(const{pattern:t,describe:n}of ls)for(const s of e.map(shorten)){const e=t.exec(s)
if(e!==null)return n(e)}return undefined}function isServiceFault({log:e,startError:t,exit:n,probe:s,listeners:r}){if(n?.outOfMemory)return true
if(s?.error.startsWith("flaps"))return true
if(s?.status!==undefined&&s.status<500)return true
if(s?.port!==undefined){if(loopbackOnly(s.port,r)!==undefined)return true
const e=r?.filter(({address:e})=>!isLoopback(e))??[]
if(e.length>0&&e.every(({port:e})=>e!==s.port))return true}const i=[...t?[t]:[],...s?[s.error]:[],...e].map(shorten)
if(i.some(e=>fs.test(e)))return false
return ls.some(e=>e.isServiceFault&&i.some(t=>e.pattern.test(t)))}const fs=/read-only file system|EROFS|permission denied|EACCES|operation not permitted|EPERM|temporarily unavailable/i
const ps=/(?:Read-only file system|EROFS)[^'"/]*['"]?(\/[^'",\s:]+)|['"]?(\/[^'",\s:]+)['"]?: Read-only file system/gi
function readOnlyPathsIn(e){const t=e.flatMap(e=>[...shorten(e).matchAll(ps)].map(([,e,t])=>e??t??""))
return[...new Set(t.filter(e=>e!==""))]}function whyNeedFailed(e,t,n){const{exit:s,log:r}=t
if(s===undefined||s.outOfMemory)return`${e}: ${n??likelyCause(t)}`
return`${e} exited with ${s.exitCode}${lastLogLine(r)}`}function lastLogLine(e){const t=e.at(-1)
return t===undefined?"; no log output":`: ${t.slice(0,160)}`}const isLoopback=e=>e.startsWith("127.")||e==="::1"
function loopbackOnly(e,t=[]){const n=t.filter(t=>t.port===e)
if(n.length===0||!n.every(({address:e})=>isLoopback(e)))return undefined
return`listens only on ${n[0]?.address}:${e}: make it listen on 0.0.0.0`}function portCause({port:e,status:t,afterMs:n},s,r){if(e===undefined||t!==undefined)return undefined
if(s?.some(t=>t.port===e))return undefined
if(s!==undefined){const t=s.filter(({address:e})=>!isLoopback(e)).map(e=>e.port)
const r=n===undefined?"":` after ${formatSeconds(n)}`
const i=t.length===0?r:`; it listens on ${[...new Set(t)].join(", ")}`
return`nothing listens on port ${e}${i}`}if(r.some(t=>new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${e}\\b`).test(t)))return`listens only on 127.0.0.1:${e}, according to its log: make it listen on 0.0.0.0`
return undefined}function answerCause({error:e,status:t,path:n}){if(t===404&&n!==undefined)return`answers 404 at ${n}: check the health path in the catalog`
if(t!==undefined&&t>=500&&!e.startsWith("flaps"))return`${e}: it runs, but reports that it is unhealthy`
if(/^no complete answer/.test(e))return`accepts the connection, but gives ${e}`
return e}const ms={0:"ended without an error",125:"the engine could not run it",126:"found but not executable",127:"program not found",128:"invalid exit status",132:"SIGILL: illegal instruction",134:"SIGABRT",135:"SIGBUS",136:"SIGFPE",139:"SIGSEGV: segmentation fault",143:"SIGTERM"}
function diagnose_exitMeaning(e,{outOfMemory:t}){if(t)return"killed: out of memory"
if(e===137)return"SIGKILL: killed from outside, or out of memory"
return ms[e]??(e>128&&e<165?`signal ${e-128}`:"error")}function executionOf(e,t){const n=(0,us.yC)(e)
return n===t||n==="i686"&&t==="x86_64"?"native":"emulated"}const hs=10
const gs=4
const ws=256*2**20
function withEmulationLimits(e){const{health:t,hardening:n}=e
if(n===undefined)return{...e,...t&&{health:slower(t)}}
const s=n.memory===undefined?undefined:n.memory+ws
const r=n.pids===undefined?undefined:n.pids*2
return{...{...e,...t&&{health:slower(t)}},hardening:{...n,...(0,d.s)({memory:s,pids:r})}}}function slower(e){return{...e,timing:{...e.timing,timeout:e.timing.timeout*gs}}}const ys=new Set([132,133,134,135,136,139,159])
const ks=new RegExp([...["^qemu(?:-\\w+)?: ","uncaught target signal","Function not implemented","\\bENOSYS\\b"],...["(?:os error|Errno) 38\\b","\\bio_uring","\\bseccomp\\b","\\bSIG(?:SEGV|ILL|BUS|TRAP|ABRT)\\b"],...["Segmentation fault","Illegal instruction"]].join("|"),"i")
const vs=/Resource temporarily unavailable|can't start new thread|pthread_create failed/i
const bs=/(?:^|[\s/;&|(])(?:pidof|pgrep|pkill|killall|ps|top)(?:$|[\s;&|)])|\/proc\//
const $s=" under emulation, so no verdict"
function emulationCause(e,t){const{phase:n,symptoms:s,check:r}=e
const{exit:i,probe:o,startError:a,stillBusy:c}=s
if(n==="pull"||s.architecture!==undefined)return undefined
if(i?.outOfMemory)return`out of memory${$s}: QEMU needs memory too; raise hardening.memory or run smoke natively`
const d=[...a===undefined?[]:[a],...o?[o.error]:[],...t]
if(c)return`${o?.error??"not ready"}; still busy${$s}: raise start_period or run smoke natively`
if(isServiceFault({...s,log:t})||d.some(e=>vs.test(e)))return undefined
if(i!==undefined&&ys.has(i.exitCode))return`ended by ${diagnose_exitMeaning(i.exitCode,i)}${$s}: QEMU may be the cause; run smoke natively`
const u=d.findLast(e=>ks.test(e))
if(u!==undefined)return`its log says "${u.trim().slice(0,160)}"${$s}: run smoke natively`
if(r===undefined)return undefined
const[,l]=/^exit (\d+)/.exec(o?.error??"")??[]
if(ys.has(Number(l)))return`its check fails with ${o?.error}${$s}: run smoke natively`
if(bs.test(r.join(" ")))return`its check inspects processes, which are QEMU's${$s}: ${o?.error??"it fails"}`
return undefined}function startFailed(e,t){const{exitCode:n=0,outOfMemory:s=false,startError:r=t}=e??{}
return{phase:"start",symptoms:{startError:r,...n!==0&&{exit:{exitCode:n,outOfMemory:s}}}}}async function readinessFailed(e,t,n){if(n.kind==="exited")return{phase:"ready",symptoms:{exit:n.exit}}
const s={...{error:n.why,afterMs:n.afterMs,...(0,d.s)({status:n.last.status})},...t.kind==="http"&&{path:t.path},..."port"in t&&{port:t.port}}
const r=t.kind==="healthcheck"?e.image.healthcheck?.argv:undefined
const i=t.kind==="command"?t.command:r
const o=await currentListeners(e)
return{...{phase:"ready",symptoms:{probe:s,...(0,d.s)({stillBusy:n.stillBusy,listeners:o})}},...(0,d.s)({check:i})}}const currentListeners=async({container:e,reach:t})=>t.isLocal?readListeners(e):undefined
function exitedEarly(e,t){const n=e.getExit(t)
return n&&{phase:"stable",symptoms:{exit:n}}}function probeFailed(e,t){if(e===undefined||e.ok)return undefined
const{error:n=t}=e
return{phase:"ready",symptoms:{probe:{error:n}},cause:n}}async function portClosed(e,t){const n=t.find(({result:e})=>!e.ok)
if(n===undefined)return undefined
const s={error:n.result.error??"closed",port:n.port}
return{phase:"ready",symptoms:{probe:s,...(0,d.s)({listeners:await currentListeners(e)})}}}function healthcheckFailed({execution:e},{image:t},{result:n,timedOut:s},r){const{ok:i,error:o="fails"}=n
if(i||s&&e==="emulated")return undefined
const a=`passes its ${r.kind} check, but the image's HEALTHCHECK fails: ${o}`
return{...{phase:"ready",symptoms:{probe:{error:o}},cause:a},...(0,d.s)({check:t.healthcheck?.argv})}}function stoppedAnswering({execution:e},{result:t,timedOut:n}){const{ok:s,error:r="failed"}=t
if(s)return undefined
const i=n&&e==="emulated"
return{...{phase:"stable",symptoms:{probe:{error:r},...i&&{stillBusy:i}}},cause:`was healthy, then failed its check: ${r}`}}function programMachine({api:e,shared:{machines:t},signal:n},{image:s},{id:i,program:o,searchPath:a,workingDir:c}){const d=[s,o,a,c].join("\n")
const u=t.get(d)??entrypointMachine(o,a,t=>readFileHead(e,i,r.posix.resolve(c,t),n))
t.set(d,u)
return u}function machineMismatch({platform:e},t){const n=e===undefined?undefined:(0,us.yC)(e)
if(n===undefined||t===undefined||n===t)return undefined
return{phase:"start",symptoms:{architecture:{wanted:n,found:t}}}}async function entrypointMachine(e,t,n){let s=e
for(let e=0;e<5&&s!==undefined;e++){const e=s
const i=e.includes("/")?[e]:t.split(":").map(t=>r.posix.join(t,e))
const o=await readFirst(i,n)
if(o===undefined)return undefined
const a=(0,us.pK)(o)
if(a.kind!=="script")return a.kind==="elf"?a.machine:undefined
const[c,...d]=a.interpreter
const u=d.find(e=>!e.startsWith("-")&&!e.includes("="))
s=c!==undefined&&r.posix.basename(c)==="env"?u:c}return undefined}async function readFirst(e,t){for(const n of e){const e=await t(n)
if(e!==undefined)return e}return undefined}const xs=256
async function readFileHead(e,t,n,s){const request=(e,n)=>({...{method:e,path:`/containers/${t}/archive`,query:{path:n},signal:s}})
const r=await e(request("HEAD",n)).catch(()=>undefined)
const i=r?.headers["x-docker-container-path-stat"]
if(r===undefined||r.status>=300||typeof i!=="string")return undefined
const o=(0,Y.E3)((0,Y.Ag)((0,Y.qF)(Buffer.from(i,"base64")))?.linkTarget)??n
let a
let c=Buffer.alloc(0)
const onData=(e,t)=>{c=Buffer.concat([c,e])
a=firstFileHead(c)
if(a!==undefined)t()}
const d=await(0,Pn.U1)(e,{...request("GET",o),onData:onData})
return d.ok?a:undefined}const Ss=512
function firstFileHead(e){for(let t=0;e.length>=t+Ss;){const n=Number.parseInt(e.toString("latin1",t+124,t+136),8)||0
const s=e.toString("latin1",t+156,t+157)
const r=t+Ss
if(s==="x"||s==="g"){t=r+Math.ceil(n/Ss)*Ss
continue}if(s!=="0"&&s!=="\0")return undefined
const i=r+Math.min(n,xs)
return e.length>=i?e.subarray(r,i):undefined}return undefined}const Os="cannot resolve its needs"
const Es=2e3
async function checkContainer(e,t,n,s){const r=[]
const i=(new Date).toISOString()
const o=En.performance.now()
const a=await startAndCheck({context:e,member:t,image:n,id:s,healthLog:r})
const c=e.shared.execution==="emulated"?{emulated:true}:{}
const d={...a,...c,startedAt:i,durationMs:Math.round(En.performance.now()-o)}
if(d.failure===undefined)return d
return{...d,state:await containerState(e,t,s,r)}}async function startAndCheck(e){const{context:t,member:n,image:s,id:r}=e
const{api:i,events:o,signal:a,shared:c}=t
const u=await c.startLimit(()=>(0,Pn.U1)(i,{method:"POST",path:`/containers/${r}/start`,signal:a}))
const l=En.performance.now()
const f=await(0,In.aH)(i,r,a)
if(!u.ok||f===undefined){const e=u.ok?"its container no longer exists":u.why
return failedResult({context:t,member:n,...(0,d.s)({container:f})},startFailed(f,e))}const p=o.waitForExit(r)
const m={...e,container:f,exited:p}
if(!f.running)await Promise.race([p,(0,ze.setTimeout)(Es,undefined,{signal:a})])
if(n.run==="job")return checkJob(m)
const{stable:g}=(0,h.$P)(n)
const staysUp=()=>{const e=Math.max(0,l+g-En.performance.now())
return Promise.race([p,(0,ze.setTimeout)(e,undefined,{signal:a})])}
const w=mainHealth(n,s)
if(w!==undefined)return checkServer(m,{health:w,startedAt:l,staysUp:staysUp})
await staysUp()
return checkWorker(m,g)}async function checkServer(e,{health:t,startedAt:n,staysUp:s}){const{context:r,member:i,image:o,id:a,container:c,exited:u,healthLog:l}=e
const{api:f,events:p,signal:m,reach:h,shared:g}=r
const w={...{api:f,container:c,image:o,exited:u,signal:m,reach:h,healthLog:l,onWait:r.onWait},...g.execution==="emulated"&&{emulation:{factor:hs,busy:busyCheck(f,a,m)}}}
const y=await probeUntilReady(w,t,{startedAt:n})
const k=probeResult(t,w,y)
if(y.kind!=="ready")return failedResult(e,await readinessFailed(w,t,y),k)
const{readyMs:v}=y
r.onReady(`answers after ${formatSeconds(v)}, in ${k.latencyMs} ms`)
if(i.role!=="tested")return{probes:[k],readyMs:v}
const[b,$,x,S,O]=await Promise.all([negativeProbe(w,t),probeOtherPorts(w,i,t),runHealthcheck(r,w,t),checkNeedNames(r,i,c),programMachine(r,i,c),s()])
const E=exitedEarly(p,a)
const P=E===undefined?await probeStability(w,t):undefined
const j=E??exitedEarly(p,a)??machineMismatch(i,O)??probeFailed(b,"answers every path")??probeFailed(S,Os)??await portClosed(w,$)??(x&&healthcheckFailed(g,w,x,t))??(P&&stoppedAnswering(g,P))
const{status:M,location:I}=y.last
const R=I&&`answers ${M} with a redirect to ${(0,oe.Ov)(I,200)}, which smoke does not follow`
const C=x?.timedOut?"its HEALTHCHECK timed out under emulation: not judged":R
return{probes:[...[k,b,...$.map(({result:e})=>e)],...[x?.result,S,P?.result]].filter(e=>e!==undefined),...{readyMs:v,...(0,d.s)({note:C,architecture:O,failure:j})}}}async function failedResult({context:e,member:t,container:n},s,...r){const{exit:i,startError:o}=s.symptoms
const a=n!==undefined&&(i!==undefined||o!==undefined)
const c=a?await programMachine(e,t,n):undefined
return{probes:r,failure:machineMismatch(t,c)??s,...(0,d.s)({architecture:c})}}async function checkJob(e){const{context:t,member:n,container:s,exited:r}=e
const i=En.performance.now()
const{deadline:o=h.VE}=(0,h.$P)(n)
const a=new AbortController
const c=AbortSignal.any([t.signal,a.signal])
const u=await Promise.race([r,(0,ze.setTimeout)(o,undefined,{signal:c})]).finally(()=>a.abort())
const l={kind:"exit",target:"exit code of the job",attempts:1}
if(u===undefined){const e=`did not end within ${formatSeconds(o)} (health.deadline)`
return{probes:[{...l,ok:false,error:e}],failure:{phase:"ready",symptoms:{},cause:e}}}if(u.exitCode!==0)return failedResult(e,{phase:"ready",symptoms:{exit:u}},{...l,ok:false})
const f=Math.round(En.performance.now()-i)
t.onReady(`ended with 0 after ${formatSeconds(f)}`)
if(n.role!=="tested")return{probes:[],readyMs:f}
const p=await programMachine(t,n,s)
const m=machineMismatch(n,p)
return{probes:[{...l,ok:true}],readyMs:f,...(0,d.s)({architecture:p,failure:m})}}async function checkWorker(e,t){const{context:n,member:s,container:r}=e
const{events:i}=n
const o={kind:"stable",target:`stays up for ${formatSeconds(t)}`,attempts:1}
const a=exitedEarly(i,r.id)
if(a!==undefined){const t=a.symptoms.exit?.exitCode===0&&s.role!=="external"
const n={...a.symptoms,...t&&{advice:Ps}}
return failedResult(e,{...a,symptoms:n},{...o,ok:false})}n.onReady("up")
if(s.role!=="tested")return{probes:[]}
const[c,u]=await Promise.all([checkNeedNames(n,s,r),programMachine(n,s,r)])
const l=exitedEarly(i,r.id)??machineMismatch(s,u)??probeFailed(c,Os)
return{probes:[{...o,ok:true},...c===undefined?[]:[c]],...(0,d.s)({architecture:u,failure:l})}}const Ps="a worker must keep running: set `run: job` if it ends by design, `run: never` if it is only a base image"
function mainHealth(e,{healthcheck:t}){if(e.health!==undefined)return e.health
const n=(0,h.$P)(e)
const[s]=tcpPorts(e)
if(s!==undefined)return{kind:"tcp",port:s,timing:n}
return t===undefined||e.role==="external"?undefined:{kind:"healthcheck",timing:n}}async function runHealthcheck({shared:e},t,n){const{healthcheck:s}=t.image
if(s===undefined||n.kind==="healthcheck")return undefined
return e.commandLimit(()=>probeHealthcheck(t,s))}async function checkNeedNames({api:e,run:t,jobs:n,shared:s,signal:r},i,o){const a=i.needs.filter(e=>!n.has(e))
if(a.length===0)return undefined
const c=await(0,In.Xu)(e,t,r)
const d=c.some(({dnsNames:e})=>e!==undefined)?new Set(c.filter(({running:e})=>e).flatMap(({dnsNames:e})=>e??[])):undefined
return s.commandLimit(()=>checkNameResolution({api:e,container:o,names:a,engineNames:d,timeoutMs:6e4,signal:r}))}async function containerState(e,t,n,s){const r=await(0,In.aH)(e.api,n,e.signal)
const i=r===undefined||!e.reach.isLocal?undefined:await readListeners(r)
return{inspect:r?.excerpt??{},healthLog:[...r?.healthLog??[],...s].slice(-5),ports:tcpPorts(t).map(e=>{const t=i?.filter(({port:t})=>t===e).map(({address:e})=>e)
const n=t&&(t.join(", ")||"nothing")
return{container:e,...(0,d.s)({published:r?.ports.get(e),listens:n})}})}}var js=n(78474)
var Ms=n(80481)
var Is=n(57075)
const Rs=2e3
const Cs=4e3
const Ts=/^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s
async function saveLog(e,t,{folder:n,name:i,redact:o}){const a=[]
const openStream=()=>{const e=new Is.PassThrough
const t=(0,Ms.createInterface)({input:e,crlfDelay:Number.POSITIVE_INFINITY})
let n=""
t.on("line",e=>{const[,t,s]=Ts.exec(e)??[]
if(t!==undefined)n=t
a.push({time:n,text:o(s??e).slice(0,Cs)})})
return{input:e,closed:(0,js.once)(t,"close")}}
const c={stdout:openStream(),stderr:openStream()}
const d={stdout:"1",stderr:"1",timestamps:"1",tail:String(Rs)}
const u=demultiplex((e,t)=>c[t].input.write(e))
await(0,Pn.U1)(e,{method:"GET",path:`/containers/${t}/logs`,query:d,onData:u})
for(const{input:e}of Object.values(c))e.end()
await Promise.all(Object.values(c).map(({closed:e})=>e))
if(a.length===0)return{lines:[]}
a.sort((e,t)=>e.time<t.time?-1:e.time>t.time?1:0)
const l=(0,r.join)(n,`${i}.log`)
await(0,s.writeFile)(l,a.map(({time:e,text:t})=>`${e} ${(0,oe.Ov)(t,Cs)}\n`).join(""))
return{file:l,lines:a.flatMap(({text:e})=>(0,oe.Xe)(e))}}async function stopContainer(e,t,n){const{api:s,events:r,signal:i,seconds:o}=n
const a={t:String(o)}
const c=new AbortController
if(n.killIfHung)killHung(e,t,{...n,signal:AbortSignal.any([i,c.signal])}).catch(()=>{})
const d=await(0,Pn.U1)(s,{method:"POST",path:`/containers/${t}/stop`,query:a,signal:i})
c.abort()
if(d.ok)await Promise.race([r.waitForExit(t),(0,ze.setTimeout)(500,undefined,{signal:i})])}const As=250
const _s=8
async function killHung(e,t,{api:n,signal:s}){const r=await(0,In.aH)(n,t,s)
const i=tcpPorts(e)
if(r===undefined||i.length===0)return
for(let e=0;e<_s;){await(0,ze.setTimeout)(As,undefined,{signal:s})
const t=await readListeners(r)
if(t===undefined)return
e=t.some(({port:e})=>i.includes(e))?0:e+1}s.throwIfAborted()
await(0,Pn.U1)(n,{method:"POST",path:`/containers/${t}/kill`,query:{signal:"SIGKILL"},signal:s})}const Ds=["changed","added","deleted"]
const Ns=m.YOg(m.Ikc({Path:m.YjP(),Kind:m.aig()})).nullable()
async function fileChanges(e,t,n){const s=await(0,Pn.U1)(e,{method:"GET",path:`/containers/${t}/changes`,signal:n})
const r=s.ok?Ns.safeParse(s.value).data:undefined
return(r??[]).map(({Path:e,Kind:t})=>({path:e,kind:Ds[t]??"changed"}))}const Ys=/\/__pycache__(?:\/|$)|\.pyc$|^\/(?:tmp|dev|proc|sys|run\/secrets|etc\/(?:hosts|hostname|resolv\.conf|mtab))(?:\/|$)/
const Fs=/^(?:\/|\/(?:app|bin|etc|home|lib|opt|root|run|sbin|srv|usr|usr\/[^/]+|var|var\/[^/]+))$/
function writtenPaths(e){const t=e.filter(({kind:e,path:t})=>e!=="deleted"&&t.startsWith("/"))
const n=new Set(t.map(({path:e})=>r.posix.dirname(e)))
const s=t.filter(({path:e})=>!Ys.test(e))
const i=new Set(s.filter(({kind:e})=>e==="added").map(({path:e})=>e))
const o=s.flatMap(({kind:e,path:t})=>{const s=n.has(t)
if(e==="changed"?s:i.has(r.posix.dirname(t)))return[]
return[s||Fs.test(r.posix.dirname(t))?t:r.posix.dirname(t)]})
return[...new Set(o)]}const Bs={readOnly:false,tmpfs:[],capDrop:[],noNewPrivileges:false}
const Ls={writable:{lift:{readOnly:false},applies:({readOnly:e})=>e,permission:()=>"a writable root file system"},tmpfs:{lift:{tmpfs:[]},applies:({tmpfs:e})=>e.length>0,permission:({tmpfs:e})=>`the image's files in ${e.map(e=>e.split(":")[0]).join(", ")} (hardening.tmpfs hides them)`},capabilities:{lift:{capDrop:[]},applies:({capDrop:e})=>e.length>0,permission:(e,t)=>{const n=deniedCapabilities(t)
return n.length>0?`the capability ${n.join(", ")}`:"a capability (hardening.cap_drop)"}},privileges:{lift:{noNewPrivileges:false},applies:({noNewPrivileges:e})=>e,permission:()=>"new privileges, for a set-user-ID program (hardening.no_new_privileges)"},processes:{lift:{pids:undefined},applies:({pids:e})=>e!==undefined,permission:()=>"more processes or threads (hardening.pids)"}}
async function retryWithoutHardening(e,{member:t,image:n},s){const{hardening:r}=t
if(r===undefined||!canBeHardening(s))return undefined
const i=Object.keys(Ls).filter(e=>Ls[e].applies(r))
if(i.length===0)return undefined
const o=r.memory===undefined?{}:{memory:r.memory}
const a=new Map([["plain",{...Bs,...o}]])
for(const e of i)a.set(e,withLifted(r,Ls[e].lift))
const c=await createVariants(e,{member:t,image:n},a)
const check=s=>{const r=c.get(s)
if(r===undefined)throw new Pn.Rd(`the container of ${t.name} is gone`)
return checkContainer({...e,onReady:()=>{}},t,n,r)}
const{api:d,signal:u}=e
const remove=e=>(0,jn.removeContainers)(d,e.flatMap(e=>c.get(e)??[]),u)
const l=await check("plain")
const f=c.get("plain")
if(l.failure!==undefined||f===undefined){await remove([...a.keys()])
return undefined}const p=await fileChanges(d,f,u)
const m=await Promise.all(i.map(async e=>(await check(e)).failure===undefined?[e]:[]))
await remove(i)
const h=m.flat().flatMap(e=>e==="writable"?writablePaths(s.log,p):Ls[e].permission(r,s.log))
const g=i.map(e=>Ls[e].permission(r,s.log)).join(", ")
return{missingPermissions:h.length>0?h:[`several together: ${g}`],result:l,id:f}}function withLifted(e,t){const{pids:n,...s}={...e,...t}
return n===undefined?s:{...s,pids:n}}function canBeHardening({result:{failure:e,architecture:t},log:n}){if(e===undefined||e.phase==="pull"||e.symptoms.architecture!==undefined)return false
const s={...e.symptoms,log:n}
const r=e.phase==="ready"&&e.cause!==undefined&&/^(?:answers every path|reports SERVING for every|did not end)/.test(e.cause)
const i=[s.startError??"",...n].some(e=>/exec format error/i.test(e))
return!r&&!i&&!isServiceFault(s)&&(t!==undefined||s.exit?.exitCode!==127)}async function createVariants({docker:e,api:t,run:n,labels:s,network:r,signal:i,reach:o},{member:a,image:{healthcheck:c}},d){const u=`${n}-${(0,Le.randomBytes)(3).toString("hex")}`
const l=composeFile({...{use:{kind:"smoke",labels:s},project:u,withHealthcheck:new Set,address:o.publishAddress},services:[...d].map(([e,t])=>({...a,name:e,hardening:t})),network:{name:r.key}})
const f=Object.entries(l.services).map(([e,t])=>[e,{...t,networks:{[r.key]:{aliases:e==="plain"?[a.name]:[]}},...c!==undefined&&{healthcheck:Xt}}])
const p={...l,services:Object.fromEntries(f),networks:{[r.key]:{name:r.name,external:true}}}
const m=["compose","--file=-",`--project-name=${u}`,"--progress=quiet","create","--pull=never"]
const{exitCode:h,stderr:g}=await(0,Pn.ST)(e,m,{input:JSON.stringify(p),signal:i})
if(h!==0)throw new Pn.Rd(`cannot create a container to retry ${a.name}: ${(0,Pn.fM)(g)}`)
const w=await(0,In.Xu)(t,n,i)
const y=w.filter(e=>e.project===u)
return new Map(y.map(({service:e,id:t})=>[e,t]))}function writablePaths(e,t){const n=[...new Set([...readOnlyPathsIn(e),...writtenPaths(t)])]
const s=n.filter(e=>!n.some(t=>t!==e&&e.startsWith(`${t}/`)))
return s.length===0?[Ls.writable.permission()]:s.slice(0,8).map(e=>`writable ${e}`)}const Hs=[[/chown|changing ownership/i,"CHOWN"],[/set(?:res|re|e)?uid|seteuid|switch(?:ing)? (?:to )?user|failed to (?:change|set) user/i,"SETUID"],[/set(?:res|re|e)?gid|setgroups|initgroups/i,"SETGID"],[/bind/i,"NET_BIND_SERVICE"],[/raw socket|icmp|ping/i,"NET_RAW"],[/chmod|utime/i,"FOWNER"],[/setrlimit|prlimit/i,"SYS_RESOURCE"]]
function deniedCapabilities(e){const isRefusal=e=>/operation not permitted|EPERM|permission denied/i.test(e)
const t=e.filter((t,n)=>e.slice(n,n+3).some(isRefusal))
return Hs.filter(([e])=>t.some(t=>e.test(t))).map(([,e])=>e)}const Us=1
async function runMember(e,t,n){const{outcomes:s,queue:r}=e
const{name:i}=t
const o=(await n.needsReady).find(e=>e!==undefined)
if(s.has(i))return
if(o!==undefined){s.set(i,{kind:"unknown",why:`not started: ${o}`})
return}const a=await r.acquire(t.hardening?.memory??Mn)
try{s.set(i,await runAdmitted(e,t,{...n,admission:a}))}finally{a.release()}}async function runAdmitted(e,t,{admission:n,markReady:s,dependentsDone:r}){const{api:i,pulled:o,ids:a,signal:c,events:u,logFolder:l,redact:f,queue:p,onProgress:m}=e
const{name:h}=t
c.throwIfAborted()
const[g,w]=[o.get(h),a.get(h)]
if(g===undefined||w===undefined)throw new Pn.Rd(`the container of ${h} is gone`)
const y=new AbortController
try{m(t,"started","starting")
const o=AbortSignal.any([c,y.signal])
waitUntilIdle({api:i,id:w,isWanted:p.hasWaiting,signal:o}).then(n.releaseSlot,()=>{})
const onReady=e=>{y.abort()
n.releaseSlot()
s()
m(t,"update",e)}
const onWait=e=>m(t,"update",e)
const a=await checkContainer({...e,onReady:onReady,onWait:onWait},g.member,g.image,w)
if(a.failure===undefined){n.releaseSlot()
if(t.run!=="job")await r
return await stopHealthy(e,t,{result:a,id:w})}const k=await findFailedNeed(e,t.needs)
await stopContainer(t,w,{...e,seconds:Us,killIfHung:false})
const v=await saveLog(i,w,{folder:l,name:h,redact:f})
const b={...{kind:"tested",result:a,log:v},...(0,d.s)({failedNeed:k,exit:u.getExit(w)})}
const $=a.emulated&&emulationCause(a.failure,v.lines)!==undefined
if(k!==undefined||$||t.role==="external")return b
m(t,"update","failed; looking for the cause")
const x=await retryWithoutHardening(e,g,{result:a,log:v.lines})
if(x===undefined)return b
n.releaseSlot()
if(t.policy?.hardening==="advisory"){s()
await r}const S=await stopHealthy(e,t,x)
return{...S,missingPermissions:x.missingPermissions,log:v}}finally{y.abort()}}const Gs=500
async function findFailedNeed({api:e,events:t,ids:n,jobs:s,logFolder:r,redact:i},o){const a=o.flatMap(e=>{const t=s.has(e)?undefined:n.get(e)
return t===undefined?[]:[{need:e,id:t}]})
if(a.length===0)return undefined
await Promise.race([(0,re.y)(Gs),...a.map(({id:e})=>t.waitForExit(e))])
for(const{need:n,id:s}of a){const o=t.getExit(s)
if(o===undefined)continue
const{lines:a}=await saveLog(e,s,{folder:r,name:n,redact:i})
return whyNeedFailed(n,{exit:o,log:a})}return undefined}async function stopHealthy(e,t,{result:n,id:s}){const{api:r,events:i,logFolder:o,redact:a}=e
let c=n.failure
if(t.run!=="job"){c??=exitedEarly(i,s)
e.onProgress(t,"update","stopping")
const r=Math.max(1,Math.ceil((0,h.$P)(t).stopGracePeriod/1e3))
const o=n.emulated===true&&e.reach.isLocal
await stopContainer(t,s,{...e,seconds:r,killIfHung:o})}const u=await saveLog(r,s,{folder:o,name:t.name,redact:a})
return{...{kind:"tested",result:{...n,...(0,d.s)({failure:c})},log:u},...(0,d.s)({exit:i.getExit(s)})}}var Ws=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var zs=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function runStack(e){const{docker:t,api:n,reach:s=(0,$n.H)("127.0.0.1")}=e
const r=`lucid-smoke-${(0,Le.randomBytes)(5).toString("hex")}`
const i=new Map
const o=new AbortController
const a=AbortSignal.any([e.signal,o.signal])
let c=e.network
let d=false
let u=[]
try{const u=await(0,In.Ty)(n,a)
const l=executionOf(e.platform,u.machine)
const f=l==="native"?e.members:e.members.map(withEmulationLimits)
const p=await pullAll({...e,members:f,signal:a},i)
const m=[...p.values()].map(({member:e})=>e)
if(m.length>0){const h={stack:[],error:void 0,hasError:false}
try{const g=Ws(h,watchEvents(n,{...{run:r,since:u.time},onLost:e=>o.abort(new Pn.Rd(e))}),true)
d=true
const w=(0,jn.toLabels)((0,jn.currentOwner)(r))
const y=new Set([...p].flatMap(([e,{image:t}])=>t.healthcheck?e:[]))
const k=await createStack({...{docker:t,api:n,signal:a,composePath:e.composePath,isLocal:s.isLocal},stack:{...{use:{kind:"smoke",labels:w},project:r,network:e.network,services:m},...{withHealthcheck:y,address:s.publishAddress}}})
c=k.network
for(const[e,t]of k.refused)i.set(e,failedOutcome({phase:"start",symptoms:{startError:t}}))
const v=new Map((await(0,In.Xu)(n,r,a)).map(({service:e,id:t})=>[e,t]))
const b={...{machines:new Map,execution:l},...{commandLimit:(0,Ve.A)(u.cpus),startLimit:(0,Ve.A)(u.cpus)}}
const $={...{docker:t,api:n,run:r,labels:w,signal:a,events:g,reach:s,shared:b,outcomes:i,pulled:p,ids:v},...{members:f,logFolder:e.logFolder,redact:e.redact,onProgress:e.onProgress},jobs:new Set(f.flatMap(e=>e.run==="job"?e.name:[])),network:{key:e.network.name,name:`${r}_${e.network.name}`},queue:admissionQueue(limitsOf(u,l,e.maxParallel))}
await runMembers($,o)}catch(e){h.error=e
h.hasError=true}finally{const e=zs(h)
if(e)await e}}}catch(t){const n=whyNoAnswer(t,e.signal)
if(n===undefined)throw t
for(const{name:t}of e.members)if(!i.has(t))i.set(t,{kind:"unknown",why:n})}finally{if(d)u=await(0,jn.removeRun)(n,r).catch(e=>unremovedRun(e,r))}return{network:c,outcomes:i,created:d,leftovers:u}}const qs=.8
function limitsOf({cpus:e,memory:t},n,s){const r=s??e*(n==="native"?4:2)
return{slots:Math.max(r,1),memory:t*qs}}async function runMembers(e,t){const{api:n,ids:s,members:r,signal:i}=e
const o=new Map(r.map(({name:e})=>[e,Promise.withResolvers()]))
const a=new Map(r.map(({name:e})=>[e,Promise.withResolvers()]))
const c=r.map(async(c,d)=>{const{name:u}=c
const l=r.slice(d+1).filter(({needs:e})=>e.includes(u))
try{await runMember(e,c,{needsReady:Promise.all(c.needs.map(e=>o.get(e)?.promise)),markReady:()=>o.get(u)?.resolve(undefined),dependentsDone:Promise.all(l.map(e=>a.get(e.name)?.promise))})}catch(e){t.abort(e)
throw e}finally{o.get(u)?.resolve(whyNeedUnavailable(u,e.outcomes.get(u)))
a.get(u)?.resolve()}const f=s.get(u)
if(f!==undefined)await(0,jn.removeContainers)(n,[f],i).catch(()=>{})})
const d=await Promise.allSettled(c)
i.throwIfAborted()
const u=d.find(({status:e})=>e==="rejected")
if(u?.status==="rejected")throw u.reason}function whyNeedUnavailable(e,t){if(t?.kind==="unknown")return t.why.startsWith("not started")?`${e} was ${t.why}`:`${e}: ${t.why}`
if(t?.failedNeed!==undefined)return`${e} failed because ${t.failedNeed}`
const{failure:n}=t?.result??{}
if(n!==undefined)return whyNeedFailed(e,{...n.symptoms,log:t?.log?.lines??[]},n.cause)
return t?.missingPermissions===undefined?`its need ${e} is not ready`:`${e} is healthy only without hardening`}const failedOutcome=e=>({kind:"tested",result:{probes:[],failure:e}})
const Vs=new Set(["ENOSPC","EDQUOT","EROFS"])
function whyNoAnswer(e,t){if(t.aborted){const e=(0,Q.l7)(t)
if(e!==undefined)return e
return t.reason instanceof DOMException&&t.reason.name==="TimeoutError"?"smoke reached its time limit":"interrupted"}if(e instanceof Pn.Rd)return`no answer from the engine: ${e.message}`
const{code:n,message:s}=e
return n!==undefined&&Vs.has(n)?`this machine's disk: ${s}`:undefined}function unremovedRun(e,t){if(!(e instanceof Pn.Rd))throw e
return[`all of ${t}`]}const Ks=4
async function pullAll(e,t){const n=(0,Ve.A)(Ks)
const s=new Map
const r=e.members.map(t=>n(async()=>({member:t,result:await pullMember(t,e)})))
for(const{member:e,result:n}of await Promise.all(r)){const{name:r}=e
if(n.kind==="pulled")s.set(r,n)
else if(n.kind==="unknown")t.set(r,n)
else{const{why:e}=n
t.set(r,failedOutcome({phase:"pull",symptoms:{startError:e},cause:e}))}}return s}function pinnedRef(e){return`${(0,Z._M)(e.ref)}@${e.digest}`}function whySkipped(e,t){return t.policy.smoke==="off"?"policy.smoke is off":(0,Ct.hb)((0,Ct.Ae)(e,t))}function selectMembers(e,t,n,s=[]){const r=new Map(e.services.map(e=>[e.name,e]))
const i=new Map(e.externals.map(e=>[e.name,e]))
const o=new Map(t.filter(e=>e.platform===n).map(e=>[e.service,e]))
const a=new Map
const c=new Map
const u=new Set
const add=e=>{if(a.has(e)||u.has(e))return undefined
const t=c.get(e)
if(t!==undefined)return t
u.add(e)
const n=find(e)
const s=typeof n==="string"?n:n.needs.map(add).find(e=>e!==undefined)
u.delete(e)
if(s!==undefined)c.set(e,s)
else if(typeof n!=="string")a.set(e,n)
return s}
const find=t=>{const a=i.get(t)
if(a!==undefined)return{...a,role:"external"}
const c=r.get(t)
if(c===undefined)return`${t} is neither a service nor an external of the catalog`
const u=s.find(e=>e.service===t&&e.platform===n)
const l=o.get(t)??u??unchangedImage(e,c,n)
if(l===undefined)return`no image of ${t} for ${n}, neither from this run nor published`
const{env:f,ports:p,health:m,timing:h,needs:g,hardening:w,policy:y,command:k}=c
const v=o.has(t)&&whySkipped(e,c)===undefined?"tested":"dependency"
return{...{name:t,role:v,image:pinnedRef(l),platform:n,env:f,ports:p,needs:g,hardening:w,policy:y},...(0,d.s)({publishedTag:l.publishedTag,health:m,timing:h,command:k}),...c.run==="job"&&{run:"job"}}}
const l=[]
for(const t of o.values()){const n=r.get(t.service)
const s=n&&whySkipped(e,n)
const i=s===undefined?add(t.service):undefined
if(s!==undefined)l.push({image:t,verdict:"skipped",reason:s})
else if(i!==undefined)l.push({image:t,verdict:"not tried",reason:i})}return{members:[...a.values()],unstarted:l}}function unchangedImage(e,t,n){const s=e.images.find(e=>e.service===t.name&&e.platform===n)
if(s?.decision.kind!=="unchanged")return undefined
return{service:t.name,platform:n,ref:t.image,digest:s.decision.digest}}function publishedDependencies(e,{needs:t}){const n=new Set(t)
const s=[]
for(const t of n){const r=e.find(e=>e.name===t)
for(const e of r?.needs??[])n.add(e)
if(r?.publishedTag===undefined)continue
const i=r.image.slice(r.image.indexOf("@")+1)
s.push(`${t}:${r.publishedTag} (${i.slice(0,19)})`)}return s}const Js=25
function verdictRow(e,t,n){const{name:s,image:r}=e
const i=r.slice(r.indexOf("@")+1)
const o={service:s,platform:t,ref:r,digest:i}
if(n?.kind!=="tested")return{...o,verdict:"unknown",reason:(0,oe.Ov)(n?.why??"not tried"),probes:[]}
const{result:a,exit:c,log:u,missingPermissions:l,failedNeed:f}=n
const{probes:p,architecture:m,emulated:h,startedAt:g,durationMs:w,readyMs:y,note:k}=a
const v=ignoredSigterm(n)
const b=a.failure===undefined
const $={...{...o,probes:p},...(0,d.s)({architecture:m,emulated:h,startedAt:g,durationMs:w,readyMs:y}),...(0,d.s)({stopMs:b?c?.stopMs:undefined,killed:b&&v?true:undefined}),...(0,d.s)({logFile:u?.file,needs:l})}
const x=whyUndecided(t,n)??(f&&`a need failed: ${f}`)
if(x!==undefined)return{...$,verdict:"unknown",reason:(0,oe.Ov)(x)}
const S=failureOf(e,n)
if(S!==undefined)return{...$,verdict:"unhealthy",failure:S}
const O=[l&&formatNeeds(l),h?undefined:v&&`${v}; ${Zs}`].filter(e=>e!==undefined)
const E=[h&&v&&stopNotJudged(n),k].filter(e=>e!==undefined)
return{...{...$,verdict:"healthy"},...O.length>0&&{warnings:O},...E.length>0&&{reason:E.join("; ")}}}const formatNeeds=e=>`needs: ${e.join(", ")}`
const Zs="process 1 has no default signal handler: handle SIGTERM, or start it through an init such as tini"
const stopNotJudged=({exit:e})=>`stop not judged under emulation: killed ${formatSeconds(e?.stopMs??0)} after SIGTERM, where QEMU can hang`
function ignoredSigterm({exit:e}){return e?.killed===true&&!e.outOfMemory?`ignores SIGTERM: killed after ${formatSeconds(e.stopMs??0)}`:undefined}function whyUndecided(e,{result:t,log:n}){const{failure:s,architecture:r,emulated:i}=t
if(s===undefined)return undefined
const o=[s.symptoms.startError??"",...n?.lines??[]]
if(r!==undefined&&r===(0,us.yC)(e)&&o.some(e=>/exec format error/i.test(e)))return`the engine's machine cannot run ${e}: emulation is not set up`
if(o.slice(-Js).some(e=>/no space left on device|ENOSPC/i.test(e)))return"no space left on the engine's disk, or on a tmpfs that the service writes to"
return i&&emulationCause(s,n?.lines??[])}function failureOf({policy:e},t){const{result:n,log:s,missingPermissions:r,exit:i}=t
const{failure:o,probes:a,state:c}=n
const d=s?.lines??[]
const u=d.slice(-Js)
if(o!==undefined){const{exit:e,probe:t}=o.symptoms
const n=t?.error??a.findLast(({ok:e})=>!e)?.error
return{phase:o.phase,guess:(0,oe.Ov)(o.cause??likelyCause({...o.symptoms,log:d})),...n!==undefined&&{lastProbe:(0,oe.Ov)(n)},...e&&exitFields(e),...c&&c.healthLog.length>0&&{healthLog:c.healthLog},...c&&c.ports.length>0&&{ports:c.ports},...c&&{inspect:c.inspect},log:u}}if(r!==undefined&&e?.hardening!=="advisory"){const e=`healthy only without hardening; ${formatNeeds(r)}`
return{phase:"ready",guess:e,log:u}}const l=ignoredSigterm(t)
if(l===undefined||n.emulated||e?.stop!=="required")return undefined
const f=`${l}; ${Zs}`
return{phase:"stop",guess:f,log:u,...i&&exitFields(i)}}const exitFields=e=>({exitCode:e.exitCode,exitMeaning:diagnose_exitMeaning(e.exitCode,e)})
const Xs=30*6e4
async function runSmoke(e){const{plan:t,images:n,api:r,outDir:i,options:o={}}=e
const a=En.performance.now()
const c=AbortSignal.timeout(o.deadlineMs??Xs)
const u=AbortSignal.any([c,...e.signal?[e.signal]:[]])
await(0,s.mkdir)(i,{recursive:true})
if(n.length>0)await(0,jn.removeLeftovers)(r,u).catch(ignoreUnreachableEngine)
const l=[...new Set(n.map(({platform:e})=>e))]
const f=[]
for(const t of l)f.push(await smokePlatform({...e,options:o,signal:u,platform:t,platforms:l}))
const p=f.flatMap(e=>e.rows)
const m=f.find(e=>e.composeFile!==undefined)?.composeFile
const h=f.flatMap(e=>e.leftovers)
const g=f.findLast(e=>e.network!==undefined)?.network??t.network
return{...{kind:"lucid.smoke",version:1,revision:t.source.revision,network:g},services:n.flatMap(e=>p.filter(t=>t.service===e.service&&t.platform===e.platform)),...(0,d.s)({composeFile:m}),...h.length>0&&{leftovers:h},durationMs:Math.round(En.performance.now()-a)}}function ignoreUnreachableEngine(e){if(!(e instanceof Pn.Rd)&&!(e instanceof DOMException))throw e}async function smokePlatform(e){const{plan:t,docker:n,api:i,options:o,outDir:a,progress:c,signal:d,platform:u,platforms:l}=e
const{members:f,unstarted:p}=selectMembers(t,e.images,u,e.supporting)
const subject=e=>l.length>1?`${e} ${u}`:e
const m=p.map(({image:e,verdict:t,reason:n})=>({...{service:e.service,platform:u,ref:pinnedRef(e),digest:e.digest},...{verdict:t,reason:n,probes:[]}}))
if(f.length===0)return{rows:m,leftovers:[]}
const h=u.replaceAll("/","-")
const g=(0,r.join)(a,u===l[0]?"compose.smoke.yml":`compose.smoke.${h}.yml`)
const w=(0,r.join)(a,"logs",l.length>1?h:"")
await(0,s.mkdir)(w,{recursive:true})
const{mirrored:y=e=>e,redact:k=(0,Ke.$)([])}=o
const{network:v,outcomes:b,created:$,leftovers:x}=await runStack({...{docker:n,api:i,platform:u,network:t.network,signal:d,composePath:g,logFolder:w,redact:k},members:f.map(e=>e.role==="external"?{...e,image:y(e.image)}:e),...{maxParallel:o.maxParallel,reach:o.reach,images:o.images??"pull"},onProgress:(e,t,n)=>c({stage:"smoke",subject:subject(e.name),state:t,text:k(n)}),onPullProgress:(e,t,n)=>c({stage:"pull",subject:subject(e.name),state:t,...n}),credentials:o.credentials??(async()=>undefined)})
for(const e of f.filter(({role:e})=>e==="tested")){const t=redactRow(verdictRow(e,u,b.get(e.name)),k)
const n=withDependencyNote(t,publishedDependencies(f,e))
const s=(0,r.join)(w,`${e.name}.diagnosis.txt`)
const i=n.failure===undefined?n:{...n,failure:{...n.failure,file:s}}
c({stage:"smoke",subject:subject(e.name),...verdictProgress(i)})
m.push(i)}return{rows:m,network:v,leftovers:x,...$&&{composeFile:g}}}function redactRow(e,t){const{reason:n,warnings:s,probes:r,failure:i}=e
return{...e,...(0,d.s)({reason:n&&t(n),warnings:s?.map(t)}),probes:r.map(({error:e,...n})=>({...n,...(0,d.s)({error:e&&t(e)})})),...i!==undefined&&{failure:redactFailure(i,t)}}}function redactFailure(e,t){const{guess:n,lastProbe:s,healthLog:r,inspect:i,log:o}=e
return{...e,...{guess:t(n),log:o.map(t)},...(0,d.s)({lastProbe:s&&t(s),healthLog:r?.map(e=>({...e,output:t(e.output)})),inspect:i&&mapValues(i,e=>typeof e==="string"?t(e):e)})}}const mapValues=(e,t)=>Object.fromEntries(Object.entries(e).map(([e,n])=>[e,t(n)]))
function withDependencyNote(e,t){if(t.length===0)return e
const n=`used published images, since this run did not build them: ${t.join(", ")}`
return{...e,reason:[e.reason,n].filter(e=>e!==undefined).join("; ")}}function verdictProgress(e){const{verdict:t,failure:n,reason:s,warnings:r=[]}=e
const i=[...r.map(e=>`warning: ${e}`),...s===undefined?[]:[s]]
if(t==="healthy")return{state:"done",text:["healthy",...i].join("; ")}
if(n===undefined)return{state:"failed",text:s??t}
const o=n.log.length===0?[]:[{text:"last lines of its log",state:"failed",log:n.log}]
const a={text:`diagnosis: ${n.file}`,state:"failed",log:[]}
return{state:"failed",text:n.guess,steps:[...o,a]}}var Qs=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var er=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function smoke(e,t){const n=(0,B.cs)(e,t)
await removeDiagnoses(e.out)
const s=await loadOrMakePlan(e,t,n,"to-run")
const r=await buildResultFromRegistry(s,n)
const i=await smokeBuilt(e,t,{registry:n,plan:s,build:r})
const o=i.services.filter(({verdict:e})=>e!=="skipped")
await storeJobResults(o,"tried",s,{...t,options:e})
return i}async function smokeBuilt(e,t,n){const s={stack:[],error:void 0,hasError:false}
try{const{registry:r,plan:i,build:o}=n
const a=o.images.flatMap(({service:e,platform:t,contentRef:n,digest:s})=>s===undefined?[]:[{service:e,platform:t,ref:n,digest:s}])
const c=a.filter(({service:e})=>i.selected.includes(e))
const u=await skipReasons(e,n,c)
const l=c.filter(e=>u(e)===undefined)
const f=await publishedNeeds({plan:i,registry:r,log:t.log},l,a)
const p=[...a.filter(e=>!l.includes(e)),...f]
const m=Qs(s,await openSmokeEngine(l,e,t),true)
const h=await runSmoke({...{plan:i,images:l,supporting:p,docker:m.docker,api:m.api,outDir:e.out},...{progress:t.progress,signal:t.signal},options:{...{reach:m.reach,credentials:(0,On.d8)(t)},...(0,d.s)({maxParallel:e.maxParallel}),mirrored:e=>r.mirrored(e),redact:(0,Ke.$)(await maskedValues(t))}})
const g=h.services.map(e=>({...e,trial:criteriaHash(i,e.service)}))
const w=c.flatMap(e=>skippedRows(i,e,u(e)))
const position=e=>c.findIndex(({service:t,platform:n})=>t===e.service&&n===e.platform)
const y=[...(0,C.jv)(g,t),...w].sort((e,t)=>position(e)-position(t))
const k=await writeSmokeFiles(e.out,{...h,services:y})
await recordVerdicts(g,{...n,published:f},t)
return k}catch(e){s.error=e
s.hasError=true}finally{const e=er(s)
if(e)await e}}const criteriaHash=(e,t)=>(0,X.fO)(e,(0,he.k)(e,t)).hash
async function openSmokeEngine(e,t,{docker:n,exec:s,env:r,signal:i}){if(e.length===0)return{...{docker:n,api:(0,xn.v)("",r),reach:(0,$n.H)("127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}
const o={host:t.dockerHost,context:t.dockerContext}
const a=await(0,bn.connectEngine)(n,o,{env:r,signal:i})
try{await(0,Sn.requireCompose)({...a,exec:s,env:r,signal:i})
return a}catch(e){await a[Symbol.asyncDispose]()
throw e}}async function recordVerdicts(e,{plan:t,build:n,published:s,...r},i){const{source:o}=t
const{revision:a}=o
if((0,w.ty)(o))return
const c=r.registry.withSignal((0,Q.Z5)(i.signal))
const u=await Promise.all(e.map(async({service:e,platform:r,digest:i,verdict:u})=>{if(u!=="healthy"&&u!=="unhealthy")return undefined
const l=(0,he.k)(t,e)
const publishedDigest=e=>s.find(t=>t.service===e&&t.platform===r)?.digest
const f=(0,X.ZZ)(t,l,e=>(0,be.iQ)(t,n,e,r)??publishedDigest(e))
const p={...{service:e,verdict:u,revision:a,...(0,te.nx)(o)},...{...(0,X.fO)(t,l),...(0,d.s)({needs:f})}}
return(0,Nt.oH)(c,l.image,i,p).then(()=>undefined,e=>e.message.split("\n",1)[0])}))
const l=u.filter(e=>e!==undefined)
if(l.length===0||(0,Q.mm)(i.signal))return
const f=l.length===1?"a smoke result":`${l.length} smoke results`
i.log(`${f} could not be recorded in the registry (${l[0]}): pass smoke.json to publish`)}async function skipReasons({smoke:e},{plan:t,build:n,registry:s},r){if(e==="off")return()=>({reason:"smoke is off"})
const policySkip=({service:e})=>{const n=whySkipped(t,(0,he.k)(t,e))
return n===undefined?undefined:{reason:n}}
if(e==="all")return policySkip
const i=new Map
const o=(0,he.B)(e,s,t,n)
const a=r.filter(e=>policySkip(e)===undefined)
await Promise.all(a.map(async e=>{const t=await o(e)
if(t.kind==="passed")i.set(`${e.service} ${e.digest}`,t.revision)}))
const c=t.services.filter(({name:e})=>a.some(t=>t.service===e&&!i.has(`${e} ${t.digest}`)))
const d=e==="dependents"?new Set((0,T.hO)(t.services,c,()=>[]).map(({name:e})=>e)):undefined
return e=>{const{service:t,digest:n}=e
const s=d?.has(t)?undefined:i.get(`${t} ${n}`)
if(s===undefined)return policySkip(e)
return{reason:`the same image passed smoke before, for ${s.slice(0,12)}`,passedBefore:s}}}function skippedRows(e,t,n){if(n===undefined)return[]
const{service:s,platform:r,digest:i}=t
const o={service:s,platform:r,ref:pinnedRef(t),digest:i,trial:criteriaHash(e,s)}
return[{...o,verdict:"skipped",...n,probes:[]}]}async function stage_run(e,t,n){const s=t.now()
await removeDiagnoses(e.out)
const r=(0,B.cs)(e,t)
const i=e.smoke==="off"?"to-build":"to-run"
const{progress:o}=t
const{plan:a,findings:c,skipped:d,selected:u}=await(0,yn.E)(o,"plan",()=>(0,A.planAndLint)(e,t,{registry:r,scope:i,lint:"all"}))
let l={plan:a}
try{l={...l,lint:await writeLint(e.out,c,u,{skipped:d})}
const s=await(0,yn.E)(o,"build",()=>prefetchBuild(a,r,n))
const i=publishEarly(e,t,r,{plan:a,...s}).catch(()=>undefined)
const f=await(0,yn.E)(o,"build",()=>buildPlan({options:e,context:t,registry:r,plan:a},s)).finally(async()=>{const e=await i
if(e!==undefined)l={...l,publish:e}})
l={...l,build:f}
const p=await(0,yn.E)(o,"smoke",()=>smokeBuilt(e,t,{registry:r,plan:a,build:f}))
l={...l,smoke:p}
const m=await(0,yn.E)(o,"publish",async()=>publishBuilt(e,t,r,{plan:a,build:f,smoke:p,early:await i}))
l={...l,publish:m}}catch(n){await writeReport(e,t,{...l,plan:a}).catch(()=>undefined)
throw n}l={...l,durationMs:Math.round(t.now()-s)}
const f=await(0,yn.E)(o,"report",()=>writeReport(e,t,{...l,plan:a}))
return{...l,report:f}}var tr=n(89433)
var nr=n(19096)
var sr=n(7678)
const rr=m.Ikc({Name:m.YjP(),ServerVersion:m.YjP(),OSType:m.YjP(),Architecture:m.YjP()})
const ir={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
async function readHostInfo(e,t){const n=await(0,Pn.U1)(e,{method:"GET",path:"/info",signal:t})
if(!n.ok)throw new Pn.Rd(n.why)
const s=rr.safeParse(n.value).data
if(s===undefined)throw new Pn.Rd("the answer is not from a Docker engine")
const r=ir[s.Architecture]??s.Architecture
return{name:s.Name,engine:s.ServerVersion,platform:`${s.OSType}/${r}`}}const or=m.Ikc({Id:m.YjP(),RepoDigests:m.YOg(m.YjP()).nullish(),Created:m.YjP().nullish(),Config:m.Ikc({Labels:m.g1P(m.YjP(),m.YjP()).nullish()}).nullish()})
const ar=m.YOg(m.Ikc({RepoDigests:m.YOg(m.YjP()).nullish()}))
const cr="org.opencontainers.image.revision"
async function findOnHost(e,t,n){const{service:s,platform:r,ref:i,image:o,facts:a}=t
const c={service:s,platform:r,ref:i}
const d=a&&{published:imageIdentity(a.indexDigest??a.digest,a.labels[cr],a.created)}
for(const t of a===undefined?[]:[a.indexDigest,a.digest]){const s=t===undefined?undefined:await inspect(e,`${o}@${t}`,n)
if(s!==undefined&&t!==undefined)return{...c,...d,state:"present",here:imageIdentity(t,labelOf(s),s.Created)}}const u=a&&await findSame(e,t,a.digest,n)
if(u!==undefined)return{...c,...d,state:"present",here:u}
const l=await inspect(e,i,n)
const[f]=l?.RepoDigests?.flatMap(e=>e.split("@")[1]??[])??[]
const p=l&&f!==undefined?{here:imageIdentity(f,labelOf(l),l.Created)}:undefined
const m=a===undefined?"unpublished":p===undefined?"absent":"old"
return{...c,...d,...p,state:m}}async function findSame(e,{image:t,manifestOf:n},s,r){const i=(0,Z.hG)((0,Z.F2)(t))
const o=encodeURIComponent(JSON.stringify({reference:[i]}))
const a=await(0,Pn.U1)(e,{method:"GET",path:`/images/json?filters=${o}`,signal:r})
const c=a.ok?ar.safeParse(a.value).data??[]:[]
for(const t of new Set(c.flatMap(({RepoDigests:e})=>e??[]))){const[o,a=""]=t.split("@")
if(o!==i||await n(a)!==s)continue
const c=await inspect(e,t,r)
if(c!==undefined)return imageIdentity(a,labelOf(c),c.Created)}return undefined}const labelOf=({Config:e})=>e?.Labels?.[cr]
function imageIdentity(e,t,n){return{digest:e,...(0,d.s)({revision:t}),...n&&{created:n}}}async function inspect(e,t,n){const s=await(0,Pn.U1)(e,{method:"GET",path:`/images/${t}/json`,signal:n})
return s.ok?or.safeParse(s.value).data:undefined}var dr=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var ur=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function verifyHost(e,t){const n={stack:[],error:void 0,hasError:false}
try{const s=t.now()
const i=(0,B.cs)(e,t)
const o=await(0,B.O_)(e,t)
const{signal:a,progress:c}=t;(0,T.FE)(e.platform,o.services)
const u=await(0,B.oD)(e,o.root,t)
const l=(0,T.Zo)(o,{services:e.service,phases:e.phase})
const f={host:e.dockerHost,context:e.dockerContext}
const p=dr(n,await(0,bn.connectEngine)(t.docker,f,{env:t.env,signal:a}),true)
await(0,Sn.requireCompose)({...t,...p})
const m=await readHostInfo(p.api,a)
const h=(0,T.hB)(e.platform)
const g=h.length>0?h:[m.platform]
const floating=e=>(0,$e.T)(e,(0,w.BK)(u),o).floating[0]
const readCopy=async(e,t)=>{const n=await i.manifest(e)
return n&&(0,Yt.SC)(n,t)}
const findPublished=async(e,t)=>{const n=floating(e)
if(n===undefined||!e.platforms.includes(t))return undefined
const s=`${e.image}:${n}`
const{name:r,image:o}=e
const[c,d]=await Promise.all([i.imageFacts(s,t),Promise.all((0,Yt.bn)(n,2).map(e=>readCopy(`${o}:${e}`,e)))])
const u=(0,Yt.U)(n,c&&(c.indexDigest??c.digest),d)
if(u!==undefined)return{service:r,platform:t,ref:s,state:"foreign",foreign:u}
const manifestOf=async e=>(await i.imageFacts(`${o}@${e}`,t).catch(()=>undefined))?.digest
return findOnHost(p.api,{service:r,platform:t,ref:s,image:o,facts:c,manifestOf:manifestOf},a)}
const y=(await Promise.all(o.services.flatMap(e=>g.map(t=>findPublished(e,t))))).filter(e=>e!==undefined)
const k=new Set(l.map(({name:e})=>e))
const v=y.filter(({service:e})=>k.has(e))
const runnable=e=>e.flatMap(({service:e,platform:t,ref:n,here:s})=>s===undefined?[]:[{service:e,platform:t,ref:n,digest:s.digest}])
const b=await kindsOf(o,(0,D.z)(o.root,t),i)
const $={...b,...{kind:"lucid.plan",version:1,root:o.root,source:u,project:o.project},...{network:o.network,phases:o.phases,services:o.services,planned:o.planned},...{externals:o.externals,selected:[...k],tags:{},waves:[],matrix:{include:[]}}}
const x=r.join(e.out,"host")
await removeDiagnoses(x)
const S=await runSmoke({...{plan:$,docker:p.docker,api:p.api,progress:c,signal:a,outDir:x},images:runnable(v),supporting:runnable(y.filter(({service:e})=>!k.has(e))),options:{...{images:"present",reach:p.reach,mirrored:e=>i.mirrored(e)},...(0,d.s)({maxParallel:e.maxParallel})}})
const O={...{kind:"lucid.verify-host",version:1,host:m,images:v},smoke:await writeSmokeFiles(x,S),durationMs:Math.round(t.now()-s)}
await(0,C.ft)(e.out,O)
return O}catch(e){n.error=e
n.hasError=true}finally{const e=ur(n)
if(e)await e}}async function kindsOf(e,t,n){const s=e.services.some(t=>(0,Ct.Ae)({...e,images:[]},t)==="base")
if(!s)return{images:[]}
const{files:r}=await(0,B.rB)(e.root,t)
const i=(0,tr.B)(n)
const o=(0,rt.c)(e,r,(e,t)=>i(e,t).catch(()=>undefined))
const a=await o.readAll(e.services,[],"to-build")
const c=a.flatMap(e=>{if(e.trace===undefined)return[]
const t=(0,nr.Mq)(e.service,e.platform,"",{kind:"build",reasons:[]})
const n=e.command??(e.trace.finalStage.base.kind==="named"?"inherited":undefined)
return[{...t,...n&&{command:n}}]})
return{images:c,parents:(0,sr.LR)(a)}}}),9792:((e,t,n)=>{n.d(t,{f:()=>fingerprintFindings})
var s=n(77598)
function fingerprint({code:e,message:t,at:n},r){const i=n?.line===undefined?undefined:lineOf(r(n.file),n.line)
const o=i===undefined||i===""?["message",t]:["line",i]
return(0,s.createHash)("sha256").update(JSON.stringify([e,n?.file??"",...o])).digest("hex").slice(0,32)}function lineOf(e,t){return e?.split(/\r\n|\r|\n/)[t-1]?.trim().replace(/\s+/g," ")}function fingerprintFindings(e,t){const n=new Map
return e.map(e=>{const s=fingerprint(e,t)
const r=(n.get(s)??0)+1
n.set(s,r)
return{finding:e,fingerprint:s,occurrence:r}})}}),6166:((e,t,n)=>{n.d(t,{Ge:()=>throwIfDiskFull,Rd:()=>EngineUnavailable,ST:()=>runDocker,U1:()=>engineRequest,fM:()=>lastLine})
var s=n(16496)
class EngineUnavailable extends Error{name="EngineUnavailable"}const r=/no space left on device/i
const i=new RegExp([...["cannot connect to the docker daemon","error during connect","is the docker daemon running"],...["docker daemon is not running",r.source]].join("|"),"i")
async function runDocker(e,t,n={}){const s={COMPOSE_DISABLE_ENV_FILE:"1",...n.env}
const r=await e(t,{...n,env:s}).catch(e=>{throw new EngineUnavailable(e instanceof Error?e.message:String(e),{cause:e})})
n.signal?.throwIfAborted()
if(r.exitCode!==0&&i.test(r.stderr))throw new EngineUnavailable(lastLine(r.stderr))
return r}async function engineRequest(e,t){const n=await e(t).catch(e=>{t.signal?.throwIfAborted()
const n=e instanceof Error?e.message:String(e)
throw new EngineUnavailable(`the Docker daemon does not answer: ${n}`,{cause:e})})
const{status:r,text:i}=n
if(r<400)return{ok:true,value:(0,s.qF)(i)}
const o=(0,s.Ag)((0,s.qF)(i))?.message
const a=typeof o==="string"?lastLine(o):`the engine answered ${r}`
throwIfDiskFull(a)
return{ok:false,status:r,why:a}}function throwIfDiskFull(e){if(r.test(e))throw new EngineUnavailable(e)}function lastLine(e){return e.trimEnd().split("\n").at(-1)?.trim()??""}}),76734:((e,t,n)=>{n.d(t,{Ty:()=>engineInfo,Xu:()=>inspectContainers,aH:()=>inspectContainer,hF:()=>inspectLocalImage,ts:()=>listContainers})
var s=n(12311)
var r=n(39893)
var i=n(68261)
var o=n(6166)
const a=s.Ikc({SystemTime:s.YjP(),NCPU:s.aig(),Architecture:s.YjP(),MemTotal:s.aig()})
async function engineInfo(e,t){const n=await(0,o.U1)(e,{method:"GET",path:"/info",signal:t})
if(!n.ok)throw new o.Rd(n.why)
const s=a.safeParse(n.value).data
if(s===undefined)throw new o.Rd("the server that answers is not a Docker engine")
const{NCPU:r,MemTotal:i,Architecture:c,SystemTime:d}=s
return{cpus:r,memory:i,machine:c,time:d}}const c=s.Ikc({Architecture:s.YjP(),Os:s.YjP(),Config:s.Ikc({Healthcheck:s.Ikc({Test:s.YOg(s.YjP()).nullish(),Timeout:s.aig().nullish(),Retries:s.aig().nullish()}).nullish(),Shell:s.YOg(s.YjP()).nullish()}).nullish()})
async function inspectLocalImage(e,t,n){const s=await(0,o.U1)(e,{method:"GET",path:`/images/${t}/json`,signal:n})
const r=s.ok?c.safeParse(s.value).data:undefined
if(r===undefined)return undefined
const{Test:i,Timeout:a,Retries:d}=r.Config?.Healthcheck??{}
const[u,...l]=i??[]
const f=r.Config?.Shell??["/bin/sh","-c"]
const p=u==="CMD"?l:u==="CMD-SHELL"?[...f,l.join(" ")]:[]
return{platform:`${r.Os}/${r.Architecture}`,...p.length>0&&{healthcheck:{argv:p,timeoutMs:(a||3e10)/1e6,retries:d||3}}}}const d=s.Ikc({Id:s.YjP(),Path:s.YjP(),Args:s.YOg(s.YjP()).nullish(),RestartCount:s.aig(),State:s.Ikc({Status:s.YjP(),Running:s.zMY(),OOMKilled:s.zMY(),Pid:s.aig(),ExitCode:s.aig(),Error:s.YjP(),StartedAt:s.YjP(),FinishedAt:s.YjP(),Health:s.Ikc({Status:s.YjP(),Log:s.YOg(s.Ikc({ExitCode:s.aig(),Output:s.YjP()})).nullish()}).nullish()}),Config:s.Ikc({Env:s.YOg(s.YjP()).nullish(),WorkingDir:s.YjP().nullish(),User:s.YjP().nullish(),Labels:s.g1P(s.YjP(),s.YjP()).nullish()}),NetworkSettings:s.Ikc({Ports:s.g1P(s.YjP(),s.YOg(s.Ikc({HostIp:s.YjP(),HostPort:s.YjP()})).nullable()).nullish(),Networks:s.g1P(s.YjP(),s.Ikc({DNSNames:s.YOg(s.YjP()).nullish()})).nullish()})})
const u="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
async function inspectContainers(e,t,n){const s=await listContainers(e,t,n)
const r=await Promise.all(s.map(t=>inspectContainer(e,t,n)))
return r.filter(e=>e!==undefined)}async function inspectContainer(e,t,n){const s=await(0,o.U1)(e,{method:"GET",path:`/containers/${t}/json`,signal:n})
return s.ok?parseContainer(d.parse(s.value)):undefined}const l=s.YOg(s.Ikc({Id:s.YjP()}))
async function listContainers(e,t,n){const s={all:"1",filters:JSON.stringify({label:[`com.lucid.run=${t}`]})}
const r=await(0,o.U1)(e,{method:"GET",path:"/containers/json",query:s,signal:n})
if(!r.ok)throw new o.Rd(r.why)
return l.parse(r.value).map(({Id:e})=>e)}function parseContainer(e){const{Id:t,Path:n,Args:s,RestartCount:o,State:a,Config:c,NetworkSettings:d}=e
const l=Object.entries(d.Ports??{}).flatMap(([e,t])=>{const[n,s]=e.split("/")
const r=t?.[0]?.HostPort
return s==="tcp"&&r!==undefined?[[Number(n),Number(r)]]:[]})
const f=Object.values(d.Networks??{}).flatMap(({DNSNames:e})=>e??[])
const p=c.WorkingDir||"/"
const m=a.Error===""?undefined:a.Error
return{healthLog:(a.Health?.Log??[]).map(({ExitCode:e,Output:t})=>({exitCode:e,output:(0,i.Ov)(t.trim().slice(-500))})),excerpt:{Command:(0,i.Ov)([n,...s??[]].join(" "),200),...{WorkingDir:p,User:c.User||"root",Status:a.Status,ExitCode:a.ExitCode},OOMKilled:a.OOMKilled,...(0,r.s)({Error:m&&(0,i.Ov)(m),Health:a.Health?.Status}),...{RestartCount:o,StartedAt:a.StartedAt,FinishedAt:a.FinishedAt}},id:t,service:c.Labels?.["com.docker.compose.service"]??"",project:c.Labels?.["com.docker.compose.project"]??"",program:n,searchPath:c.Env?.find(e=>e.startsWith("PATH="))?.slice(5)??u,workingDir:p,running:a.Running,pid:a.Pid,exitCode:a.ExitCode,outOfMemory:a.OOMKilled,ports:new Map(l),...(0,r.s)({startError:m,dnsNames:f.length>0?f:undefined})}}}),5119:((e,t,n)=>{n.r(t)
n.d(t,{currentOwner:()=>currentOwner,isOwnerDead:()=>isOwnerDead,removeContainers:()=>removeContainers,removeLeftovers:()=>removeLeftovers,removeRun:()=>removeRun,runsOnEngine:()=>runsOnEngine,toLabels:()=>toLabels})
var s=n(73024)
var r=n(48161)
var i=n(12311)
var o=n(46226)
var a=n(68261)
var c=n(6166)
var d=n(76734)
const u={run:"com.lucid.run",host:"com.lucid.host",pid:"com.lucid.pid"}
function toLabels({run:e,host:t,pid:n}){return{[u.run]:e,[u.host]:t,[u.pid]:n}}function currentOwner(e){return{run:e,host:thisHost(),pid:`${process.pid}:${startTime(process.pid)??""}`}}function thisHost(){try{return`${(0,r.hostname)()}/${(0,s.readlinkSync)("/proc/self/ns/pid").replace(/\D/g,"")}`}catch{return(0,r.hostname)()}}function startTime(e){try{const t=(0,s.readFileSync)(`/proc/${e}/stat`,"utf8")
return t.slice(t.lastIndexOf(")")+2).split(" ")[19]}catch{return undefined}}function isOwnerDead({host:e,pid:t}){if(e!==thisHost())return false
const[n,s]=t.split(":")
const r=Number(n)
if(!Number.isInteger(r)||r<=0)return false
try{process.kill(r,0)}catch(e){return e.code==="ESRCH"}const i=startTime(r)
return s!==undefined&&s!==""&&i!==undefined&&i!==s}const l=i.YOg(i.Ikc({Id:i.YjP(),Labels:i.g1P(i.YjP(),i.YjP()).nullish()}))
async function listLabelled(e,t,n,s){const r={all:"1",filters:JSON.stringify({label:[n]})}
const i=await(0,c.U1)(e,{method:"GET",path:t,query:r,signal:s})
if(!i.ok)throw new c.Rd(i.why)
return l.parse(i.value)}async function runsOnEngine(e,t){const n=await Promise.all(["/containers/json","/networks"].map(n=>listLabelled(e,n,u.run,t)))
const s=new Map
for(const{Labels:e}of n.flat()){const{[u.run]:t,[u.host]:n,[u.pid]:r}=e??{}
if(t&&n&&r)s.set(t,{run:t,host:n,pid:r})}return[...s.values()]}function removeContainers(e,t,n){const s=t.map(e=>`/containers/${e}`)
return removeAll(e,s,{force:"1",v:"1"},n)}async function removeAll(e,t,n,s){const r=await Promise.all(t.map(t=>(0,c.U1)(e,{method:"DELETE",path:t,query:n,signal:s})))
return r.flatMap(e=>e.ok||e.status===404?[]:[e.why])}async function removeRun(e,t){const{cleanup:n}=o.HK
const s=new o.nO(n,undefined,AbortSignal.timeout(n.totalMs))
for(;;){const n=await removeContainers(e,await(0,d.ts)(e,t))
const r=await listLabelled(e,"/networks",`${u.run}=${t}`)
const i=r.map(({Id:e})=>`/networks/${e}`)
const o=await removeAll(e,i,{})
if(n.length===0&&o.length===0)return[]
if(!await s.wait())return[...n.slice(-1).map(e=>`containers of ${t}: ${(0,a.Ov)(e)}`),...o.slice(-1).map(e=>`networks of ${t}: ${(0,a.Ov)(e)}`)]}}async function removeLeftovers(e,t){const n=(await runsOnEngine(e,t)).filter(isOwnerDead)
for(const{run:t}of n)await removeRun(e,t)
return n.map(({run:e})=>e)}}),84949:((e,t,n)=>{n.d(t,{R:()=>isLayerContent,W:()=>cleanLayerPath})
var s=n(16496)
function isLayerContent(e){const{entries:t,removed:n,emptied:r,size:i}=(0,s.Ag)(e)??{}
return Array.isArray(t)&&t.every(e=>Array.isArray(e)&&typeof e[0]==="string"&&(0,s.E3)(e[1]?.kind))&&[n,r].every(Array.isArray)&&typeof i==="number"}function cleanLayerPath(e){const t=[]
for(const n of e.split("/")){if(n===""||n===".")continue
if(n==="..")t.pop()
else t.push(n)}return t.join("/")}}),17904:((e,t,n)=>{n.d(t,{pK:()=>readExecutable,sb:()=>hasCrlfShebang,yC:()=>unameMachine})
var s=n(39893)
const r=[["386",3,"i686"],["ppc64le",21,"ppc64le"],["s390x",22,"s390x"],["arm",40,"armv7l"],["amd64",62,"x86_64"],["arm64",183,"aarch64"],["riscv64",243,"riscv64"],["loong64",258,"loongarch64"]]
function unameMachine(e){const t=e.split("/")[1]
return r.find(([e])=>e===t)?.[2]}const hasCrlfShebang=e=>e.kind==="script"&&e.interpreter.at(-1)?.endsWith("\r")===true
function readExecutable(e){const t=Buffer.from(e.buffer,e.byteOffset,e.byteLength)
if(t.length>=20&&t.readUInt32BE(0)===2135247942){const e=t[5]===2?t.readUInt16BE(18):t.readUInt16LE(18)
const n=r.find(([,t])=>t===e)?.[2]??`machine ${e}`
return{kind:"elf",machine:n,...(0,s.s)({loader:loaderOf(t)})}}if(t.subarray(0,2).toString("latin1")==="#!"){const e=t.subarray(2,256).toString("utf8").split("\n",1)[0]??""
return{kind:"script",interpreter:e.replace(/^[ \t]+|[ \t]+$/g,"").split(/[ \t]+/)}}return{kind:"other"}}function loaderOf(e){if(e.length<64||e[4]!==2||e[5]!==1)return undefined
const t=Number(e.readBigUInt64LE(32))
const n=e.readUInt16LE(54)
const s=e.readUInt16LE(56)
for(let r=0;r<s&&n>=56;r++){const s=t+r*n
if(s+56>e.length)return undefined
if(e.readUInt32LE(s)!==3)continue
const i=Number(e.readBigUInt64LE(s+8))
const o=Number(e.readBigUInt64LE(s+32))
if(o<2||o>256||i+o>e.length)return undefined
return e.toString("utf8",i,i+o).replace(/\0.*$/s,"")}return undefined}}),65421:((e,t,n)=>{n.d(t,{LS:()=>plural,VK:()=>shortDigest,Xq:()=>formatSize,a3:()=>formatDuration,vm:()=>formatSizeChange})
function formatDuration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const t=Math.round(e/1e3)
if(t<60)return`${t} s`
return`${Math.floor(t/60)} min ${t%60} s`}function formatSize(e){const t=["B","kB","MB","GB","TB"]
let n=e
let s=0
while(n>=999.5&&s<t.length-1){n/=1e3
s+=1}return`${n>=100||s===0?Math.round(n):n.toFixed(1)} ${t[s]}`}function formatSizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${formatSize(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,t,n=`${t}s`){return`${e} ${e===1?t:n}`}}),47479:((e,t,n)=>{n.d(t,{$:()=>redactor})
var s=n(68261)
const r=4
const i=7
const o=1<<13
const a=8
const c=12
const d=57
function redactor(e){const t=[...new Set(e)].filter(e=>e.trim().length>=r)
if(t.length===0)return s.jZ
const n=[findTexts(t.flatMap(partsOf)),...encodedFinders(t)]
const i=t.some(e=>e.includes(" "))
const find=(e,t)=>{for(const s of n)s(e,t)}
return e=>{const t=(0,s.jZ)(e)
const n=[]
find(t,(e,t)=>n.push([e,t]))
for(const{decoded:e,placeOf:s}of decodedViews(t,i))find(e,(e,t)=>n.push([s(e),s(t)]))
return n.length===0?t:replaceRanges(t,n)}}function replaceRanges(e,t){let n=""
let s=0
let r=true
for(const[i,o]of t.toSorted(([e],[t])=>e-t)){if(r||i>s)n+=`${e.slice(s,i)}***`
s=Math.max(s,o)
r=false}return n+e.slice(s)}function partsOf(e){const t=[e,...e.split(/\r\n|\r|\n/)].map(e=>e.trim())
return t.flatMap(e=>[e,Buffer.from(e).toString("latin1")])}class TextIndex{#$e=new Map
#xe=new Uint8Array(1<<u)
constructor(e){for(const t of new Set(e)){if(t.length<r)continue
const e=t.slice(0,r)
const n=this.#$e.get(e)
if(n===undefined)this.#$e.set(e,[t])
else n.push(t)
let s=0
for(let t=0;t<r;t++)s=nextHash(s,e.charCodeAt(t))
this.#xe[s]=1}for(const e of this.#$e.values())e.sort((e,t)=>t.length-e.length)}search(e,t){let n=0
for(let s=0;s<e.length;s++){n=nextHash(n,e.charCodeAt(s))
if(this.#xe[n]===0||s+1<r)continue
const i=s+1-r
const o=this.#$e.get(e.slice(i,s+1))
const a=o?.find(t=>e.startsWith(t,i))
if(a!==undefined)t(i,a.length)}}}const u=20
const nextHash=(e,t)=>(e<<u/r^t)&(1<<u)-1
function findTexts(e){const t=new TextIndex(e)
return(e,n)=>t.search(e,(e,t)=>n(e,e+t))}function encodedFinders(e){const t=e.map(e=>Buffer.from(e.trim()).subarray(0,o)).filter(({length:e})=>e>=i)
return t.length===0?[]:[findBase64(t.flatMap(base64Forms)),findHex(t)]}function base64Forms(e){return[0,1,2].map(t=>{const n=Buffer.concat([Buffer.alloc(t),e]).toString("base64")
return n.slice(Math.ceil(t*8/6),Math.floor((t+e.length)*8/6))})}function findBase64(e){const t=new TextIndex(e.flatMap(e=>piecesOf(e,a)))
const n=[7,6,5,4]
const s=new Set(e.flatMap(e=>n.map(t=>e.slice(0,t))))
const r=new Set(e.flatMap(e=>n.map(t=>e.slice(-t))))
return(e,i)=>{const o=e.replaceAll("-","+").replaceAll("_","/")
t.search(o,(e,t)=>{const n=e>0&&isBase64(o[e-1])?1:0
const s=/^[A-Za-z0-9+/]?={0,2}/.exec(o.slice(e+t,e+t+3))?.[0].length??0
i(e-n,e+t+s)})
if(o.includes(" ")&&!o.includes("\n"))return
for(const{0:e,index:t}of o.matchAll(/(?<=^|\n)[A-Za-z0-9+/]{4,}={0,2}(?=\n|$)/g)){const o=n.find(t=>r.has(e.slice(0,t)))
if(o!==undefined)i(t,t+o+1)
const a=e.length<d?undefined:n.find(t=>s.has(e.slice(-t)))
if(a!==undefined)i(t+e.length-a-1,t+e.length)}}}const isBase64=e=>e!==undefined&&/[A-Za-z0-9+/]/.test(e)
function findHex(e){const t=new TextIndex(e.flatMap(e=>piecesOf(e.toString("hex"),c)))
return(e,n)=>{const s=e.toLowerCase()
t.search(s,(e,t)=>n(e,e+t))
if(!l.test(s))return
const r=decode(s,f,()=>"")
t.search(r.decoded,(e,t)=>n(r.placeOf(e),r.placeOf(e+t-1)+1))}}const l=/[0-9a-f]{2}[ :][0-9a-f]{2}(?:[ :]?[0-9a-f]{2}){4}/
const f=/(?<=[0-9a-f]{2})[ :](?=[0-9a-f]{2})/g
function piecesOf(e,t){return Array.from({length:Math.max(0,e.length-t+1)},(n,s)=>e.slice(s,s+t))}function*decodedViews(e,t){if(e.includes("%"))yield decode(e,p,([,e=""])=>characterOf(e,16))
if(t&&e.includes("+"))yield decode(e,m,([,e])=>e===undefined?" ":characterOf(e,16))
if(e.includes("&"))yield decode(e,g,readEntity)
if(!e.includes("\\"))return
const n=decode(e,h,readJsonEscape)
yield n
const s=decode(n.decoded,h,readJsonEscape)
if(s.decoded!==n.decoded)yield{...s,placeOf:e=>n.placeOf(s.placeOf(e))}}function decode(e,t,n){let s=""
let r=0
const i=[]
for(const o of e.matchAll(t)){s+=e.slice(r,o.index)+n(o)
r=o.index+o[0].length
i.push({decoded:s.length,original:r})}s+=e.slice(r)
const placeOf=e=>{let[t,n]=[0,i.length]
while(t<n){const s=t+n>>1
if((i[s]?.decoded??0)>e)n=s
else t=s+1}const s=i[t-1]
return s===undefined?e:s.original+e-s.decoded}
return{decoded:s,placeOf:placeOf}}const characterOf=(e,t)=>String.fromCharCode(Number.parseInt(e,t))
const readEntity=([,e,t,n=""])=>e!==undefined?characterOf(e,16):t!==undefined?characterOf(t,10):y[n]??""
const readJsonEscape=([,e,t,n="",s])=>{const r=e??t
return r!==undefined?characterOf(r,16):s??w[n]??""}
const p=/%([0-9a-fA-F]{2})/g
const m=/%([0-9a-fA-F]{2})|\+/g
const h=/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([bfnrt])|(["'\\/]))/g
const g=/&(?:#[xX]0{0,6}([0-9a-fA-F]{1,4})|#0{0,6}(\d{1,5})|(amp|lt|gt|quot|apos));/g
const w={b:"\b",f:"\f",n:"\n",r:"\r",t:"\t"}
const y={amp:"&",lt:"<",gt:">",quot:'"',apos:"'"}}),16760:((e,t,n)=>{n.d(t,{A4:()=>truncateToWidth,Ho:()=>padLeft,M7:()=>padRight,sc:()=>textWidth})
var s=n(93223)
const r=/^[\x20-\x7e]*$/
function textWidth(e){return r.test(e)?e.length:(0,s.A)(e)}function truncateToWidth(e,t){if(textWidth(e)<=t)return e
let n=""
let s=t-1
for(const{segment:t}of(new Intl.Segmenter).segment(e)){s-=textWidth(t)
if(s<0)break
n+=t}return`${n}\u2026`}const padRight=(e,t)=>e+" ".repeat(Math.max(0,t-textWidth(e)))
const padLeft=(e,t)=>" ".repeat(Math.max(0,t-textWidth(e)))+e}),89348:((e,t,n)=>{n.d(t,{r:()=>s})
const s="0.1.0"})}
