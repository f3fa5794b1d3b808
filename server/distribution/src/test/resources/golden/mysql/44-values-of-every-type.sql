SELECT `t0`.`an_int` AS `c0`, `t0`.`a_bigint` AS `c1`, `t0`.`a_float` AS `c2`, `t0`.`a_decimal` AS `c3`, `t0`.`a_big_decimal` AS `c4`,
   `t0`.`a_text` COLLATE utf8mb4_0900_bin AS `c5`, `t0`.`a_boolean` AS `c6`, `t0`.`a_uuid` AS `c7`, `t0`.`a_datetime` AS `c8`,
   `t0`.`a_local_datetime` AS `c9`, `t0`.`a_date` AS `c10`, `t0`.`a_time` AS `c11`, `t0`.`a_duration` COLLATE utf8mb4_0900_bin AS `c12`,
   CAST(`t0`.`a_json` AS CHAR) AS `c13`, `t0`.`some_bytes` AS `c14`, `t0`.`a_format` COLLATE utf8mb4_0900_bin AS `c15`, CAST(`t0`.`some_texts` AS CHAR) AS `c16`
FROM `specimen` AS `t0`
WHERE (NOT ((`t0`.`a_uuid` IN (
  SELECT v COLLATE utf8mb4_unicode_ci
  FROM JSON_TABLE(?, '$[*]' COLUMNS (v VARCHAR(36) PATH '$' ERROR ON ERROR)) AS l
) OR (`t0`.`a_uuid` IS NULL AND NULL))) AND `t0`.`a_decimal` IN (
  SELECT v
  FROM JSON_TABLE(?, '$[*]' COLUMNS (v DECIMAL(65, 30) PATH '$' ERROR ON ERROR)) AS l
) AND `t0`.`a_datetime` IN (
  SELECT CAST(v AS DATETIME(6))
  FROM JSON_TABLE(?, '$[*]' COLUMNS (v VARCHAR(40) PATH '$' ERROR ON ERROR)) AS l
) AND CASE WHEN `t0`.`a_duration` IS NOT NULL THEN ((COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING_INDEX(`t0`.`a_duration`,
   'T', 1), '[+-]?[0-9.]+(?=Y)'), ''), '') AS DECIMAL(30, 6)), 0) * 12 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING_INDEX(`t0`.`a_duration`,
   'T', 1), '[+-]?[0-9.]+(?=M)'), ''), '') AS DECIMAL(30, 6)), 0)) * 30 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING_INDEX(`t0`.`a_duration`,
   'T', 1), '[+-]?[0-9.]+(?=W)'), ''), '') AS DECIMAL(30, 6)), 0) * 7 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING_INDEX(`t0`.`a_duration`,
   'T', 1), '[+-]?[0-9.]+(?=D)'), ''), '') AS DECIMAL(30, 6)), 0)) * 86400000000 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING(`t0`.`a_duration`,
   LOCATE('T', `t0`.`a_duration`)), '[+-]?[0-9.]+(?=H)'), ''), '') AS DECIMAL(30, 6)), 0) * 3600000000 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING(`t0`.`a_duration`,
   LOCATE('T', `t0`.`a_duration`)), '[+-]?[0-9.]+(?=M)'), ''), '') AS DECIMAL(30, 6)), 0) * 60000000 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING(`t0`.`a_duration`,
   LOCATE('T', `t0`.`a_duration`)), '[+-]?[0-9.]+(?=S)'), ''), '') AS DECIMAL(30, 6)), 0) * 1000000 END > ? AND `t0`.`some_bytes` = ? AND (`t0`.`a_text` COLLATE utf8mb4_0900_bin NOT IN (
  SELECT v COLLATE utf8mb4_0900_bin
  FROM JSON_TABLE(?, '$[*]' COLUMNS (v LONGTEXT PATH '$' ERROR ON ERROR)) AS l
) AND (`t0`.`a_text` IS NOT NULL OR NULL)) AND `t0`.`a_time` <= ?)
ORDER BY `t0`.`a_duration` IS NULL DESC, CASE WHEN `t0`.`a_duration` IS NOT NULL THEN ((COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING_INDEX(`t0`.`a_duration`,
   'T', 1), '[+-]?[0-9.]+(?=Y)'), ''), '') AS DECIMAL(30, 6)), 0) * 12 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING_INDEX(`t0`.`a_duration`,
   'T', 1), '[+-]?[0-9.]+(?=M)'), ''), '') AS DECIMAL(30, 6)), 0)) * 30 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING_INDEX(`t0`.`a_duration`,
   'T', 1), '[+-]?[0-9.]+(?=W)'), ''), '') AS DECIMAL(30, 6)), 0) * 7 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING_INDEX(`t0`.`a_duration`,
   'T', 1), '[+-]?[0-9.]+(?=D)'), ''), '') AS DECIMAL(30, 6)), 0)) * 86400000000 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING(`t0`.`a_duration`,
   LOCATE('T', `t0`.`a_duration`)), '[+-]?[0-9.]+(?=H)'), ''), '') AS DECIMAL(30, 6)), 0) * 3600000000 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING(`t0`.`a_duration`,
   LOCATE('T', `t0`.`a_duration`)), '[+-]?[0-9.]+(?=M)'), ''), '') AS DECIMAL(30, 6)), 0) * 60000000 + COALESCE(CAST(NULLIF(CONCAT(REGEXP_SUBSTR(SUBSTRING(`t0`.`a_duration`,
   LOCATE('T', `t0`.`a_duration`)), '[+-]?[0-9.]+(?=S)'), ''), '') AS DECIMAL(30, 6)), 0) * 1000000 END DESC, `t0`.`a_uuid` IS NULL,
   `t0`.`a_uuid`, `t0`.`specimen_id`
