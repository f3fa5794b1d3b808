SELECT CAST([t1].[k1] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [c0]
FROM (
  SELECT CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [k1], SUM([t0].[revenue]) AS [a1]
  FROM [tf_sales] AS [t0]
  CROSS APPLY (
    SELECT (
      SELECT j.v
      FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."category"') AS j
    ) AS [v0]
  ) AS [d]
  WHERE (CAST((
    SELECT j.v
    FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."customer"."region"') AS j
  ) AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.' = CAST(? AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.' AND [t0].[sold_on] >= ?)
  GROUP BY CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2)
) AS [t1]
WHERE [t1].[a1] > ?
ORDER BY CASE WHEN [t1].[a1] IS NULL THEN 0 ELSE 1 END, [t1].[a1] DESC, CASE WHEN [t1].[k1] IS NULL THEN 1 ELSE 0 END, [t1].[k1]
OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY
