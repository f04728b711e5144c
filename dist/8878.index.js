export const id=8878
export const ids=[8878]
export const modules={58878:((e,t,n)=>{n.d(t,{Verifier:()=>Verifier})
var s=n(70370)
var i=n(65538)
var r=n(11886)
var o=n(39893)
var a=n(76374)
var c=n(93868)
var d=n(23600)
const f="org.opencontainers.image.base.name"
function matchBase(e,t,n){const s=t.filter(({facts:t})=>t.layers.length>0&&startsWith(e,t)).sort((e,t)=>t.facts.layers.length-e.facts.layers.length)
const i=s.find(({kind:e})=>e==="outside")
if(i!==undefined){const e=s.slice(0,s.indexOf(i)).filter(({kind:e})=>e==="catalog")
const{name:t,platform:n}=i
return{kind:"image",name:t,through:e.map(e=>e.name),by:"layers",...(0,o.s)({platform:n})}}const r=e.labels[f]
if(r!==undefined&&r!=="")return{kind:"image",name:r,through:[],by:"label"}
if(n.length>0)return{kind:"unknown",why:n.join("; ")}
return{kind:"scratch"}}function startsWith(e,t){const hasPrefix=(e,t)=>t.length>0&&t.length<=e.length&&t.every((t,n)=>t===e[n])
const digests=({layers:e})=>e.map(({digest:e})=>e)
return hasPrefix(digests(e),digests(t))||hasPrefix(e.diffIds,t.diffIds)}const isDistrolessBase=e=>e.kind==="image"&&/(?:^|\/)distroless(?:\/|[:@]|$)|^cgr\.dev\/chainguard\//.test(e.name)
function describeBase(e){switch(e.kind){case"image":return[e.name,...e.through.map(e=>`through ${e}`),...e.platform===undefined?[]:[`for ${e.platform}`],...e.by==="label"?["according to its label"]:[]].join(", ")
case"scratch":return"scratch"
case"unknown":return`unknown: ${e.why}`
default:return e}}async function detectBase(e,t,n){const s=candidatesOf(t.service,t.platform,n)
const i=[]
const r=await Promise.all(s.map(async({name:e,kind:s,ref:r})=>{const o=await n.facts(r,t.platform)
if(o!==undefined&&!("why"in o))return[{name:e,kind:s,facts:o}]
if(o===undefined||!/\[registry\/no-platform\]/.test(o.why))i.push(`${e} cannot be read`)
return[]}))
const o=matchBase(e,r.flat(),i)
if(o.kind!=="scratch")return o
const a=s.filter(({kind:e})=>e==="outside")
const c=await Promise.all(a.map(e=>onOtherPlatforms(e,t.platform,n)))
return matchBase(e,c.flat(),[])}async function onOtherPlatforms({name:e,ref:t},n,s){const i=(await s.platforms(t)).filter(e=>e!==n)
const r=await Promise.all(i.map(async n=>{const i=await s.facts(t,n)
return i===undefined||"why"in i?[]:[{name:e,kind:"outside",platform:n,facts:i}]}))
return r.flat()}function candidatesOf(e,t,n,s=new Set){const i=n.plan.images.find(n=>n.service===e&&n.platform===t)
if(i===undefined||s.has(e))return[]
s.add(e)
const r=[...new Set(Object.values(i.from))]
return[...i.bases.map(({ref:e,pinned:t})=>({name:e,kind:"outside",ref:t})),...r.flatMap(e=>{const i=n.images.find(n=>n.service===e&&n.platform===t)
const r=i?.digest===undefined?[]:[{name:e,kind:"catalog",ref:n.pinned(i)}]
return[...r,...candidatesOf(e,t,n,s)]})]}var l=n(3733)
var u=n(17904)
var h=n(2856)
var p=n(9489)
var m=n(50569)
const g=new Set("sh bash rbash dash ash zsh ksh ksh93 mksh fish csh tcsh busybox toybox yash elvish nu pwsh".split(" "))
const y=new Set(["apt apt-get apt-cache aptitude dpkg apk yum dnf dnf5 microdnf tdnf rpm zypper pacman opkg emerge xbps-install","nix-env brew pip pip3 pipx conda mamba npm npx yarn pnpm gem cargo composer"].flatMap(e=>e.split(" ")))
function programNamed(e){return(t,n)=>{if(n.kind!=="link"&&!(n.kind==="file"&&(n.mode&73)!==0))return false
const s=t.slice(t.lastIndexOf("/")+1)
return e.has(s)||e.has(s.replace(/(?<!\d)\d*\.\d+$/,""))}}const k=programNamed(g)
const w=programNamed(y)
const programs=(e,t)=>e.filter(t).filter(([t,{kind:n}])=>n==="file"||e.find(t)?.entry.kind==="file").map(([e])=>`/${e}`).sort()
const shellsIn=e=>programs(e,k)
const packageManagersIn=e=>programs(e,w)
const b={x86_64:["i686"]}
const $=["machine 0","machine 247"]
const isBinary=(e,t)=>t.kind==="file"&&t.program.kind==="elf"
function foreignBinaries(e,t){const n=(0,u.yC)(t)
if(n===undefined)return undefined
const s=new Set([n,...b[n]??[],...$])
const i=e.filter(isBinary).flatMap(([e,t])=>{const n=t.kind==="file"&&t.program.kind==="elf"?t.program.machine:undefined
return n===undefined||s.has(n)?[]:{path:`/${e}`,machine:n}})
return i.sort((e,t)=>e.path<t.path?-1:1)}function secretsIn(e,t){const n=new Map
for(const{entries:s}of e)for(const[e,i]of s){if(i.kind!=="file"||i.secret===undefined)continue
const s=t.find(e)===undefined?", removed by a later layer but still there":""
n.set(`/${e}`,`${i.secret}${s}`)}return[...n].map(([e,t])=>({path:e,what:t})).sort((e,t)=>e.path<t.path?-1:1)}function expectNone(e,t,n,s=t){e.add(t,{name:s,ok:n.length===0,expected:"none",actual:(0,c.p)(n)})}function globMatcher(e){const t=e.map(e=>h.L3.compile(`^${(0,m.u)((0,p._9)(e))}(?:/.*)?$`,h.L3.DOTALL))
return e=>t.some(t=>t.test(e))}var v=n(76760)
const x="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
const P=5
const M="whose first line ends with \\r (Windows line ends)"
function scriptProblem(e,{script:t,isShell:n},{workingDir:s="/",settings:i}){if(t===undefined)return undefined
const r=v.posix.resolve("/",s,t)
const o=e.find(r)?.entry
const a=Object.keys(i.Volumes??{})
const c=a.some(e=>`${r}/`.startsWith(`${v.posix.resolve("/",e)}/`))
if(o===undefined)return c?undefined:`${t} is not in the image`
return n&&o.kind==="file"&&(0,u.sb)(o.program)?`${t} is a script ${M}: the shell reads the \\r as part of each command`:undefined}function resolveProgram(e,t,n=0){const{user:s}=t
const wrong=t=>({kind:"wrong",why:`${e} ${t}`})
const i=locate(e,t)
if(i===undefined)return wrong("is not in the image")
const{path:r,entry:a,command:c}=i
if(a.kind!=="file")return wrong("is not a file")
if(!isExecutableBy(a,s))return wrong(`is not executable for user ${s.uid}:${s.gid} (mode 0${a.mode.toString(8)})`)
const{program:d}=a
if(d.kind!=="script"){const e=d.kind==="elf"?(0,o.s)({machine:d.machine,loader:d.loader}):{}
return{kind:"program",command:c,path:r,entry:a,...e}}if((0,u.sb)(d))return wrong(`is a script ${M}, which the kernel reads as part of the interpreter's name`)
if(n>=P)return wrong("is a script whose interpreters form a cycle")
const[f="",...l]=d.interpreter
const h=resolveProgram(f,t,n+1)
if(h.kind==="wrong")return wrong(`is a script, and ${h.why}`)
const p=l.find(e=>!e.startsWith("-")&&!e.includes("="))
if(v.posix.basename(f)!=="env"||p===undefined)return{...h,script:true}
const m=resolveProgram(p,t,n+1)
return m.kind==="wrong"?wrong(`is a script, and ${m.why}`):{...m,script:true}}function locate(e,{tree:t,facts:{env:n,workingDir:s="/"}}){const i=e.includes("/")?[v.posix.resolve("/",s,e)]:(n.PATH??x).split(":").map(t=>v.posix.resolve("/",s,t,e))
for(const e of i){const n=t.find(e)
if(n!==undefined&&n.entry.kind!=="folder")return{...n,command:e}}return undefined}function isExecutableBy({mode:e,uid:t,gid:n},s){if(s.uid===0)return(e&73)!==0
if(s.uid===t)return(e&64)!==0
return((s.gid===n?e>>3:e)&1)!==0}function resolveUser(e,t="0"){const[n="",s]=t.split(":")
const i=fileLines(e,"etc/passwd").map(e=>e.split(":"))
const r=i.find(([e,,t])=>e===n||t===n)
const o=/^\d+$/.test(n)?Number(n):Number(r?.[2]??Number.NaN)
const a=fileLines(e,"etc/group").map(e=>e.split(":"))
const c=s===undefined||/^\d+$/.test(s)?s:a.find(([e])=>e===s)?.[2]
const d=Number(c??r?.[3]??0)
if(Number.isNaN(o))return undefined
return{uid:o,gid:d,...r?.[5]&&{home:r[5]}}}function fileLines(e,t){const n=e.find(t)?.entry
return n?.kind==="file"?(n.text??"").split("\n"):[]}function findPython({command:e,path:t},n){if(!/^python(?:\d+(?:\.\d+)?)?$/.test(v.posix.basename(e))&&!/^python\d/.test(v.posix.basename(t)))return undefined
const s=/python(\d+\.\d+)$/.exec(t)?.[1]??libraryVersion(n.tree,`/${t}`)
return{...{command:e,...(0,o.s)({version:s})},path:searchPath([e,`/${t}`],s??"3",n)}}function libraryVersion(e,t){const n=v.posix.join(v.posix.dirname(v.posix.dirname(t)),"lib")
for(let t=6;t<30;t++)if(e.find(`${n}/python3.${t}/os.py`))return`3.${t}`
return undefined}function searchPath(e,t,{tree:n,facts:s,user:i}){const{env:r,workingDir:o="/"}=s
const a=(r.PYTHONPATH??"").split(":").filter(e=>e!=="")
const c=r.PYTHONUSERBASE??v.posix.join(r.HOME??i.home??"/",".local")
const d=[...new Set(e.map(e=>v.posix.dirname(v.posix.dirname(e))))]
const f=d.flatMap(e=>{const s=`${e}/lib/python${t}`
const i=[s,`${s}/lib-dynload`]
if(e!=="/usr")return[...i,`${s}/site-packages`]
const r=`/usr/local/lib/python${t}`
if(isDebian(n))return[...i,`${r}/dist-packages`,"/usr/lib/python3/dist-packages"]
const o=["lib","lib64"].map(e=>`/usr/${e}/python${t}/site-packages`)
return[...i,...o,`${r}/site-packages`]})
const l=`${c}/lib/python${t}/site-packages`
return[...a.map(e=>v.posix.resolve("/",o,e)),...f,l]}function isDebian(e){const t=[...fileLines(e,"etc/os-release"),...fileLines(e,"usr/lib/os-release")]
const n=t.filter(e=>/^ID(?:_LIKE)?=/.test(e))
return n.length===0||n.some(e=>/\b(?:debian|ubuntu)\b/.test(e))}const isPathFile=(e,{kind:t})=>t==="file"&&e.endsWith(".pth")&&!e.endsWith("/distutils-precedence.pth")
function hasPathFiles(e,{path:t}){const n=new Set(t.map(t=>e.find(t)?.path))
return e.filter(isPathFile).some(([e])=>n.has(v.posix.dirname(e)))}function hasModule(e,t,n,s="/"){const i=n.replaceAll(".","/")
const r=[".py",".pyc","/__main__.py","/__main__.pyc"]
return[v.posix.resolve("/",s),...t.path].some(t=>t.endsWith(".zip")||r.some(n=>e.find(`${t}/${i}${n}`)?.entry.kind==="file"))}const isPackage=(e,{kind:t})=>t==="file"&&/\/[^/]+\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/.test(e)
function installedPackages(e){const t=new Set
for(const[n]of e.filter(isPackage)){const[,e,s]=/\/([^/]+?)-([^/-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info\/[^/]+$/.exec(n)??[]
if(e!==undefined&&s!==undefined)t.add(`${e.replaceAll("_","-")} ${s}`)}return[...t].sort()}function unreachablePackages(e,t){const n=new Set(t.path.map(t=>e.find(t)?.path))
const s=new Map
for(const[t]of e.filter(isPackage)){const e=/^(.*\/python\d+(?:\.\d+)?\/(?:site|dist)-packages)\/[^/]+\/[^/]+$/.exec(t)?.[1]
if(e!==undefined&&!n.has(e))s.set(e,(s.get(e)??0)+1)}const i=[...s].sort(([e],[t])=>e<t?-1:1)
return i.map(([e,t])=>`/${e} (${t} ${t===1?"package":"packages"})`)}function checkContent(e,t){const{service:n,tree:s,layers:i,platform:r,base:o}=t
const{verify:a}=n
checkStartedProgram(e,t)
const d=globMatcher(a.allow??[])
const f=(0,u.yC)(r)
const l=foreignBinaries(s,r)?.filter(({path:e})=>!d(e))
if(l===undefined)e.skip("binaries",`unknown machine for ${r}`)
else e.add("binaries",{name:"all programs and libraries",ok:l.length===0,expected:f??r,actual:l.length===0?f:(0,c.p)(l.map(e=>`${e.path} is ${e.machine}`))})
for(const[t,n,i]of[["no-shell",shellsIn,"no shell"],["no-package-manager",packageManagersIn,"no package manager"]]){if(isDistrolessBase(o)||e.isSet(t))expectNone(e,t,n(s).filter(e=>!d(e)),i)
else e.skip(t,"its base is not distroless, and verify.checks does not set this check")}const h=secretsIn(i,s).filter(({path:e})=>!d(e))
const p=h.map(({path:e,what:t})=>`${e} (${t})`)
expectNone(e,"secrets",p,"no secret")
if(a.files===undefined)e.skip("file","verify.files is not set")
for(const t of a.files??[]){const n=s.find(t)!==undefined
e.add("file",{name:`file ${t}`,ok:n,expected:"there",actual:n?"there":"not there"})}}function checkStartedProgram(e,t){const{facts:n,service:s,platform:i,tree:r,user:o}=t
const c=[...n.entrypoint??[],...n.command??[]]
const[d,...f]=c
if(d===undefined){if((0,a.KK)(s))(0,a.pS)(e,n)
else e.skip("entrypoint","it starts nothing, and the catalog has neither port nor health check for it")
return}const h={tree:r,facts:n,user:o}
const p=(0,l.Lb)(c)
const m=resolveProgram(d,h)
const g=p!==undefined&&p.program!==d&&p.program.includes("/")
const y=g&&m.kind==="program"?resolveProgram(p.program,h):m
const k=y.kind==="wrong"?y.why:missingLoader(y,r)
e.add("entrypoint",{ok:k===undefined,expected:"in the image, executable",actual:k??c.join(" ").slice(0,200)})
if(y.kind==="wrong"){e.skip("entrypoint-machine","there is no program to check")
return}const w=(0,u.yC)(i)
if(w===undefined)e.skip("entrypoint-machine",`unknown machine for ${i}`)
else if(y.machine===undefined)e.skip("entrypoint-machine",`/${y.path} is not an ELF file`)
else e.add("entrypoint-machine",{name:"entrypoint's machine",ok:y.machine===w,expected:w,actual:`${y.machine} (/${y.path})`})
const b=findPython(y,h)
if(b!==undefined)checkPython(e,t,b,y.script||g?[]:f)
if(p?.script===undefined||b!==undefined&&!y.script&&!g)return
const $=scriptProblem(r,p,n)
e.add("entrypoint-module",{name:"entrypoint's script",ok:$===undefined,expected:`${p.script} in the image`,actual:$??p.script})}function missingLoader({path:e,loader:t},n){if(t===undefined||n.find(t)?.entry.kind==="file")return undefined
return`/${e} needs ${t}, which is not in the image: it was linked for another libc or machine`}function checkPython(e,{facts:t,tree:n},s,i){const r=(0,l.uV)(i)
const o=t.workingDir??"/"
if(r?.kind==="file"){const i={program:s.command,script:r.name,isShell:false}
const o=scriptProblem(n,i,t)===undefined
addModule(e,r.name,o?undefined:"no such file")}else if(r!==undefined){const t=hasModule(n,s,r.name,o)
const i=[o,...s.path.filter(e=>n.find(e)!==undefined)]
if(!t&&hasPathFiles(n,s))e.skip("entrypoint-module",`${r.name} was not found, but a .pth file may lead Python to it`)
else addModule(e,r.name,t?undefined:`in none of ${(0,c.p)(i,6)}`)}const a=unreachablePackages(n,s)
e.add("python-packages",{name:"Python packages",ok:a.length===0,expected:`all where ${s.command} looks`,actual:a.length===0?"all are":`${(0,c.p)(a)}: not where it looks`})}function addModule(e,t,n){e.add("entrypoint-module",{name:"entrypoint's module",ok:n===undefined,expected:`${t} in the image`,actual:n??t})}const O={kind:"share",most:.25}
function growthVerdict(e,t,n,s){const{kind:i,most:r}=s??O
const o=i==="share"?t.size*r:r
const d=e.size-t.size
const f=i==="share"?`${Math.round(r*100)} %`:(0,a.VP)(r)
const l=d>0?grownLayers(e,t):[]
return{name:"growth",ok:d<=o,expected:`at most ${f} more than ${n} (${(0,a.VP)(t.size)})`,actual:`${d<0?"":"+"}${(0,a.VP)(d)}${l.length===0?"":`: ${(0,c.p)(l)}`}`}}function grownLayers(e,t){const n=new Map
for(const{by:e,size:s}of layersOf(t))n.set(e,(n.get(e)??0)+s)
const s=new Map
for(const{by:t,size:i}of layersOf(e))s.set(t,(s.get(t)??-(n.get(t)??0))+i)
return[...s].filter(([,e])=>e>0).sort(([,e],[,t])=>t-e).map(([e,t])=>`+${(0,a.VP)(t)} ${e}${n.has(e)?"":" (new)"}`)}function layersOf({layers:e,history:t}){const n=t.filter(({empty:e,createdBy:t})=>!e&&!/^\[[^\]]*\d\/\d+\] /.test(t))
const s=e.length-n.length
return e.map(({size:e},t)=>({by:instruction(n[t-s]?.createdBy)??`layer ${t+1}`,size:e}))}function instruction(e=""){const t=e.replace(/(?<!\s)\s*# buildkit$/,"").replace(/^\/bin\/sh -c (?:#\(nop\)\s*)?/,"").replace(/\s+/g," ").trim()
return t===""?undefined:t.length>80?`${t.slice(0,79)}\u2026`:t}function checkHealthcheck(e,{facts:t,service:n,tree:s,user:i}){const[r,...o]=t.healthcheck?.test??[]
const c=(r==="CMD"||r==="CMD-SHELL")&&o.length>0
if(!c&&(!(0,a.KK)(n)||n.run==="job")){e.skip("healthcheck","the catalog has neither port nor health check for it")
return}const d=o.join(" ")
e.add("healthcheck",{ok:c,expected:"a HEALTHCHECK",actual:d})
if(!c)return
const f=r==="CMD-SHELL"
const u=f?"/bin/sh":o[0]??""
const h=resolveProgram(u,{tree:s,facts:t,user:i})
const p=f?/^\s*(?:exec\s+)?([\w./-]+)(?:\s|$)/.exec(d)?.[1]:undefined
const m=p===undefined||L.has(p)||h.kind==="wrong"
const g=m?h:resolveProgram(p,{tree:s,facts:t,user:i})
const y=f?(0,l.LK)(d):(0,l.Lb)(o)
const k=y&&scriptProblem(s,y,t)
e.add("healthcheck-program",{name:"HEALTHCHECK program",ok:g.kind==="program"&&k===undefined,expected:`${y?.script??p??u} in the image`,actual:g.kind==="program"?k??`/${g.path}`:`${g.why}${f&&h.kind==="wrong"?" (the shell form needs it)":""}`})
checkTarget(e,d,n)}const L=new Set("test exit true false if for while case echo cd set export [".split(" "))
function checkTarget(e,t,{health:n,ports:s}){const i=/\bhttps?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::(\d+))?(\/[^\s"'\\)]*)?/.exec(t)
if(i===null||n===undefined)return
const r=Number(i[1]??80)
const o=i[2]??"/"
const a=s.map(({container:e})=>e)
const c="port"in n?n.port:a[0]
const d=c===undefined||r===c||a.includes(r)
const f=n.kind!=="http"||o===n.path
e.add("healthcheck-target",{name:"HEALTHCHECK target",ok:d&&f,expected:`port ${c??r}${n.kind==="http"?` and ${n.path}`:""}`,actual:`port ${r} and ${o}`})}var A=n(73163)
function checkMetadata(e,t,{ports:n}){const{env:s,labels:i,history:r,exposedPorts:o}=t
const d=(0,a.nV)(s)
const f=Object.entries(s).filter(([,e])=>/:\/\/[^\s/:@]+:@/.test(e)).map(([e])=>`${e} has an address without its password`)
e.add("env-expanded",{name:"environment expanded",ok:d.ok&&f.length===0,expected:"no $ left, no password missing",actual:(0,c.p)([...d.ok||d.actual===undefined?[]:[d.actual],...f])})
const l=[...credentialsIn("ENV",s),...credentialsIn("label",i),...r.flatMap(({createdBy:e},t)=>{const n=historyCredential(e)
return n===undefined?[]:[`history step ${t+1} holds ${n}`]})]
expectNone(e,"credentials",l)
if(n.length===0)e.skip("port-extra","the catalog has no ports for it")
else{const t=new Set(n.map(({container:e,protocol:t})=>`${e}/${t}`))
const s=o.filter(e=>!t.has(e))
expectNone(e,"port-extra",s,"no other port")}}function credentialsIn(e,t){return Object.entries(t).flatMap(([t,n])=>{const s=(0,A.m)("label",t,n)
if(s===undefined||isPublic(t)||isPath(n))return[]
return[`${e} ${t} holds ${(0,A.r)(n)??"a credential, by its name"}`]})}const isPublic=e=>e==="GPG_KEY"
const isPath=e=>/^\/[\w./-]*$|^\$/.test(e)
function historyCredential(e){const t=(0,A.r)(e)
if(t!==undefined)return t
for(const[,t="",n=""]of e.matchAll(/(?:^|\s)([A-Za-z_][A-Za-z0-9_]*)=("[^"]*"|'[^']*'|\S+)/g)){const e=n.replace(/^(["'])(.*)\1$/s,"$2")
if(isPublic(t)||isPath(e))continue
if((0,A.m)("build argument",t,e)!==undefined)return`a value of ${t}`}return undefined}async function checkImage(e){const{facts:t,service:n,source:s,platform:i,outcome:r,base:o,layers:d,published:f}=e
const l=new c.F(n.verify);(0,a.l2)(l,{facts:t,service:n,source:s,platform:i,outcome:r})
if(e.wrongEntries.length>0)l.add("platform",{name:"platforms of the index",ok:false,expected:"those of its images",actual:(0,c.p)(e.wrongEntries)})
if(o.kind==="image"&&o.platform!==undefined)l.add("platform",{name:"platform of the base",ok:false,expected:i,actual:o.platform})
checkBase(l,n,o)
checkImageUser(l,n,t.user,o)
checkMetadata(l,t,n)
if("why"in f)l.skip("growth",f.why)
else l.add("growth",growthVerdict(t,f.facts,f.tag,n.verify.maxGrowth))
if("why"in d){l.add("layers",{ok:false,expected:"readable",actual:d.why})
for(const e of E)l.skip(e,"its layers cannot be read")}const u="why"in d?[]:await checkFiles(l,e,d)
const{checks:h,unchecked:p}=l
return{checks:h,unchecked:p,...u.length>0&&{packages:u}}}const S=d.x.map(({id:e})=>e)
const E=S.slice(S.indexOf("healthcheck"))
async function checkFiles(e,t,n){const{facts:s,service:i}=t
e.add("layers",{ok:true,expected:"readable",actual:`${n.length} read, all digests match`})
const r=t.trees.build(n)
const o=resolveUser(r,s.user)??{uid:65534,gid:65534}
checkHealthcheck(e,{facts:s,service:i,tree:r,user:o})
checkContent(e,{...t,layers:n,tree:r,user:o})
await checkImports(e,t,{tree:r,facts:s,user:o})
return installedPackages(r)}async function checkImports(e,t,n){const{facts:s,service:i,tryImports:r}=t
const{imports:o=[]}=i.verify
if(o.length===0)e.skip("import","verify.imports is not set")
else if(r===undefined)e.skip("import","imports need an engine: lucid build and lucid verify run them")
if(o.length===0||r===undefined||!e.isEnabled("import"))return
const[a]=[...s.entrypoint??[],...s.command??[]]
const commandOf=e=>{const t=resolveProgram(e,n)
return t.kind==="program"?t.command:undefined}
const c=a===undefined?undefined:commandOf(a)
const d=c!==undefined&&/python/.test(c)
const f=d?c:commandOf("python3")??commandOf("python")
const l=f===undefined?o.map(e=>({module:e,ok:false,message:"there is no Python in the image"})):await r(f)
for(const{module:t,ok:n,message:s}of l)e.add("import",{name:`import ${t}`,ok:n,expected:"imports",actual:s})}function checkBase(e,{verify:t},n){if(t.base===undefined){e.skip("base",`verify.base is not set; the image is FROM ${describeBase(n)}`)
return}const s=n.kind==="image"?n.name:n.kind
const i=n.kind!=="unknown"&&namesOf(s).some(globMatcher(t.base))
e.add("base",{ok:i,expected:t.base.join(" or "),actual:describeBase(n)})}function namesOf(e){const t=e.replace(/@sha256:[0-9a-f]+$/,"")
const n=t.replace(/:[^/:]+$/,"")
const s=(0,r.WF)(n)
return[e,t,n,...s.kind==="reference"?[(0,r.FH)(s.reference)]:[]]}function checkImageUser(e,{verify:t},n,s){if(t.user!==undefined)return
if(isDistrolessBase(s)){const t="65532:65532"
e.add("user",{...(0,a.Og)(n==="65532"?"65532":t,n),expected:t})
return}const i=/^[1-9]\d*(?::\d+)?$/.test(n??"")
e.add("nonroot",{name:"user",ok:i,expected:"a number, not 0",actual:n??"root"})}var I=n(77598)
var B=n(12311)
var N=n(16496)
const T=12e4
const C=`import importlib, json, sys\nmark = sys.argv[1]\nfor name in sys.argv[2:]:\n    try:\n        importlib.import_module(name)\n        error = None\n    except BaseException as e:\n        error = type(e).__name__ + ": " + str(e)\n    print("\\n" + mark + json.dumps([name, error]), flush=True)\n`
async function tryImports(e){const{ref:t,platform:n,python:s,service:i,docker:r,signal:o}=e
const a=i.verify.imports??[]
const c=(0,I.randomBytes)(6).toString("hex")
const d=`lucid-verify-${c}`
const f=`lucid-${c} `
const l=[...["run","--rm",`--name=${d}`,`--platform=${n}`,"--pull=missing","--network=none"],...hardeningFlags(i),...Object.entries(i.env).map(([e,t])=>`--env=${e}=${t}`),...["--env=PYTHONDONTWRITEBYTECODE=1",`--entrypoint=${s}`,"--",t],...["-c",C,f,...a]]
const u=AbortSignal.any([o,AbortSignal.timeout(T)])
const{exitCode:h,stdout:p,stderr:m}=await r(l,{signal:u,tailBytes:1<<20,graceMs:1e3})
if(u.aborted)await r(["rm","--force","--",d],{tailBytes:1<<16})
o.throwIfAborted()
const g=new Map(p.split("\n").flatMap(e=>e.startsWith(f)?[parseAnswer(e.slice(f.length))]:[]))
const y=m.trim().split("\n").at(-1)
const k=u.aborted?`no answer within ${T/1e3} s`:y||`exited with ${h}`
return a.map(e=>{const t=g.get(e)
if(t===undefined)return{module:e,ok:false,message:k}
return{module:e,ok:t===null,message:t??"imported"}})}function parseAnswer(e){return(0,N.gf)(B.PVZ([B.YjP(),B.YjP().nullable()]),e)??["",null]}function hardeningFlags({hardening:e}){return[...e.readOnly?["--read-only"]:[],...e.tmpfs.map(e=>`--tmpfs=${e}`),...e.capDrop.map(e=>`--cap-drop=${e}`),...e.noNewPrivileges?["--security-opt=no-new-privileges"]:[],...e.memory!==undefined?[`--memory=${e.memory}`]:[],`--pids-limit=${e.pids??256}`]}var F=n(91736)
function cachedFacts(e){return cached((t,n)=>e.imageFacts(t,n).catch(e=>({why:e.message.split("\n",1)[0]??""})))}function indexPlatforms(e){return cached(async t=>(await entriesOf(e,t)).flatMap(({platform:e})=>e===undefined?[]:[e]))}function cached(e){const t=new Map
return(...n)=>{const s=n.join(" ")
const i=t.get(s)??e(...n)
t.set(s,i)
return i}}async function wrongEntries(e,{registry:t,facts:n}){const s=await Promise.all((await entriesOf(t,e)).map(async({digest:t,platform:s})=>{if(s===undefined)return`${t} names no platform`
const i=await n(`${(0,r._M)(e)}@${t}`,s)
if(i===undefined||"why"in i)return`${s} cannot be read`
return i.platform===s?undefined:`${s} holds an image for ${i.platform}`}))
return s.filter(e=>e!==undefined)}async function entriesOf(e,t){const n=await e.manifest(t).catch(()=>undefined)
if(n?.content.kind!=="index")return[]
return n.content.manifests.filter(({platform:e})=>e?.os!=="unknown").map(({digest:e,platform:t})=>{if(t===undefined)return{digest:e,platform:t}
const{os:n,architecture:s,variant:i}=t
const r=[n,s,...i===undefined?[]:[i]].join("/")
const o=(0,F.e4)(r)
return{digest:e,platform:o.ok?o.value:r}})}var _=n(84949)
const H=40
class FileTree{#e
#t=new Map
#n=new Map
constructor(e){this.#e=e}add(e){this.#n.clear()
for(const t of e.emptied)this.#s(this.#i(t))
for(const t of e.removed)this.#r(this.#o(t))
for(const[t,n]of e.entries)this.#a(this.#o(t),n)}filter(e){const t=this.#n.get(e)
if(t!==undefined)return t
const n=this.#e?.filter(e).filter(([e])=>!this.#t.has(e))??[]
const s=[...this.#t].filter(t=>t[1]!==undefined&&e(t[0],t[1]))
const i=[...n,...s]
this.#n.set(e,i)
return i}find(e){const t=this.#c((0,_.W)(e))
if(t==="")return{path:"",entry:{kind:"folder"}}
const n=t===undefined?undefined:this.#d(t)
return n===undefined||t===undefined?undefined:{path:t,entry:n}}#d(e){const t=this.#e
return t===undefined||this.#t.has(e)?this.#t.get(e):t.#d(e)}*#f(){if(this.#e!==undefined)for(const e of this.#e.#f())if(!this.#t.has(e))yield e
for(const[e,t]of this.#t)if(t!==undefined)yield e}#a(e,t){const n=t.kind==="same"?this.#d(this.#o(t.target)):t
if(n===undefined)return
const s=this.#d(e)
if(s?.kind==="folder"&&n.kind!=="folder")this.#s(e)
this.#t.set(e,n)}#r(e){const t=this.#d(e)
this.#t.set(e,undefined)
if(t===undefined||t.kind==="folder")this.#s(e)}#s(e){const t=e===""?"":`${e}/`
for(const e of[...this.#f()])if(e.startsWith(t))this.#t.set(e,undefined)}#o(e){const t=e.lastIndexOf("/")
if(t<0)return e
const n=e.slice(0,t)
const s=this.#i(n)
return s===n?e:(0,_.W)(`${s}/${e.slice(t+1)}`)}#i(e){return this.#c(e)??e}#c(e){let t=e
let n=""
for(let e=0;t!=="";){const s=t.indexOf("/")
const i=s<0?t:t.slice(0,s)
t=s<0?"":t.slice(s+1)
if(i===".."){n=(0,p.gN)(n)
continue}if(i===""||i===".")continue
const r=n===""?i:`${n}/${i}`
const o=this.#d(r)
if(o?.kind!=="link"){n=r
continue}if(++e>H)return undefined
if(o.target.startsWith("/"))n=""
t=t===""?o.target:`${o.target}/${t}`}return n}}class FileTreeBuilder{#l=[]
#u={count:0,tree:new FileTree}
build(e){const t=e.findIndex((e,t)=>e!==this.#l[t])
const n=t<0?e.length:t
if(n!==this.#u.count)this.#u={count:n,tree:withLayers(new FileTree,e.slice(0,n))}
this.#l=e
return withLayers(new FileTree(this.#u.tree),e.slice(n))}}function withLayers(e,t){for(const n of t)e.add(n)
return e}const j=4
class LayerStore{#h
#p
#m
#g=new Map
#y=new Map
#k=new Map
#w=(0,s.A)(j)
#b=new Map
#$=false
#v=0
#x=0
constructor(e,t,n){this.#h=e
this.#p=t
this.#m=n}retain(e){for(const{digest:t}of e)this.#y.set(t,(this.#y.get(t)??0)+1)}release(e){for(const{digest:t}of e){const e=(this.#y.get(t)??1)-1
this.#y.set(t,e)
if(e<=0)this.#g.delete(t)}}readAll(e,t){return Promise.all(t.map(t=>this.#P(e,t)))}progressOf(e){const t=[...new Map(e.map(e=>[e.digest,e])).values()]
const n=this.#b
return{get done(){return t.reduce((e,{digest:t})=>e+(n.get(t)??0),0)},total:t.reduce((e,{size:t})=>e+t,0)}}prefetch(e,t){for(const n of t)if(!this.#g.has(n.digest)&&!this.#k.has(n.digest)){const t=this.#M(e,n,e=>this.#O(e))
this.#k.set(n.digest,t.catch(()=>undefined))}}cancelPrefetch(){this.#$=true}get total(){return{read:this.#v,bytes:this.#x}}#P(e,t){const n=this.#g.get(t.digest)
if(n!==undefined)return n
const s=this.#L(e,t)
this.#g.set(t.digest,s)
return s}async#L(e,t){return await this.#k.get(t.digest)??this.#M(e,t)}#M(e,t,n=e=>e){const{digest:s,size:i}=t
return this.#w(async()=>{const r=await(this.#m?.read(s))
if(r!==undefined&&await this.#h.hasBlob(e,s))return r
const o=await this.#p()
this.#v+=1
this.#x+=i
const a=await this.#h.readBlob(e,t,()=>this.#A(t,n(o())))
await(this.#m?.write(s,a))
return a})}#A({digest:e},t){this.#b.set(e,0)
return{...t,take:n=>{this.#b.set(e,(this.#b.get(e)??0)+n.length)
return t.take(n)}}}#O(e){return{...e,take:t=>{if(this.#$)throw new Error("the prefetch was cancelled")
return e.take(t)}}}}const V=2
const z=2
const D=4
class Verifier{#S
#E
#I
#w=(0,s.A)(V)
#B=[]
constructor(e){this.#S=e
this.#E=e.now()
const{registry:t,layerCache:i}=e
const openReader=async()=>{const{layerReader:e}=await Promise.all([n.e(3979),n.e(286)]).then(n.bind(n,97905))
return()=>e()}
this.#I={...{facts:cachedFacts(t),platforms:indexPlatforms(t),trees:new FileTreeBuilder},...{store:new LayerStore(t,openReader,i),containerLimit:(0,s.A)(z)},onVerified:e=>this.#N(e)}}[Symbol.dispose](){this.#I.store.cancelPrefetch()}prefetch(){const{plan:e,signal:t,floatingTag:n}=this.#S
const{facts:s,store:i}=this.#I
for(const r of e.images.filter(sharesPublishedLayers).slice(0,D)){const o=e.services.find(({name:e})=>e===r.service)
const a=o&&n(o)
if(o===undefined||a===undefined)continue
void s(`${o.image}:${a}`,r.platform).then(e=>{if(e!==undefined&&"layers"in e&&!t.aborted)i.prefetch(o.image,e.layers)})}}async verify(e,t){const{facts:n,store:s}=this.#I
const i=e.filter(({digest:e})=>e!==undefined)
const r=await Promise.all(i.map(e=>n(pinnedRef(e),e.platform)))
for(const e of r)if(e!==undefined&&"layers"in e)s.retain(e.layers)
const o={...this.#S,...this.#I,images:t}
const a=await Promise.all(e.map(e=>e.digest===undefined?unbuiltRow(e):this.#w(()=>verifyOne(e,o))))
this.#S.signal.throwIfAborted()
return a}result(e){const{plan:t,now:n}=this.#S
return{...{kind:"lucid.verify",version:1,revision:t.source.revision,images:e},layers:this.#I.store.total,durationMs:Math.round(n()-this.#E)}}#N(e){this.#B.push(e)
if(this.#B.length>D)this.#I.store.release(this.#B.shift()??[])}}const pinnedRef=({contentRef:e,digest:t})=>`${(0,r._M)(e)}@${t}`
function unbuiltRow({service:e,platform:t,contentRef:n,error:s}){const i=s?.message??"it was not built"
return{service:e,platform:t,contentRef:n,checks:[],unchecked:[{id:"layers",reason:i}]}}async function verifyOne(e,t){const{plan:n,facts:s,store:a,trees:c,progress:d,signal:f,docker:l}=t
const{service:u,platform:h,contentRef:p,digest:m}=e
const g=n.images.filter(e=>e.service===u).length>1
const y=g?`${u} ${h}`:u
const report=(e,t,n)=>d({stage:"verify",subject:y,state:e,...(0,o.s)({text:t,bytes:n})})
f.throwIfAborted()
report("started")
const k=n.services.find(e=>e.name===u)
const w=await s(pinnedRef(e),h)
if(k===undefined||w===undefined||"why"in w){const e=w===undefined?"it is not in the registry":"why"in w?w.why:"no such service"
report("failed",e)
const t={id:"layers",name:"layers",ok:false,expected:"readable",actual:e}
return{service:u,platform:h,contentRef:p,...(0,o.s)({digest:m}),checks:[t],unchecked:[]}}report("update","reading layers",a.progressOf(w.layers))
const[b,$,v,x]=await Promise.all([wrongEntries(p,t),detectBase(w,e,{...t,pinned:pinnedRef}),publishedOf(k,w,t),a.readAll((0,r._M)(p),w.layers).catch(e=>({why:e.message.split("\n",1)[0]??""}))])
f.throwIfAborted()
report("update","checking files")
const importWith=n=>s=>t.containerLimit(()=>{report("update","importing modules in a container")
return tryImports({signal:f,docker:n,ref:pinnedRef(e),platform:h,python:s,service:k})}).catch(e=>{f.throwIfAborted()
const t=`not tried: ${e.message}`
return(k.verify.imports??[]).map(e=>({module:e,ok:false,message:t}))})
const P={...{facts:w,service:k,source:n.source,platform:h,base:$,published:v,layers:x,trees:c,wrongEntries:b},outcome:e.outcome==="built"?"built":"unchanged",...(0,o.s)({tryImports:l&&importWith(l)})}
const M=await checkImage(P)
t.onVerified(w.layers)
const O=(0,i.HH)(M.checks)
if(O.length===0)report("done",`${M.checks.length} checks`)
else report("failed",O.map(e=>e.name).join(", "))
return{service:u,platform:h,contentRef:p,digest:w.digest,...M}}function sharesPublishedLayers({decision:e,components:t}){if(e.kind!=="build"||e.before===undefined)return false
const n=new Set(t.filter(({kind:e})=>e==="base"||e==="image").map(({name:e})=>e))
return e.reasons.every(({component:e=""})=>!n.has(e))}async function publishedOf(e,{platform:t,digest:n},{floatingTag:s,facts:i}){const r=s(e)
if(r===undefined)return{why:"the service has no floating tag"}
const o=await i(`${e.image}:${r}`,t)
if(o===undefined)return{why:`nothing is published as ${r} yet`}
if("why"in o)return{why:`the image published as ${r} cannot be read: ${o.why}`}
if(o.digest===n)return{why:`it is the image published as ${r}`}
return{tag:r,facts:o}}})}
