export const id=229
export const ids=[229]
export const modules={5396:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{t:()=>cleanPath})
function cleanPath(path){const parts=[]
for(const part of path.split("/")){if(part===""||part===".")continue
if(part==="..")parts.pop()
else parts.push(part)}return parts.join("/")}},3229:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{verify:()=>verify})
var p_limit=__webpack_require__(370)
var build=__webpack_require__(5966)
var reference=__webpack_require__(2787)
function remembering(registry){const known=new Map
return(ref,platform)=>{const key=`${ref} ${platform}`
const asked=known.get(key)??registry.imageFacts(ref,platform).catch(error=>({why:error.message.split("\n",1)[0]??""}))
known.set(key,asked)
return asked}}const baseLabel="org.opencontainers.image.base.name"
function findBase(image,candidates,unreadable){const fits=candidates.filter(({facts:facts})=>facts.layers.length>0&&startsWith(image,facts)).sort((a,b)=>b.facts.layers.length-a.facts.layers.length)
const outside=fits.find(({kind:kind})=>kind==="outside")
if(outside!==undefined){const between=fits.slice(0,fits.indexOf(outside)).filter(({kind:kind})=>kind==="catalog")
const{name:name,platform:platform}=outside
const through=between.map(one=>one.name)
return{kind:"image",name:name,through:through,by:"layers",...platform!==undefined&&{platform:platform}}}const label=image.labels[baseLabel]
if(label!==undefined&&label!=="")return{kind:"image",name:label,through:[],by:"label"}
if(unreadable.length>0)return{kind:"unknown",why:unreadable.join("; ")}
return{kind:"scratch"}}function startsWith(image,base){const begins=(all,first)=>first.length>0&&first.length<=all.length&&first.every((one,i)=>one===all[i])
const digests=facts=>facts.layers.map(({digest:digest})=>digest)
return begins(digests(image),digests(base))||begins(image.diffIds,base.diffIds)}const isDistroless=base=>base.kind==="image"&&/(?:^|\/)distroless(?:\/|[:@]|$)|^cgr\.dev\/chainguard\//.test(base.name)
function baseWords(base){switch(base.kind){case"image":return[base.name,...base.through.map(name=>`through ${name}`),...base.platform===undefined?[]:[`for ${base.platform}`],...base.by==="label"?["as its label says"]:[]].join(", ")
case"scratch":return"scratch"
case"unknown":return`unknown: ${base.why}`
default:return base}}async function baseOf(facts,row,tools){const named=candidatesOf(row.service,row.platform,tools)
const unreadable=[]
const candidates=await Promise.all(named.map(async({name:name,kind:kind,ref:ref})=>{const found=await tools.facts(ref,row.platform)
if(found!==undefined&&!("why"in found))return[{name:name,kind:kind,facts:found}]
if(found===undefined||!/is not made for/.test(found.why))unreadable.push(`${name} cannot be read`)
return[]}))
const base=findBase(facts,candidates.flat(),unreadable)
if(base.kind!=="scratch")return base
const others=await Promise.all(named.filter(({kind:kind})=>kind==="outside").map(one=>onOthers(one,row.platform,tools)))
return findBase(facts,others.flat(),[])}async function onOthers({name:name,ref:ref},platform,tools){const platforms=(await tools.platforms(ref)).filter(one=>one!==platform)
const found=await Promise.all(platforms.map(async other=>{const facts=await tools.facts(ref,other)
return facts===undefined||"why"in facts?[]:[{name:name,kind:"outside",platform:other,facts:facts}]}))
return found.flat()}function candidatesOf(service,platform,{plan:plan,images:images,pinned:pinned},seen=new Set){const image=plan.images.find(one=>one.service===service&&one.platform===platform)
if(image===undefined||seen.has(service))return[]
seen.add(service)
const parents=[...new Set(Object.values(image.from))]
return[...image.bases.map(({ref:ref,pinned:at})=>({name:ref,kind:"outside",ref:at})),...parents.flatMap(parent=>{const row=images.find(one=>one.service===parent&&one.platform===platform)
const own=row?.digest===undefined?[]:[{name:parent,kind:"catalog",ref:pinned(row)}]
return[...own,...candidatesOf(parent,platform,{plan:plan,images:images,pinned:pinned},seen)]})]}var values=__webpack_require__(5501)
async function wrongEntries(contentRef,{registry:registry,facts:factsOf}){const told=await Promise.all((await entriesOf(registry,contentRef)).map(async({digest:digest,platform:platform})=>{if(platform===undefined)return`${digest} names no platform`
const facts=await factsOf(`${(0,reference._)(contentRef)}@${digest}`,platform)
if(facts===undefined||"why"in facts)return`${platform} cannot be read`
return facts.platform===platform?undefined:`${platform} holds an image for ${facts.platform}`}))
return told.filter(one=>one!==undefined)}async function entriesOf(registry,ref){const manifest=await registry.manifest(ref).catch(()=>undefined)
if(manifest?.content.kind!=="index")return[]
return manifest.content.manifests.filter(({platform:platform})=>platform?.os!=="unknown").map(({digest:digest,platform:platform})=>{if(platform===undefined)return{digest:digest,platform:platform}
const{os:os,architecture:architecture,variant:variant}=platform
const text=[os,architecture,...variant===undefined?[]:[variant]].join("/")
const read=(0,values.FL)(text)
return{digest:digest,platform:read.ok?read.value:text}})}function platformsIn(registry){const known=new Map
return ref=>{const asked=known.get(ref)??entriesOf(registry,ref).then(list=>list.flatMap(({platform:platform})=>platform===undefined?[]:[platform]))
known.set(ref,asked)
return asked}}var external_node_crypto_=__webpack_require__(7598)
const limitMs=12e4
const script=`import importlib, json, sys\nmark = sys.argv[1]\nfor name in sys.argv[2:]:\n    try:\n        importlib.import_module(name)\n        error = None\n    except BaseException as e:\n        error = type(e).__name__ + ": " + str(e)\n    print("\\n" + mark + json.dumps([name, error]), flush=True)\n`
async function tryImports(run){const{ref:ref,platform:platform,python:python,service:service,docker:docker,signal:signal}=run
const modules=service.verify.imports??[]
const id=(0,external_node_crypto_.randomBytes)(6).toString("hex")
const container=`lucid-verify-${id}`
const mark=`lucid-${id} `
const args=[...["run","--rm",`--name=${container}`,`--platform=${platform}`,"--pull=missing","--network=none"],...hardening(service),...Object.entries(service.env).map(([key,value])=>`--env=${key}=${value}`),...["--env=PYTHONDONTWRITEBYTECODE=1",`--entrypoint=${python}`,"--",ref],...["-c",script,mark,...modules]]
const inTime=AbortSignal.any([signal,AbortSignal.timeout(limitMs)])
const{exitCode:exitCode,stdout:stdout,stderr:stderr}=await docker(args,{signal:inTime,keep:1<<20,graceMs:1e3})
if(inTime.aborted)await docker(["rm","--force","--",container],{keep:1<<16})
signal.throwIfAborted()
const told=new Map(stdout.split("\n").flatMap(line=>line.startsWith(mark)?[answer(line.slice(mark.length))]:[]))
const last=inTime.aborted?`no answer within ${limitMs/1e3} s`:stderr.trim().split("\n").at(-1)??`it ended with ${exitCode}`
return modules.map(module=>{const error=told.get(module)
if(error===undefined)return{module:module,ok:false,said:last===""?`it ended with ${exitCode}`:last}
return{module:module,ok:error===null,said:error??"imported"}})}function answer(line){try{const[name,error]=JSON.parse(line)
return[String(name),error===null?null:String(error)]}catch{return["",null]}}function hardening({hardening:held}){return[...held.readOnly?["--read-only"]:[],...held.tmpfs.map(path=>`--tmpfs=${path}`),...held.capDrop.map(name=>`--cap-drop=${name}`),...held.noNewPrivileges?["--security-opt=no-new-privileges"]:[],...held.memory!==undefined?[`--memory=${held.memory}`]:[],`--pids-limit=${held.pids??256}`]}var registry_reference=__webpack_require__(9554)
var config=__webpack_require__(7387)
var program=__webpack_require__(4959)
var external_node_path_=__webpack_require__(6760)
const shells=new Set("sh bash rbash dash ash zsh ksh ksh93 mksh fish csh tcsh busybox toybox yash elvish nu pwsh".split(" "))
const managers=new Set("apt apt-get apt-cache aptitude dpkg apk yum dnf dnf5 microdnf tdnf rpm zypper pacman opkg emerge xbps-install nix-env brew pip pip3 pipx conda mamba npm npx yarn pnpm gem cargo composer".split(" "))
function programsNamed(tree,names){const found=[]
for(const[path,entry]of tree.all()){const name=external_node_path_.posix.basename(path)
if(!names.has(name)&&!names.has(name.replace(/\d*\.\d+$/,"")))continue
if(entry.kind==="file"&&(entry.mode&73)===0)continue
if(entry.kind==="link"&&tree.find(path)?.entry.kind!=="file")continue
if(entry.kind==="file"||entry.kind==="link")found.push(`/${path}`)}return found.sort()}const shellsIn=tree=>programsNamed(tree,shells)
const managersIn=tree=>programsNamed(tree,managers)
const alsoFine={x86_64:["i686"]}
const anywhere=new Set(["machine 0","machine 247"])
function foreignBinaries(tree,platform){const wanted=(0,program.V)(platform)
if(wanted===undefined)return undefined
const fine=new Set([wanted,...alsoFine[wanted]??[]])
const foreign=[]
for(const[path,{program:program}]of tree.files())if(program.kind==="elf"&&!fine.has(program.machine)&&!anywhere.has(program.machine))foreign.push({path:`/${path}`,machine:program.machine})
return foreign.sort((a,b)=>a.path<b.path?-1:1)}function secretsIn(layers,tree){const found=new Map
const secretOf=entry=>entry.kind==="file"?entry.secret:undefined
for(const{entries:entries}of layers)for(const[path,entry]of entries){const secret=secretOf(entry)
if(secret===undefined)continue
const gone=tree.find(path)===undefined
found.set(`/${path}`,gone?`${secret}, removed by a later layer but still there`:secret)}return[...found].map(([path,what])=>({path:path,what:what})).sort((a,b)=>a.path<b.path?-1:1)}function matcher(patterns){const forms=patterns.map(pattern=>{const parts=pattern.replace(/\/+$/,"").split(/(\*\*|\*)/)
const source=parts.map(part=>part==="**"?".*":part==="*"?"[^/]*":part.replace(/[\\^$.*+?()[\]{}|]/g,"\\$&"))
return new RegExp(`^${source.join("")}(?:/.*)?$`,"s")})
return text=>forms.some(form=>form.test(text))}const defaultPath="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
const maxScripts=5
function startedBy(tree,name,place,user,depth=0){const found=locate(tree,name,place)
if(found===undefined)return{kind:"wrong",why:`${name} is not in the image`}
const{path:path,entry:entry,named:named}=found
if(entry.kind!=="file")return{kind:"wrong",why:`${name} is no file`}
if(!mayRun(entry,user))return{kind:"wrong",why:`${name} is not executable for user ${user.uid}:${user.gid} (mode ${octal(entry)})`}
const{program:program}=entry
if(program.kind!=="script")return{kind:"program",named:named,path:path,entry:entry,...program.kind==="elf"&&{machine:program.machine},...program.kind==="elf"&&program.loader!==undefined&&{loader:program.loader}}
if(depth>=maxScripts)return{kind:"wrong",why:`${name} is a script whose interpreters go in a circle`}
const[interpreter="",...words]=program.interpreter
const run=startedBy(tree,interpreter,place,user,depth+1)
if(run.kind==="wrong")return{kind:"wrong",why:`${name} is a script, and ${run.why}`}
const started=words.find(word=>!word.startsWith("-")&&!word.includes("="))
if(external_node_path_.posix.basename(interpreter)!=="env"||started===undefined)return{...run,script:true}
const behind=startedBy(tree,started,place,user,depth+1)
if(behind.kind==="wrong")return{kind:"wrong",why:`${name} is a script, and ${behind.why}`}
return{...behind,script:true}}function locate(tree,name,{env:env,workingDir:workingDir="/"}){const candidates=name.includes("/")?[external_node_path_.posix.resolve("/",workingDir,name)]:(env.PATH??defaultPath).split(":").map(folder=>external_node_path_.posix.resolve("/",workingDir,folder,name))
for(const named of candidates){const found=tree.find(named)
if(found!==undefined&&found.entry.kind!=="folder")return{...found,named:named}}return undefined}const octal=({mode:mode})=>`0${mode.toString(8)}`
function mayRun({mode:mode,uid:uid,gid:gid},user){if(user.uid===0)return(mode&73)!==0
if(user.uid===uid)return(mode&64)!==0
return((user.gid===gid?mode>>3:mode)&1)!==0}function userOf(tree,said){const[name="",group]=(said??"0").split(":")
const rows=textOf(tree,"etc/passwd").map(line=>line.split(":"))
const row=rows.find(([login,,uid])=>login===name||uid===name)
const uid=/^\d+$/.test(name)?Number(name):Number(row?.[2]??Number.NaN)
const groups=textOf(tree,"etc/group").map(line=>line.split(":"))
const named=group===undefined||/^\d+$/.test(group)?group:groups.find(([one])=>one===group)?.[2]
const gid=Number(named??row?.[3]??0)
if(Number.isNaN(uid))return undefined
return{uid:uid,gid:gid,...row?.[5]&&{home:row[5]}}}function textOf(tree,path){const entry=tree.find(path)?.entry
return entry?.kind==="file"?(entry.text??"").split("\n"):[]}function pythonOf(tree,{named:named,path:path},place,user){if(!/^python(?:\d+(?:\.\d+)?)?$/.test(external_node_path_.posix.basename(named))&&!/^python\d/.test(external_node_path_.posix.basename(path)))return undefined
const version=/python(\d+\.\d+)$/.exec(path)?.[1]??libraryVersion(tree,`/${path}`)
return{named:named,...version!==undefined&&{version:version},path:searchPath(tree,named,`/${path}`,version,place,user)}}function libraryVersion(tree,program){const lib=external_node_path_.posix.join(external_node_path_.posix.dirname(external_node_path_.posix.dirname(program)),"lib")
for(let minor=6;minor<30;minor++)if(tree.find(`${lib}/python3.${minor}/os.py`))return`3.${minor}`
return undefined}function searchPath(tree,named,program,version,{env:env,workingDir:workingDir="/"},user){const given=(env.PYTHONPATH??"").split(":").filter(one=>one!=="")
const home=env.PYTHONUSERBASE??external_node_path_.posix.join(env.HOME??user.home??"/",".local")
const prefixes=[...new Set([named,program].map(one=>external_node_path_.posix.dirname(external_node_path_.posix.dirname(one))))]
const folders=prefixes.flatMap(prefix=>{const lib=`${prefix}/lib/python${version??"3"}`
const own=[lib,`${lib}/lib-dynload`]
if(prefix!=="/usr")return[...own,`${lib}/site-packages`]
const locals=`/usr/local/lib/python${version??"3"}`
return isDebian(tree)?[...own,`${locals}/dist-packages`,"/usr/lib/python3/dist-packages"]:[...own,...["lib","lib64"].map(name=>`/usr/${name}/python${version??"3"}/site-packages`),`${locals}/site-packages`]})
const users=`${home}/lib/python${version??"3"}/site-packages`
return[...given.map(one=>external_node_path_.posix.resolve("/",workingDir,one)),...folders,users]}function isDebian(tree){const lines=[...textOf(tree,"etc/os-release"),...textOf(tree,"usr/lib/os-release")]
const said=lines.filter(line=>/^ID(?:_LIKE)?=/.test(line))
return said.length===0||said.some(line=>/\b(?:debian|ubuntu)\b/.test(line))}function mayLeadElsewhere(tree,{path:path}){const folders=new Set(path.map(folder=>tree.find(folder)?.path))
for(const[name]of tree.files())if(name.endsWith(".pth")&&!name.endsWith("/distutils-precedence.pth")&&folders.has(external_node_path_.posix.dirname(name)))return true
return false}function pythonTask(args){const withValue=new Set(["-W","-X","--check-hash-based-pycs"])
for(let i=0;i<args.length;i++){const word=args[i]??""
const next=args[i+1]
if(word==="-m")return next===undefined?undefined:{kind:"module",name:next}
const joined=/^-[a-zA-Z]*m(.*)$/.exec(word)
if(joined&&!word.startsWith("--")&&!/^-[WX]/.test(word)&&!/c/.test(word))return(joined[1]||next)===undefined?undefined:{kind:"module",name:joined[1]||(next??"")}
if(/^-[a-zA-Z]*c/.test(word)||word==="-")return undefined
if(withValue.has(word))i++
else if(!word.startsWith("-"))return{kind:"file",name:word}}return undefined}function hasModule(tree,python,name,workingDir="/"){const place=name.replaceAll(".","/")
const folders=[external_node_path_.posix.resolve("/",workingDir),...python.path]
const has=path=>tree.find(path)?.entry.kind==="file"
return folders.some(folder=>has(`${folder}/${place}.py`)||has(`${folder}/${place}.pyc`)||has(`${folder}/${place}/__main__.py`)||has(`${folder}/${place}/__main__.pyc`)||folder.endsWith(".zip"))}function unseenPackages(tree,python){const seen=new Set(python.path.map(folder=>tree.find(folder)?.path).filter(path=>path!==undefined))
const counts=new Map
for(const[path]of tree.files()){const found=/^(.*\/python\d+(?:\.\d+)?\/(?:site|dist)-packages)\/[^/]+\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/.exec(path)
if(found?.[1]!==undefined&&!seen.has(found[1]))counts.set(found[1],(counts.get(found[1])??0)+1)}return[...counts].map(([folder,count])=>`/${folder} (${count} ${count===1?"package":"packages"})`)}var verify_verdicts=__webpack_require__(5231)
function checkContent(verdicts,content){const{service:service,tree:tree,layers:layers,platform:platform,base:base}=content
const{verify:verify}=service
checkStarted(verdicts,content)
const allowed=matcher(verify.allow??[])
const foreign=foreignBinaries(tree,platform)?.filter(({path:path})=>!allowed(path))
if(foreign===undefined)verdicts.skip("binaries",`nothing is known of the machine of ${platform}`)
else verdicts.add("binaries",{name:"all programs and libraries",ok:foreign.length===0,expected:(0,program.V)(platform)??platform,actual:foreign.length===0?(0,program.V)(platform):(0,verify_verdicts.H)(foreign.map(({path:path,machine:machine})=>`${path} is ${machine}`))})
for(const[id,find,name]of[["no-shell",shellsIn,"no shell"],["no-package-manager",managersIn,"no package manager"]]){if(!isDistroless(base)&&!verdicts.isSet(id))verdicts.skip(id,"its base is not distroless, and verify.checks does not ask for it")
else{const found=find(tree).filter(path=>!allowed(path))
verdicts.add(id,{name:name,ok:found.length===0,expected:"none",actual:(0,verify_verdicts.H)(found)})}}const secrets=secretsIn(layers,tree).filter(({path:path})=>!allowed(path))
verdicts.add("secrets",{name:"no secret",ok:secrets.length===0,expected:"none",actual:(0,verify_verdicts.H)(secrets.map(({path:path,what:what})=>`${path} (${what})`))})
if(verify.files===undefined)verdicts.skip("file","verify.files names none")
for(const path of verify.files??[]){const found=tree.find(path)
verdicts.add("file",{name:`file ${path}`,ok:found!==undefined,expected:"there",actual:found===undefined?"not there":"there"})}}function checkStarted(verdicts,content){const{facts:facts,service:service,platform:platform,tree:tree,user:user}=content
const argv=[...facts.entrypoint??[],...facts.command??[]]
const[name,...args]=argv
if(name===undefined){if((0,config.Np)(service))(0,config.Nh)(verdicts,facts)
else verdicts.skip("entrypoint","it starts nothing, and the catalog knows neither port nor health of it")
return}const run=startedBy(tree,name,facts,user)
const loader=run.kind==="program"?run.loader:undefined
const lacksLoader=loader!==undefined&&tree.find(loader)?.entry.kind!=="file"
const why=run.kind==="wrong"?run.why:lacksLoader?`/${run.path} needs ${loader}, which is not in the image: it was linked for another libc or machine`:undefined
verdicts.add("entrypoint",{ok:why===undefined,expected:"in the image, executable",actual:why??argv.join(" ").slice(0,200)})
if(run.kind==="wrong"){verdicts.skip("entrypoint-machine","there is no program to look at")
return}const machine=(0,program.V)(platform)
if(machine===undefined||run.machine===undefined)verdicts.skip("entrypoint-machine",machine===undefined?`nothing is known of the machine of ${platform}`:`/${run.path} is no ELF file`)
else verdicts.add("entrypoint-machine",{name:"entrypoint's machine",ok:run.machine===machine,expected:machine,actual:`${run.machine} (/${run.path})`})
const python=pythonOf(tree,run,facts,user)
if(python!==undefined)checkPython(verdicts,content,python,run.script?[]:args)}function checkPython(verdicts,{facts:facts,tree:tree},python,args){const task=pythonTask(args)
const cwd=facts.workingDir??"/"
if(task!==undefined){const path=task.name.startsWith("/")?task.name:`${cwd}/${task.name}`
const there=task.kind==="file"?tree.find(path)!==undefined:hasModule(tree,python,task.name,cwd)
if(!there&&task.kind==="module"&&mayLeadElsewhere(tree,python))verdicts.skip("entrypoint-module",`${task.name} is not seen, but a .pth file may lead Python to it`)
else verdicts.add("entrypoint-module",{name:"entrypoint's module",ok:there,expected:`${task.name} in the image`,actual:there?task.name:task.kind==="file"?"no such file":`in none of ${(0,verify_verdicts.H)([cwd,...python.path.filter(folder=>tree.find(folder)!==undefined)],6)}`})}const unseen=unseenPackages(tree,python)
verdicts.add("python-packages",{name:"Python packages",ok:unseen.length===0,expected:`all where ${python.named} looks`,actual:unseen.length===0?"all are":`${(0,verify_verdicts.H)(unseen)}: not where it looks`})}var credentials=__webpack_require__(7725)
function checkExposed(verdicts,facts,{ports:ports}){const{env:env,labels:labels,history:history,exposedPorts:exposedPorts}=facts
const left=(0,config.sz)(env)
const empty=Object.entries(env).filter(([,value])=>/:\/\/[^\s/:@]+:@/.test(value)).map(([key])=>`${key} has an address without its password`)
verdicts.add("env-expanded",{name:"environment expanded",ok:left.ok&&empty.length===0,expected:"no $ left, no password missing",actual:(0,verify_verdicts.H)([...left.ok||left.actual===undefined?[]:[left.actual],...empty])})
const places=[...named("ENV",env),...named("label",labels),...history.flatMap(({createdBy:createdBy},i)=>{const kind=historyCredential(createdBy)
return kind===undefined?[]:[`history step ${i+1} holds ${kind}`]})]
verdicts.add("credentials",{ok:places.length===0,expected:"none",actual:(0,verify_verdicts.H)(places)})
if(ports.length===0)verdicts.skip("port-extra","the catalog names no ports of it")
else{const known=new Set(ports.map(({container:container,protocol:protocol})=>`${container}/${protocol}`))
const extra=exposedPorts.filter(port=>!known.has(port))
verdicts.add("port-extra",{name:"no other port",ok:extra.length===0,expected:"none",actual:(0,verify_verdicts.H)(extra)})}}function named(what,values){return Object.entries(values).flatMap(([key,value])=>{const fault=(0,credentials.m)("label",key,value)
if(fault===undefined||isPublic(key)||isPlace(value))return[]
return[`${what} ${key} holds ${(0,credentials.L)(value)??"a credential, by its name"}`]})}const isPublic=key=>key==="GPG_KEY"
const isPlace=value=>/^\/[\w./-]*$|^\$/.test(value)
function historyCredential(createdBy){const kind=(0,credentials.L)(createdBy)
if(kind!==undefined)return kind
for(const[,key="",value=""]of createdBy.matchAll(/(?:^|\s)([A-Za-z_][A-Za-z0-9_]*)=("[^"]*"|'[^']*'|\S+)/g)){const plain=value.replace(/^(["'])(.*)\1$/s,"$2")
if(isPublic(key)||isPlace(plain))continue
if((0,credentials.m)("build argument",key,plain)!==undefined)return`a value of ${key}`}return undefined}const defaultGrowth={kind:"share",most:.25}
function growthVerdict(now,before,tag,limit){const{kind:kind,most:most}=limit??defaultGrowth
const allowed=kind==="share"?before.size*most:most
const by=now.size-before.size
const words=kind==="share"?`${Math.round(most*100)} %`:(0,config.ix)(most)
const grown=by>0?grownLayers(now,before):[]
return{name:"growth",ok:by<=allowed,expected:`at most ${words} more than ${tag} (${(0,config.ix)(before.size)})`,actual:`${by<0?"":"+"}${(0,config.ix)(by)}${grown.length===0?"":`: ${(0,verify_verdicts.H)(grown)}`}`}}function grownLayers(now,before){const old=new Map
for(const{by:by,size:size}of layersOf(before))old.set(by,(old.get(by)??0)+size)
const grown=new Map
for(const{by:by,size:size}of layersOf(now))grown.set(by,(grown.get(by)??-(old.get(by)??0))+size)
return[...grown].filter(([,more])=>more>0).sort(([,a],[,b])=>b-a).map(([by,more])=>`+${(0,config.ix)(more)} ${by}${old.has(by)?"":" (new)"}`)}function layersOf({layers:layers,history:history}){const steps=history.filter(({empty:empty,createdBy:createdBy})=>!empty&&!/^\[[^\]]*\d+\/\d+\] /.test(createdBy))
const first=layers.length-steps.length
return layers.map(({size:size},i)=>({by:instruction(steps[i-first]?.createdBy)??`layer ${i+1}`,size:size}))}function instruction(createdBy){const text=(createdBy??"").replace(/\s*# buildkit$/,"").replace(/^\/bin\/sh -c (?:#\(nop\)\s*)?/,"").replace(/\s+/g," ").trim()
return text===""?undefined:text.length>80?`${text.slice(0,79)}…`:text}function checkHealth(verdicts,facts,service,tree,user){const test=facts.healthcheck?.test??[]
const[kind,...words]=test
const there=(kind==="CMD"||kind==="CMD-SHELL")&&words.length>0
if(!there&&!(0,config.Np)(service)){verdicts.skip("healthcheck","the catalog knows neither port nor health of it: it is not started")
return}verdicts.add("healthcheck",{ok:there,expected:"a HEALTHCHECK",actual:words.join(" ")})
if(!there)return
const shell=kind==="CMD-SHELL"
const program=shell?"/bin/sh":words[0]??""
const run=startedBy(tree,program,facts,user)
const line=words.join(" ")
const inner=shell?/^\s*(?:exec\s+)?([\w./-]+)(?:\s|$)/.exec(line)?.[1]:undefined
const behind=inner===undefined||builtins.has(inner)||run.kind==="wrong"?run:startedBy(tree,inner,facts,user)
verdicts.add("healthcheck-program",{name:"HEALTHCHECK program",ok:behind.kind==="program",expected:`${inner??program} in the image`,actual:behind.kind==="program"?`/${behind.path}`:`${behind.why}${shell?" (the shell form needs it)":""}`})
checkTarget(verdicts,line,service)}const builtins=new Set("test exit true false if for while case echo cd set export [".split(" "))
function checkTarget(verdicts,line,{health:health,ports:ports}){const found=/\bhttps?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::(\d+))?(\/[^\s"'\\)]*)?/.exec(line)
if(found===null||health===undefined)return
const port=Number(found[1]??80)
const path=found[2]??"/"
const known=ports.map(({container:container})=>container)
const wantedPort="port"in health?health.port:known[0]
const samePort=wantedPort===undefined||port===wantedPort||known.includes(port)
const samePath=health.kind!=="http"||path===health.path
verdicts.add("healthcheck-target",{name:"HEALTHCHECK target",ok:samePort&&samePath,expected:`port ${wantedPort??port}${health.kind==="http"?` and ${health.path}`:""}`,actual:`port ${port} and ${path}`})}var layers_entry=__webpack_require__(5396)
const maxLinks=40
class FileTree{#entries=new Map
add(layer){for(const folder of layer.emptied)this.#empty(this.#place(folder))
for(const path of layer.removed)this.#remove(this.#parented(path))
for(const[path,entry]of layer.entries)this.#put(this.#parented(path),entry)}*files(){for(const[path,entry]of this.#entries)if(entry.kind==="file")yield[path,entry]}*all(){yield*this.#entries}find(path){const place=this.#follow((0,layers_entry.t)(path))
if(place==="")return{path:"",entry:{kind:"folder"}}
const entry=place===undefined?undefined:this.#entries.get(place)
return entry===undefined||place===undefined?undefined:{path:place,entry:entry}}#put(path,entry){const now=entry.kind==="same"?this.#entries.get(this.#parented(entry.target)):entry
if(now===undefined)return
const before=this.#entries.get(path)
if(before?.kind==="folder"&&now.kind!=="folder")this.#empty(path)
this.#entries.set(path,now)}#remove(path){const entry=this.#entries.get(path)
this.#entries.delete(path)
if(entry===undefined||entry.kind==="folder")this.#empty(path)}#empty(folder){const prefix=folder===""?"":`${folder}/`
for(const path of this.#entries.keys())if(path.startsWith(prefix))this.#entries.delete(path)}#parented(path){const slash=path.lastIndexOf("/")
if(slash<0)return path
const folder=path.slice(0,slash)
const place=this.#place(folder)
return place===folder?path:(0,layers_entry.t)(`${place}/${path.slice(slash+1)}`)}#place(folder){return this.#follow(folder)??folder}#follow(path){let rest=path
let place=""
for(let links=0;rest!=="";){const slash=rest.indexOf("/")
const part=slash<0?rest:rest.slice(0,slash)
rest=slash<0?"":rest.slice(slash+1)
if(part===".."){place=place.slice(0,Math.max(0,place.lastIndexOf("/")))
continue}if(part===""||part===".")continue
const next=place===""?part:`${place}/${part}`
const entry=this.#entries.get(next)
if(entry?.kind!=="link"){place=next
continue}if(++links>maxLinks)return undefined
if(entry.target.startsWith("/"))place=""
rest=rest===""?entry.target:`${entry.target}/${rest}`}return place}}var table=__webpack_require__(3529)
async function inspectImage(image){const{facts:facts,service:service,source:source,platform:platform,outcome:outcome,base:base,layers:layers}=image
const verdicts=new verify_verdicts.v(service.verify);(0,config.l2)(verdicts,facts,service,source,{platform:platform,outcome:outcome})
if(image.wrongEntries.length>0)verdicts.add("platform",{name:"platforms of the index",ok:false,expected:"as the images behind it",actual:(0,verify_verdicts.H)(image.wrongEntries)})
if(base.kind==="image"&&base.platform!==undefined)verdicts.add("platform",{name:"platform of the base",ok:false,expected:platform,actual:base.platform})
checkBase(verdicts,service,base)
checkUser(verdicts,service,facts.user,base)
checkExposed(verdicts,facts,service)
const{published:published}=image
if("why"in published)verdicts.skip("growth",published.why)
else verdicts.add("growth",growthVerdict(facts,published.facts,published.tag,service.verify.maxGrowth))
if("why"in layers){verdicts.add("layers",{ok:false,expected:"readable",actual:layers.why})
for(const id of ofContent)verdicts.skip(id,"its layers cannot be read")}else await checkFiles(verdicts,image,layers)
return{checks:verdicts.checks,unchecked:verdicts.unchecked}}const ofContent=table.a.map(({id:id})=>id).slice(table.a.findIndex(({id:id})=>id==="healthcheck"))
async function checkFiles(verdicts,image,layers){const{facts:facts,service:service}=image
verdicts.add("layers",{ok:true,expected:"readable",actual:`${layers.length} read, digests as they should be`})
const tree=new FileTree
for(const layer of layers)tree.add(layer)
const user=userOf(tree,facts.user)??{uid:65534,gid:65534}
checkHealth(verdicts,facts,service,tree,user)
checkContent(verdicts,{...image,layers:layers,tree:tree,user:user})
await checkImports(verdicts,image,tree,user)}async function checkImports(verdicts,image,tree,user){const{facts:facts,service:service,tryImports:tryImports}=image
const{imports:imports=[]}=service.verify
if(imports.length===0)verdicts.skip("import","verify.imports names none")
else if(tryImports===undefined)verdicts.skip("import","no container is started here: build and verify do")
if(imports.length===0||tryImports===undefined||!verdicts.wants("import"))return
const argv=[...facts.entrypoint??[],...facts.command??[]]
const started=argv[0]===undefined?undefined:startedBy(tree,argv[0],facts,user)
const own=started?.kind==="program"&&/python/.test(started.named)?started.named:undefined
const python=own??["python3","python"].map(name=>startedBy(tree,name,facts,user)).find(isProgram)?.named
const rows=python===undefined?imports.map(module=>({module:module,ok:false,said:"there is no Python in the image"})):await tryImports(python)
for(const{module:module,ok:ok,said:said}of rows)verdicts.add("import",{name:`import ${module}`,ok:ok,expected:"imports",actual:said})}const isProgram=one=>one.kind==="program"
function checkBase(verdicts,{verify:verify},base){if(verify.base===undefined){verdicts.skip("base",`verify.base names none; it is FROM ${baseWords(base)}`)
return}const name=base.kind==="image"?base.name:base.kind
const ok=base.kind!=="unknown"&&namesOf(name).some(matcher(verify.base))
verdicts.add("base",{ok:ok,expected:verify.base.join(" or "),actual:baseWords(base)})}function namesOf(name){const bare=name.replace(/@sha256:[0-9a-f]+$/,"")
const plain=bare.replace(/:[^/:]+$/,"")
const read=(0,registry_reference.Wf)(plain)
return[name,bare,plain,...read.kind==="reference"?[(0,registry_reference.FH)(read.reference)]:[]]}function checkUser(verdicts,{verify:verify},user,base){if(verify.user!==undefined)return
if(isDistroless(base)){const nonroot="65532:65532"
verdicts.add("user",{...(0,config.VR)(user==="65532"?"65532":nonroot,user),expected:nonroot})
return}const ok=/^[1-9]\d*(?::\d+)?$/.test(user??"")
verdicts.add("nonroot",{name:"user",ok:ok,expected:"a number, not 0",actual:user??"root"})}const atOnce=4
class LayerStore{#registry
#open
#layers=new Map
#uses=new Map
#few=(0,p_limit.A)(atOnce)
#read=0
#bytes=0
constructor(registry,open){this.#registry=registry
this.#open=open}expect(layers){for(const{digest:digest}of layers)this.#uses.set(digest,(this.#uses.get(digest)??0)+1)}readAll(repository,layers){return Promise.all(layers.map(layer=>this.#one(repository,layer)))}release(layers){for(const{digest:digest}of layers){const left=(this.#uses.get(digest)??1)-1
this.#uses.set(digest,left)
if(left<=0)this.#layers.delete(digest)}}get total(){return{read:this.#read,bytes:this.#bytes}}#one(repository,layer){const known=this.#layers.get(layer.digest)
if(known!==undefined)return known
const reading=this.#few(async()=>{const open=await this.#open()
this.#read+=1
this.#bytes+=layer.size
return this.#registry.readBlob(repository,layer,open)})
this.#layers.set(layer.digest,reading)
return reading}}const imagesAtOnce=2
const containersAtOnce=2
async function verify(input){const{plan:plan,wanted:wanted,registry:registry,signal:signal,now:now}=input
const started=now()
const remembered=remembering(registry)
const platforms=platformsIn(registry)
const store=new LayerStore(registry,async()=>{const{layerReader:layerReader}=await Promise.all([__webpack_require__.e(979),__webpack_require__.e(437)]).then(__webpack_require__.bind(__webpack_require__,5437))
return()=>layerReader()})
const there=wanted.filter(({digest:digest})=>digest!==undefined)
const facts=await Promise.all(there.map(row=>remembered(pinned(row),row.platform)))
for(const one of facts)if(one!==undefined&&"layers"in one)store.expect(one.layers)
const[turns,containers]=[(0,p_limit.A)(imagesAtOnce),(0,p_limit.A)(containersAtOnce)]
const found=await Promise.all(wanted.map(row=>row.digest===undefined?absent(row):turns(()=>verifyOne(row,{...input,facts:remembered,platforms:platforms,store:store,containers:containers}))))
signal.throwIfAborted()
return{kind:"lucid.verify",version:1,revision:plan.source.revision,images:found,layers:store.total,durationMs:Math.round(now()-started)}}const pinned=({contentRef:contentRef,digest:digest})=>`${(0,reference._)(contentRef)}@${digest}`
function absent({service:service,platform:platform,contentRef:contentRef,error:error}){const reason=error?.message??"it was not built"
return{service:service,platform:platform,contentRef:contentRef,checks:[],unchecked:[{id:"layers",reason:reason}]}}async function verifyOne(row,tools){const{plan:plan,facts:factsOf,store:store,progress:progress,signal:signal}=tools
const{service:name,platform:platform,contentRef:contentRef,digest:digest,outcome:outcome}=row
const subject=plan.images.filter(one=>one.service===name).length>1?`${name} ${platform}`:name
const tell=(state,text)=>progress({stage:"verify",subject:subject,state:state,...text!==undefined&&{text:text}})
signal.throwIfAborted()
tell("started")
const service=plan.services.find(one=>one.name===name)
const facts=await factsOf(pinned(row),platform)
if(service===undefined||facts===undefined||"why"in facts){const why=facts===undefined?"it is not in the registry":"why"in facts?facts.why:"no such service"
tell("failed",why)
const check={id:"layers",name:"layers",ok:false,expected:"readable",actual:why}
return{service:name,platform:platform,contentRef:contentRef,...digest&&{digest:digest},checks:[check],unchecked:[]}}const repository=(0,reference._)(contentRef)
const[wrong,base,published,layers]=await Promise.all([wrongEntries(contentRef,tools),baseOf(facts,row,{...tools,pinned:pinned}),publishedOf(service,facts,tools),store.readAll(repository,facts.layers).catch(error=>({why:error.message.split("\n",1)[0]??""}))])
signal.throwIfAborted()
const{docker:docker}=tools
const run=engine=>python=>tools.containers(()=>tryImports({signal:signal,docker:engine,ref:pinned(row),platform:platform,python:python,service:service})).catch(error=>{signal.throwIfAborted()
const said=`not tried: ${error.message}`
return(service.verify.imports??[]).map(module=>({module:module,ok:false,said:said}))})
const inspected={facts:facts,service:service,source:plan.source,platform:platform,outcome:outcome==="built"?"built":"unchanged",wrongEntries:wrong,base:base,published:published,layers:layers,...docker!==undefined&&{tryImports:run(docker)}}
const verified=await inspectImage(inspected)
store.release(facts.layers)
const failed=(0,build.H)(verified.checks)
tell(failed.length===0?"done":"failed",failed.length===0?`${verified.checks.length} checks`:failed.map(({name:name})=>name).join(", "))
return{service:name,platform:platform,contentRef:contentRef,digest:facts.digest,...verified}}async function publishedOf(service,facts,{floatingTag:floatingTag,facts:factsOf}){const tag=floatingTag(service)
if(tag===undefined)return{why:"the catalog gives it no floating tag"}
const found=await factsOf(`${service.image}:${tag}`,facts.platform)
if(found===undefined)return{why:`nothing is published as ${tag} yet`}
if("why"in found)return{why:`what is published as ${tag} cannot be read: ${found.why}`}
if(found.digest===facts.digest)return{why:`it is what is published as ${tag}`}
return{tag:tag,facts:found}}}}
