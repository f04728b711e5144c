export const id=606
export const ids=[606]
export const modules={2606:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{main:()=>main})
var esm=__webpack_require__(8179)
var errors=__webpack_require__(6008)
var harmless=__webpack_require__(2812)
var conclusion=__webpack_require__(9239)
var exit_code=__webpack_require__(641)
var interface_interrupt=__webpack_require__(1280)
var make_world=__webpack_require__(2288)
var external_node_util_=__webpack_require__(7975)
function paintFor(stream){return(style,text)=>(0,external_node_util_.styleText)(style,text,{stream:stream})}var run_stage=__webpack_require__(1567)
var values=__webpack_require__(8791)
var progress_line=__webpack_require__(5631)
function plainScreen(write,now){const elapsed=(0,progress_line.sX)(now)
return{progress:event=>{const ms=elapsed(event)
if(event.state!=="done"&&event.state!=="failed")return
write((0,progress_line.oz)(event,ms))
for(const line of(0,progress_line.mR)(event))write(line)},line:write,stop:()=>{}}}var options=__webpack_require__(669)
const stageInfo={run:{title:"Lucid Build",summary:"Plan, build, smoke and publish the images of a service catalog",detail:"All stages one after another: what has to be built is built and pushed by digest, started and probed, and only then tagged. With `service` it does one part of a matrix."},plan:{title:"Lucid Plan",summary:"Say which images have to be built, and why",detail:"Compares what each image is made of with what the registry holds. Builds nothing, pushes nothing. In a workflow it gives the matrix for the jobs that build."},lint:{title:"Lucid Lint",summary:"Check the catalog, its Dockerfiles and requirements",detail:"Finds what would break a build or a container later, with file, line and fix. Needs no engine; where there is one, BuildKit's own checks are in the same list. The rules, baselines and code scanning are in docs/lint.md."},build:{title:"Lucid Build Images",summary:"Build what the plan says and push it by digest",detail:"One call of BuildKit for all images. Each is pushed under a tag made of its fingerprint, never under a floating tag, and then checked as the registry holds it."},verify:{title:"Lucid Verify",summary:"Look at the pushed images as the registry holds them",detail:"Reads every layer once and checks what really arrived: platform and machine code, user, labels, base, entrypoint, packages, shells, secrets, size (docs/verify.md). `build` does the same for what it has just built."},smoke:{title:"Lucid Smoke",summary:"Start the pushed images and probe every health endpoint",detail:"Starts the images by digest on the wanted platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so nothing collides."},publish:{title:"Lucid Publish",summary:"Give the digests their tags, floating ones last",detail:"Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. Running it again completes what was left."},report:{title:"Lucid Report",summary:"Tell what happened, as a page and a summary",detail:"Reads the documents of the other stages; what is missing is told as missing."},bake:{title:"Lucid Bake",summary:"Print the bake definition, for use with docker buildx bake alone",detail:"The definition of all that is selected, whether the registry has it or not. Builds nothing."},"verify-host":{title:"Lucid Verify Host",summary:"Say which published images a machine has, and whether they run there",detail:"Compares what the registry holds under each floating tag with what the engine has: present, old or absent. What is there is started and probed as by smoke, beside whatever runs there already. Pulls nothing."},setup:{title:"Lucid Setup",summary:"Make Docker ready to build for the wanted platforms",detail:"Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only where asked. At the end of the job it takes back what it did."}}
var version=__webpack_require__(1011)
const subcommands=["run",...options.hL.filter(name=>name!=="setup"&&name!=="run")]
function program(start){const lucid=new esm.uB("lucid").description("Plan, build, smoke and publish a repository's container images from one catalog, arm64 first.").version(version.r,"-V, --version","Print the version.").helpOption("-h, --help","Print this help.").helpCommand(false).showHelpAfterError("(see --help)").addHelpText("after",exitHelp())
for(const stage of subcommands)lucid.addCommand(subcommand(stage,start))
return lucid}function subcommand(stage,start){const{summary:summary,detail:detail}=stageInfo[stage]
const rows=(0,options.cz)(stage,"command")
const services=rows.find(({name:name})=>name==="service")
const command=new esm.uB(stage).summary(summary).description(`${summary}.\n\n${detail}`).helpOption("-h, --help","Print this help.").showHelpAfterError(`(see lucid ${stage} --help)`).argument("[service...]",services?.description).addHelpText("after",exitHelp())
for(const option of rows)if(option!==services)command.addOption(toCommandOption(option))
return command.action((names,values)=>start(stage,{...rawValues(rows,values),...names.length>0&&{service:names}}))}function toCommandOption(option){const{short:short,name:name,kind:kind,placeholder:placeholder="value"}=option
const word=kind==="flag"?"":option.choices?` <${option.choices.join("|")}>`:` <${placeholder}>`
const flag=`${short?`-${short}, `:""}--${onByDefault(option)?"no-":""}${name}${word}`
const made=new esm.c$(flag,`${option.offDescription??option.description}${hint(option)}`)
if(kind==="list"||kind==="lines"||kind==="pairs")made.argParser((value,all=[])=>[...all,value])
return made}const onByDefault=({kind:kind,default:on})=>kind==="flag"&&on==="true"
function hint(option){const parts=[option.default!==undefined&&option.kind!=="flag"&&`default: ${option.default}`,option.env&&`env: ${option.env}`].filter(Boolean)
return parts.length>0?` (${parts.join(", ")})`:""}function rawValues(rows,values){return Object.fromEntries(rows.map(option=>{const made=toCommandOption(option)
const value=values[made.attributeName()]
if(made.negate)return[option.name,value===false?!onByDefault(option):undefined]
return[option.name,value]}))}function exitHelp(){return`\nExit codes:\n${exit_code.hS.map(({code:code,meaning:meaning})=>`  ${String(code).padEnd(4)} ${meaning}`).join("\n")}`}function canRewrite({isTTY:isTTY,env:env}){return isTTY===true&&env.TERM!=="dumb"&&!env.CI}var __addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){if(value!==null&&value!==void 0){if(typeof value!=="object"&&typeof value!=="function")throw new TypeError("Object expected.")
var dispose,inner
if(async){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
dispose=value[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
dispose=value[Symbol.dispose]
if(async)inner=dispose}if(typeof dispose!=="function")throw new TypeError("Object not disposable.")
if(inner)dispose=function(){try{inner.call(this)}catch(e){return Promise.reject(e)}}
env.stack.push({value:value,dispose:dispose,async:async})}else if(async){env.stack.push({async:true})}return value}
var __disposeResources=undefined&&undefined.__disposeResources||function(SuppressedError){return function(env){function fail(e){env.error=env.hasError?new SuppressedError(e,env.error,"An error was suppressed during disposal."):e
env.hasError=true}var r,s=0
function next(){while(r=env.stack.pop()){try{if(!r.async&&s===1)return s=0,env.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var result=r.dispose.call(r.value)
if(r.async)return s|=2,Promise.resolve(result).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return env.hasError?Promise.reject(env.error):Promise.resolve()
if(env.hasError)throw env.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(error,suppressed,message){var e=new Error(message)
return e.name="SuppressedError",e.error=error,e.suppressed=suppressed,e})
async function main(argv=process.argv.slice(2)){process.stdout.on("error",lost)
process.stderr.on("error",()=>undefined)
const lucid=program(start)
for(const command of[lucid,...lucid.commands])command.exitOverride()
try{if(argv.length===0)lucid.help()
await lucid.parseAsync(argv,{from:"user"})}catch(error){if(!(error instanceof esm.b7))throw error
process.exitCode=error.exitCode===0||argv.length===0?exit_code.NS.fine:exit_code.NS.usage}await Promise.all([process.stdout,process.stderr].map(flushed))
process.exit()}function lost({code:code,message:message}){if(code==="EPIPE")process.exit(process.exitCode??exit_code.NS.fine)
process.stderr.write(`error: the result cannot be written: ${message}\n`)
process.exit(exit_code.NS.environment)}function flushed(stream){return new Promise(resolve=>stream.write("",()=>resolve()))}async function start(stage,raw){const env_1={stack:[],error:void 0,hasError:false}
try{const asJson=raw.json===true
const paint=paintFor(process.stderr)
const screen=await openScreen(paint)
const interrupt=__addDisposableResource(env_1,(0,interface_interrupt.Y)(screen.line),false)
const world=(0,make_world.B)({progress:screen.progress,log:text=>(0,harmless.vL)(text).forEach(screen.line),signal:interrupt.signal})
try{const options=(0,values.A)(raw,world)
const{document:document,documents:documents,exitCode:exitCode}=await(0,run_stage.S)(stage,options,world)
screen.stop()
if(asJson||stage==="bake"||options.print)print(document)
else process.stdout.write(`${(0,conclusion.q)(documents,paintFor(process.stdout),columns())}\n`)
process.exitCode=exitCode}catch(error){screen.stop()
if(!interrupt.signal.aborted)tell(error,paint,asJson)
process.exitCode=(0,exit_code.LL)(error)}if(interrupt.signal.aborted)process.exitCode=exit_code.NS.interrupted}catch(e_1){env_1.error=e_1
env_1.hasError=true}finally{__disposeResources(env_1)}}async function openScreen(paint){const now=()=>performance.now()
const{stderr:stderr,env:env}=process
if(!canRewrite({isTTY:stderr.isTTY,env:env}))return plainScreen(line=>stderr.write(`${line}\n`),now)
const{liveScreen:liveScreen}=await Promise.all([__webpack_require__.e(872),__webpack_require__.e(637)]).then(__webpack_require__.bind(__webpack_require__,7018))
return liveScreen(stderr,paint,now)}function tell(error,paint,asJson){if(error instanceof errors.yo){process.stderr.write(`${(0,conclusion.f)(error.problems,paint)}\n`)
if(asJson)print({kind:"lucid.error",version:1,problems:error.problems})
return}const stack=process.env.LUCID_DEBUG&&error instanceof Error?error.stack:undefined
const message=stack??(error instanceof Error?error.message:String(error))
process.stderr.write(`${paint("red","error:")} ${message}\n`)
if(stack===undefined)process.stderr.write("This is a fault in lucid itself. LUCID_DEBUG=1 shows where.\n")
if(asJson)print({kind:"lucid.error",version:1,problems:[{code:"lucid/fault",message:message}]})}const print=document=>process.stdout.write(`${JSON.stringify(document,undefined,"\t")}\n`)
const columns=()=>process.stdout.isTTY?process.stdout.columns:Number.POSITIVE_INFINITY},1011:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{r:()=>version})
const version="0.1.0"}}
