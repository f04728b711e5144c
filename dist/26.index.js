export const id=26
export const ids=[26]
export const modules={26:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{openIndexes:()=>openIndexes})
var external_node_util_=__webpack_require__(7975)
var external_node_zlib_=__webpack_require__(8522)
var p_limit=__webpack_require__(370)
var http=__webpack_require__(9747)
var external_node_crypto_=__webpack_require__(7598)
var promises_=__webpack_require__(1455)
var external_node_path_=__webpack_require__(6760)
const version=1
function openCache(folder){const fileOf=(index,key)=>(0,external_node_path_.join)(folder,(0,external_node_crypto_.createHash)("sha256").update(index).digest("hex").slice(0,16),`${key}.json`)
return{async read(index,key){try{const kept=JSON.parse(await(0,promises_.readFile)(fileOf(index,key),"utf8"))
return kept.version===version?kept:undefined}catch{return undefined}},async write(index,key,kept){const file=fileOf(index,key)
const temporary=`${file}.${process.pid}.tmp`
try{await(0,promises_.mkdir)((0,external_node_path_.dirname)(file),{recursive:true})
await(0,promises_.writeFile)(temporary,JSON.stringify({version:version,...kept}))
await(0,promises_.rename)(temporary,file)}catch{}}}}var pep440=__webpack_require__(9687)
var requirement=__webpack_require__(9843)
var requirements_wheel=__webpack_require__(5263)
function readSimple(text,contentType,key){const files=/json/i.test(contentType)?jsonFiles(text):htmlFiles(text)
return files===undefined?undefined:toReleases(files,key)}function jsonFiles(text){let value
try{value=JSON.parse(text)}catch{return undefined}const files=isObject(value)?value.files:undefined
if(!Array.isArray(files))return undefined
return files.filter(isObject).flatMap(file=>{const{filename:filename,yanked:yanked,"requires-python":requires}=file
if(typeof filename!=="string")return[]
const reason=typeof yanked==="string"?yanked:yanked===true?"":undefined
return[toFile(filename,typeof requires==="string"?requires:undefined,reason)]})}const isObject=value=>typeof value==="object"&&value!==null&&!Array.isArray(value)
const simple_anchor=/<a\s((?:[^>"']|"[^"]*"|'[^']*')*)>/gi
const attribute=/([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|(data-yanked)(?=[\s>]|$)/gi
function htmlFiles(text){if(!/<(?:!doctype|html|head|body|a)\b/i.test(text))return undefined
return[...text.matchAll(simple_anchor)].flatMap(([,written=""])=>{const found=new Map([...written.matchAll(attribute)].map(([,name="",double,single,bare,alone])=>[(alone??name).toLowerCase(),plain(double??single??bare??"")]))
const name=(found.get("href")??"").replace(/[?#].*$/s,"").replace(/^.*\//s,"")
return name===""?[]:[toFile(decoded(name),found.get("data-requires-python"),found.get("data-yanked"))]})}function toFile(filename,requiresPython,yanked){return{filename:filename,...requiresPython!==undefined&&requiresPython!==""&&{requiresPython:requiresPython},...yanked!==undefined&&{yanked:yanked}}}const entities={lt:"<",gt:">",amp:"&",quot:'"',apos:"'"}
const plain=text=>text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));/gi,(all,decimal,hex,name)=>{if(name!==undefined)return entities[name.toLowerCase()]??all
const code=decimal===undefined?Number.parseInt(hex??"",16):Number(decimal)
return code<=1114111?String.fromCodePoint(code):all})
function decoded(text){try{return decodeURIComponent(text)}catch{return text}}function toReleases(files,key){const found=new Map
for(const file of files){const wheel=(0,requirements_wheel.Mh)(file.filename)
const version=wheel?.version??sourceVersion(file.filename,key)
if(version===undefined||(0,pep440.rZ)(version)===null)continue
const release=found.get(version)??{wheels:new Set,source:false,files:[]}
found.set(version,release)
if(wheel===undefined)release.source=true
else release.wheels.add(wheel.tags)
release.files.push(file)}return[...found].map(([version,{wheels:wheels,source:source,files:mine}])=>{const requires=mine.map(({requiresPython:requiresPython})=>requiresPython)
const yanked=mine.every(file=>file.yanked!==undefined)?mine[0]?.yanked:undefined
const same=requires.every(one=>one===requires[0])?requires[0]:undefined
return{version:version,wheels:[...wheels],source:source,...same!==undefined&&{requiresPython:same},...yanked!==undefined&&{yanked:yanked.slice(0,300)}}})}function sourceVersion(filename,key){const stem=/^(.+)\.(?:tar\.gz|zip|tar\.bz2|tgz|tar\.xz|tar\.Z)$/i.exec(filename)?.[1]
if(stem===undefined)return undefined
for(let dash=stem.indexOf("-");dash>0;dash=stem.indexOf("-",dash+1))if((0,requirement.M)(stem.slice(0,dash))===key)return stem.slice(dash+1)
return undefined}function indexUrl(text,login){if(text.includes("${"))return"has a variable in its address"
let base
try{base=new URL(text)}catch{return"has an address that is none"}if(base.protocol!=="https:"&&base.protocol!=="http:")return"has an address that is neither http nor https"
const authorization=basic(base)??(login===undefined?undefined:loginFor(base,login))
base.username=""
base.password=""
base.search=""
base.hash=""
if(!base.pathname.endsWith("/"))base.pathname+="/"
const shown=base.href.replace(/\/$/,"")
return{base:base,id:base.href,shown:shown,...authorization!==undefined&&{authorization:authorization}}}function basic({username:username,password:password}){if(username===""&&password==="")return undefined
const plain=`${url_decoded(username)}:${url_decoded(password)}`
return`Basic ${Buffer.from(plain).toString("base64")}`}function loginFor(base,login){try{const other=new URL(login)
return other.origin===base.origin?basic(other):undefined}catch{return undefined}}function url_decoded(text){try{return decodeURIComponent(text)}catch{return text}}const accept="application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01"
const maxBytes=64*1024*1024
const atOnce=16
const tenMinutes=6e5
function openIndexes(options){const asker=new Asker(options)
return{ask:(index,key)=>asker.ask(index,key),troubles:()=>asker.troubles()}}class Asker{options
http
cache
limit=(0,p_limit.A)(atOnce)
known=new Map
failed=new Map
down=new Map
deadline
constructor(options){this.options=options
this.http=(0,http.f)(options.env)
this.cache=openCache(options.folder)}ask(index,key){const name=`${index} ${key}`
const known=this.known.get(name)??this.limit(()=>this.find(index,key))
this.known.set(name,known)
return known}troubles(){return[...this.failed.values()].map(({shown:shown,why:why,packages:packages,kept:kept})=>{const old=kept===0?"":`; ${kept} of them by what it said earlier`
return`${shown} ${why}: ${packages} ${packages===1?"package was":"packages were"} not checked with it${old}`})}async find(index,key){const url=indexUrl(index,this.options.login)
if(typeof url==="string")return this.trouble(index,"an index",url,undefined)
const kept=await this.cache.read(url.id,key)
const{mode:mode,freshMs:freshMs=tenMinutes,date:date}=this.options
if(mode==="offline")return toFacts(kept)
if(kept!==undefined&&Math.abs(date()-kept.at)<freshMs)return toFacts(kept)
const down=this.down.get(url.id)
if(down!==undefined)return this.trouble(url.id,url.shown,down,kept)
try{return await this.fetch(url,key,kept)}catch(error){this.options.signal.throwIfAborted()
const why=reason(error)
if(!(error instanceof BadPage))this.down.set(url.id,why)
return this.trouble(url.id,url.shown,why,kept)}}trouble(id,shown,why,kept){const trouble=this.failed.get(id)??{shown:shown,why:why,packages:0,kept:0}
trouble.packages++
if(kept!==undefined)trouble.kept++
this.failed.set(id,trouble)
return toFacts(kept)}async fetch(url,key,kept){const answer=await this.get(url,key,kept)
const headers={...answer.headers.etag!==undefined&&{etag:answer.headers.etag},...answer.headers["last-modified"]!==undefined&&{modified:answer.headers["last-modified"]}}
const at=this.options.date()
if(answer.status===304&&kept!==undefined)return this.keep(url,key,{...kept,at:at})
if(answer.status===404||answer.status===410)return this.keep(url,key,{at:at})
if(answer.status===401||answer.status===403)throw new Failure(`wants a login (it answered ${answer.status})`)
if(answer.status!==200)throw new BadPage(`answered ${answer.status}`)
const releases=readSimple(await textOf(answer),answer.headers["content-type"]??"",key)
if(releases===undefined)throw new BadPage("answered with something that is no list of files")
return this.keep(url,key,{at:at,releases:releases,...headers})}async keep(url,key,kept){await this.cache.write(url.id,key,kept)
return toFacts(kept)}async get(url,key,kept){let target=new URL(`${encodeURIComponent(key)}/`,url.base)
for(let hops=0,tries=0;;){const answer=await this.once(target,url,kept).catch(error=>{if(tries++>0||error.code!=="ECONNRESET")throw error
return undefined})
if(answer===undefined)continue
const{status:status,headers:headers}=answer
if((status===429||status>=500)&&tries++===0)continue
if(![301,302,303,307,308].includes(status)||headers.location===undefined)return answer
if(++hops>5)throw new BadPage("redirects in a circle")
target=new URL(headers.location,target)
if(target.protocol!=="https:"&&target.protocol!==url.base.protocol)throw new BadPage("redirects to an address without TLS")}}once(target,url,kept){const{totalMs:totalMs,signal:signal}=this.options
this.deadline??=performance.now()+totalMs
const left=this.deadline-performance.now()
if(left<=0)return Promise.reject(new Failure(lateWords(totalMs)))
const sameOrigin=target.origin===url.base.origin
return this.http({method:"GET",url:target,headers:{accept:accept,"accept-encoding":"gzip","user-agent":"lucid-build-action",...sameOrigin&&url.authorization!==undefined&&{authorization:url.authorization},...kept?.etag!==undefined&&{"if-none-match":kept.etag},...kept?.etag===undefined&&kept?.modified!==undefined&&{"if-modified-since":kept.modified}},signal:signal,idleMs:left,totalMs:left,maxBytes:maxBytes}).catch(error=>{const code=error.code
throw code==="DEADLINE"||code==="ETIMEDOUT"?new Failure(lateWords(totalMs)):error})}}class Failure extends Error{}class BadPage extends Failure{}const lateWords=totalMs=>`did not answer in the ${totalMs/1e3} s there were`
const gunzipped=(0,external_node_util_.promisify)(external_node_zlib_.gunzip)
async function textOf({headers:headers,body:body}){if(headers["content-encoding"]!=="gzip")return Buffer.from(body).toString()
return(await gunzipped(body,{maxOutputLength:maxBytes})).toString()}function reason(error){if(error instanceof Failure)return error.message
const{code:code,message:message}=error
switch(code){case"ECONNREFUSED":return"refused the connection"
case"ENOTFOUND":case"EAI_AGAIN":return"has no address that is known here"
case"ECONNRESET":return"broke the connection off"
default:return`cannot be reached (${code??message.replace(/\S+:\/\/\S+/g,"…")})`}}function toFacts(kept){if(kept===undefined)return{kind:"unknown"}
return kept.releases===undefined?{kind:"missing"}:{kind:"known",releases:kept.releases,all:"all"}}}}
