SELECT `t0`.`title` COLLATE utf8mb4_nopad_bin AS `c0`
FROM `book` AS `t0`
WHERE ((LOCATE(?, `t0`.`title` COLLATE utf8mb4_nopad_bin) > 0) AND (LEFT(LOWER(`t0`.`title` COLLATE utf8mb4_nopad_bin), CHAR_LENGTH(LOWER(?))) = LOWER(?)) AND (`t0`.`title` COLLATE utf8mb4_nopad_bin LIKE CASE WHEN MOD(CHAR_LENGTH(?) - CHAR_LENGTH(TRIM(TRAILING CHAR(92 USING utf8mb4) FROM ?)),
   2) = 0 THEN ? ELSE CAST(EXP(999 + CHAR_LENGTH(?)) AS CHAR) END ESCAPE CHAR(92 USING utf8mb4)) AND (`t0`.`title` COLLATE utf8mb4_nopad_bin REGEXP CONCAT('(?i)',
   ?)))
ORDER BY `t0`.`book_id`
