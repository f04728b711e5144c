export const id=323
export const ids=[323]
export const modules={3237:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{BJ:()=>ofProblem,Ih:()=>annotationsOf,qw:()=>shownAnnotations})
var _documents_build_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5966)
const shown=10
const maxMessage=4096
function annotationsOf({verifyHost:verifyHost,plan:plan,lint:lint,build:build,verify:verify,smoke:smoke,publish:publish}){const policies=new Map(plan?.services.map(({name:name,policy:policy})=>[name,policy]))
return[...(lint?.findings??[]).map(finding=>ofProblem(finding,levels[finding.severity])),...(build===undefined?plan?.images??[]:[]).flatMap(ofPlanned),...(build?.images??[]).flatMap(ofBuilt),...[...build?.images??[],...verify?.images??[]].flatMap(image=>ofChecks(image,levelOf(policies.get(image.service)?.verify))),...(verifyHost?.images??[]).flatMap(ofHost),...(smoke?.services??[]).flatMap(one=>ofSmoked(one,levelOf(policies.get(one.service)?.smoke))),...(publish?.services??[]).flatMap(ofPublished)]}const levelOf=policy=>policy==="advisory"?"warning":"error"
const levels={error:"error",warning:"warning",note:"notice"}
function ofPlanned({decision:decision}){return decision.kind==="blocked"?decision.problems.map(problem=>ofProblem(problem,"error")):[]}function ofBuilt({service:service,platform:platform,error:error,warnings:warnings=[]}){if(error===undefined)return warnings.map(message=>({level:"warning",title:`${service} (${platform}) was built`,message:message}))
const{message:message,log:log=[],file:file,line:line}=error
return[{level:"error",title:`${service} (${platform}) was not built`,message:[message,...log].join("\n"),...file!==undefined&&{file:file},...line!==undefined&&{line:line}}]}function ofChecks({service:service,platform:platform,checks:checks},level){const failed=(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_0__.H)(checks)
const told=checks.filter(check=>!check.ok&&!failed.includes(check))
const words=list=>list.map(({name:name,expected:expected,actual:actual})=>`${name}: ${actual}, not ${expected}`).join("\n")
const title=`${service} (${platform}) is not as it should be`
return[...failed.length===0?[]:[{level:level,title:title,message:words(failed)}],...told.length===0?[]:[{level:"warning",title:title,message:words(told)}]]}function ofSmoked({service:service,verdict:verdict,failure:failure,reason:reason},level){if(verdict==="healthy"||verdict==="skipped")return[]
const message=[failure?.guess??reason??"no reason known",...failure?.log??[]].join("\n")
return[{level:level,title:`${service} is ${verdict}`,message:message}]}function ofHost({service:service,ref:ref,state:state}){if(state==="absent")return[{level:"error",title:`${service} is not on the host`,message:ref}]
return state==="old"?[{level:"error",title:`${service} is old on the host`,message:ref}]:[]}function ofPublished({service:service,outcome:outcome,reason:reason,tags:tags}){if(outcome==="failed")return[{level:"error",title:`${service} was not published`,message:reason??"no reason known"}]
const held=tags.filter(({state:state})=>state==="held")
if(held.length===0)return[]
const lines=held.map(({tag:tag,why:why})=>`${tag} held: ${why??reason??"no reason known"}`)
return[{level:"warning",title:`${service}: tags held`,message:lines.join("\n")}]}function ofProblem({code:code,message:message,why:why,fix:fix,at:at},level){return{level:level,title:code,message:[message,why,fix&&`fix: ${fix}`].filter(Boolean).join("\n"),...at&&{file:at.file},...at?.line!==undefined&&{line:at.line},...at?.column!==undefined&&{column:at.column}}}function shownAnnotations(all){return["error","warning","notice"].flatMap(level=>{const mine=all.filter(one=>one.level===level).map(one=>({...one,message:cut(one.message)}))
if(mine.length<=shown)return mine
const more=mine.length-shown+1
return[...mine.slice(0,shown-1),{level:level,title:`${more} more`,message:"They are in the log of this step."}]})}const cut=text=>text.length<=maxMessage?text:`${text.slice(0,maxMessage-1)}…`},2882:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Df:()=>withoutCommands,OG:()=>logLines,TF:()=>annotateError,fz:()=>annotate,sc:()=>logProgress})
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7598)
var _actions_core__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(7264)
var _errors_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(6008)
var _harmless_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(2812)
var _interface_progress_line_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(5631)
var _annotations_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(3237)
async function withoutCommands(work){stopCommands()
try{return await work()}finally{allowCommands()}}let token
function stopCommands(){token=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()
console.log(`::stop-commands::${token}`)}function allowCommands(){console.log(`::${token}::`)
token=undefined}function amid(command){const isStopped=token!==undefined
if(isStopped)allowCommands()
command()
if(isStopped)stopCommands()}function logProgress(now){const elapsed=(0,_interface_progress_line_js__WEBPACK_IMPORTED_MODULE_4__.sX)(now)
return event=>{const ms=elapsed(event)
if(event.state!=="done"&&event.state!=="failed")return
const line=(0,_interface_progress_line_js__WEBPACK_IMPORTED_MODULE_4__.oz)(event,ms)
const steps=(0,_interface_progress_line_js__WEBPACK_IMPORTED_MODULE_4__.mR)(event,"all")
if(steps.length===0){console.log(line)
return}amid(()=>_actions_core__WEBPACK_IMPORTED_MODULE_1__.Oh(line))
for(const step of steps)console.log(step)
amid(()=>_actions_core__WEBPACK_IMPORTED_MODULE_1__.N4())}}function logLines(text){for(const line of(0,_harmless_js__WEBPACK_IMPORTED_MODULE_5__.vL)(text))console.log(line)}const write={error:_actions_core__WEBPACK_IMPORTED_MODULE_1__.z3,warning:_actions_core__WEBPACK_IMPORTED_MODULE_1__.$e,notice:_actions_core__WEBPACK_IMPORTED_MODULE_1__.lm}
function annotate(annotations){for(const{level:level,title:title,message:message,file:file,line:line,column:column}of(0,_annotations_js__WEBPACK_IMPORTED_MODULE_3__.qw)(annotations))write[level](message,{title:title,...file!==undefined&&{file:file},...line!==undefined&&{startLine:line},...column!==undefined&&{startColumn:column}})}async function annotateError(error){if(!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.yo)){const{message:message,stack:stack}=error instanceof Error?error:{message:String(error),stack:undefined}
_actions_core__WEBPACK_IMPORTED_MODULE_1__.Yz(stack??"")
_actions_core__WEBPACK_IMPORTED_MODULE_1__.z3(`${message}\nThis is a fault in the action itself; a run with debug logging shows where.`)
return}await withoutCommands(async()=>logLines(error.problems.map(_errors_js__WEBPACK_IMPORTED_MODULE_2__.Vw).join("\n")))
annotate(error.problems.map(problem=>(0,_annotations_js__WEBPACK_IMPORTED_MODULE_3__.BJ)(problem,"error")))}},3142:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{$i:()=>loginState,E8:()=>logIn,je:()=>logOut})
var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(1455)
var node_os__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(8161)
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(6760)
var _actions_core__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(7264)
var _docker_engine_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(7048)
var _errors_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(6008)
var _show_exec_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(2534)
const loginState={folder:"docker-config",host:"login-host"}
async function logIn(options){const{registryUsername:username,registryPassword:password,registry:registry}=options
if(username===undefined&&password===undefined)return undefined
if(username===undefined||password===undefined)throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__.yo({code:"options/login",message:`${username===undefined?"registry-username":"registry-password"} is missing or blank`,why:"a login takes both; a secret is blank where the workflow may not read it, as on a pull request from a fork",fix:"set both, or neither"})
const host=registryHost(registry)
const folder=await ownDockerConfig();(0,_actions_core__WEBPACK_IMPORTED_MODULE_3__.LZ)(loginState.folder,folder);(0,_actions_core__WEBPACK_IMPORTED_MODULE_3__.LZ)(loginState.host,host)
process.env.DOCKER_CONFIG=folder
const{exitCode:exitCode,stderr:stderr}=await(0,_show_exec_js__WEBPACK_IMPORTED_MODULE_6__.e)(["docker","login",`--username=${username}`,"--password-stdin",host],{input:password}).catch(cause=>{throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__.yo((0,_docker_engine_js__WEBPACK_IMPORTED_MODULE_4__.p7)({containerdStore:false},{}),{cause:cause})})
if(exitCode!==0)throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__.yo({code:"login/refused",message:`${host} refuses the login of ${username}`,why:stderr.trim().split("\n").at(-1)??"",fix:"check registry-username and registry-password; on ghcr.io the job needs `permissions: packages: write`"})
return folder}function registryHost(registry){const host=(registry??"docker.io").split("/")[0]??""
if(!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/i.test(host)&&!/^\[[0-9a-f:]+\](:\d+)?$/i.test(host))throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__.yo({code:"options/value",message:`registry "${registry}" is no host name`})
return host}async function ownDockerConfig(){const usual=process.env.DOCKER_CONFIG||(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(),".docker")
const folder=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env.RUNNER_TEMP||(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),"lucid-docker-"))
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(folder,448)
const ignore=()=>undefined
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(usual,"config.json"),(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder,"config.json")).then(()=>(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder,"config.json"),384),ignore)
for(const name of["cli-plugins","contexts"])await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(usual,name),(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder,name)).catch(ignore)
process.env.BUILDX_CONFIG||=(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(usual,"buildx")
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(process.env.BUILDX_CONFIG,{recursive:true}).catch(ignore)
return folder}async function logOut(folder,host){if(host!=="")await(0,_show_exec_js__WEBPACK_IMPORTED_MODULE_6__.e)(["docker","--config",folder,"logout",host]).catch(()=>undefined)
return(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder,{recursive:true,force:true}).then(()=>"credentials deleted",()=>`credentials could not be deleted: ${folder}`)}},2534:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{e:()=>run,v:()=>quietDocker})
var _actions_exec__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(1260)
function run(argv,options={}){return execute(argv,options,"shown")}const quietDocker=(args,options={})=>execute(["docker",...args],options,"quiet")
function execute([file,...args],{input:input,cwd:cwd,env:env},output){return(0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__.H)(file,args,{ignoreReturnCode:true,silent:output==="quiet",...cwd!==undefined&&{cwd:cwd},...env!==undefined&&{env:{...process.env,...env}},...input!==undefined&&{input:Buffer.from(input)}})}},7048:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{EV:()=>requireCompose,P7:()=>inspectEngine,Q2:()=>canRun,Wp:()=>requireEngine,p7:()=>engineProblems})
var semver__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2088)
var _errors_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6008)
const oldest={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(docker,options={}){const{builder:builder,signal:signal}=options
const run=async args=>docker(args,signal===undefined?{}:{signal:signal}).catch(()=>undefined)
const[info,inspected]=await Promise.all([run(["info","--format","{{json .}}"]),run(["buildx","inspect",...builder===undefined?[]:["--",builder]])])
signal?.throwIfAborted()
if(info===undefined)return{containerdStore:false}
const found=inspected===undefined?undefined:readBuilder(inspected)
return{...readInfo(info.stdout,info.stderr),...found!==undefined&&{builder:found}}}function readInfo(stdout,stderr){let json
try{json=JSON.parse(stdout)}catch{json={}}const plugin=name=>json.ClientInfo?.Plugins?.find(one=>one.Name===name)?.Version
const server=json.ServerVersion||undefined
const client=json.ClientInfo?.Version||undefined
const unreachable=json.ServerErrors?.join("; ")||stderr.trim()||"no daemon answers"
const architecture=architectures[json.Architecture??""]??json.Architecture
return{...client!==undefined&&{client:client},...server!==undefined?{server:server}:{unreachable:unreachable},...server!==undefined&&architecture!==undefined&&{native:`${json.OSType??"linux"}/${architecture}`},...optional("buildx",plugin("buildx")),...optional("compose",plugin("compose")),containerdStore:(json.DriverStatus??[]).some(([,value])=>value==="io.containerd.snapshotter.v1")}}const architectures={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function optional(key,value){return value===undefined||value===""?{}:{[key]:value}}function readBuilder({exitCode:exitCode,stdout:stdout,stderr:stderr}){const field=name=>{const value=new RegExp(`^${name}:[ \\t]*(\\S.*)$`,"m").exec(stdout)?.[1]
return value?.trim()}
const name=field("Name")
const error=field("Error")??(exitCode===0?undefined:stderr.trim())
if(name===undefined)return error===undefined?undefined:{name:"",driver:"",platforms:[],error:error}
const platforms=[...stdout.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,list=""])=>list.split(",").map(one=>one.trim().replace(/\*$/,"")))
return{name:name,driver:field("Driver")??"",platforms:[...new Set(platforms)],...error!==undefined&&{error:error}}}function canRun(platforms,wanted){const plain=platform=>platform.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return platforms.some(platform=>plain(platform)===plain(wanted))}async function requireEngine(docker,needs,options={}){const engine=await inspectEngine(docker,options)
const problems=engineProblems(engine,needs)
if(problems.length>0)throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.yo(problems)
return engine}function requireCompose(docker,signal){return requireEngine(docker,{smoke:true},signal===undefined?{}:{signal:signal})}function engineProblems(engine,needs){if(engine.client===undefined&&engine.server===undefined&&engine.unreachable===undefined)return[{code:"engine/missing",message:"there is no docker command",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and see that docker is on the PATH"}]
const problems=[]
if(engine.server===undefined)problems.push({code:"engine/not-running",message:"no Docker daemon answers",...engine.unreachable!==undefined&&{why:engine.unreachable},fix:"start Docker (systemctl start docker, or Docker Desktop), or point DOCKER_HOST or DOCKER_CONTEXT at one that runs; joining the group docker helps when permission was denied"})
else problems.push(...tooOld("Docker Engine",engine.server,oldest.server,"engine/too-old"))
if(needs.build)problems.push(...buildProblems(engine))
if(needs.smoke)problems.push(...plugin("Docker Compose","docker-compose-plugin",engine.compose,oldest.compose,"compose"))
if(problems.length===0)problems.push(...platformProblems(engine,needs.platforms??[]))
return problems}function buildProblems(engine){const problems=[...plugin("buildx","docker-buildx-plugin",engine.buildx,oldest.buildx,"buildx")]
const{builder:builder}=engine
if(engine.server===undefined||engine.buildx===undefined||builder===undefined)return problems
if(builder.error!==undefined)problems.push({code:"engine/builder",message:`the builder ${builder.name||"that was named"} is of no use`,why:builder.error,fix:"see `docker buildx ls`; `docker buildx use default` goes back to Docker's own"})
else if(builder.driver==="docker"&&!engine.containerdStore)problems.push({code:"engine/image-store",message:"this Docker Engine keeps images in its old store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a builder of its own",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or `docker buildx create --driver=docker-container --use`'})
return problems}function platformProblems({builder:builder,native:native},wanted){const platforms=builder?.platforms.length?builder.platforms:native===undefined?[]:[native]
return wanted.filter(platform=>!canRun(platforms,platform)).map(platform=>({code:"engine/platform",message:`nothing here runs ${platform}`,why:`${builder?.name?`the builder ${builder.name}`:"the engine"} runs ${platforms.join(", ")||"nothing"}`,fix:`take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${platform.split("/")[1]??"arm64"}\`, or the package qemu-user-static`}))}function plugin(name,pack,version,least,code){if(version===undefined)return[{code:`engine/${code}-missing`,message:`${name} is not installed`,fix:`install the package ${pack}`}]
return tooOld(name,version,least,`engine/${code}-too-old`)}function tooOld(name,version,least,code){const read=semver__WEBPACK_IMPORTED_MODULE_0__.coerce(version)
if(read===null||semver__WEBPACK_IMPORTED_MODULE_0__.gte(read,least))return[]
return[{code:code,message:`${name} ${version} is too old`,fix:`install ${name} ${least} or newer`}]}}}
